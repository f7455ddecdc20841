import { RouteQuestion } from './events/legalRoute.ts';
import { oneOf, type Pick } from './exampleChoice.ts';

const ROUTE_QUESTIONS = RouteQuestion.options;

/** The procedure of the route that the answers lead to, or one of another. */
export function routeAnswers(pick: Pick) {
  const asked = 1 + pick(5);
  const none = asked === 5 && pick(2) === 0;
  const answers = ROUTE_QUESTIONS.slice(0, asked).map((question, i) => ({
    question,
    yes: i === asked - 1 && !none && pick(6) > 0,
  }));
  const fitting = [null, 'CIVIL_SUIT', null, null, 'RECONSIDERATION', 'PROTECT'] as const;
  const procedure = pick(3) > 0 ? (fitting[none ? 0 : asked] ?? null) : oneOf(pick, null, 'CIVIL_SUIT');
  return { answers, procedure };
}
