import { PROCEDURES, type Procedure } from './codes/procedure.ts';
import type { Purpose } from './codes/purpose.ts';
import type { RouteAnswer, RouteQuestion } from './events/legalRoute.ts';
import type { PetitionState } from './petition.ts';

/** The six routes are the items of Art.31; only the sixth is the petition procedure with its 60 days. */
export type LegalRoute = 1 | 2 | 3 | 4 | 5 | 6;

/** Asked in the order of the article: the first yes decides, five times no is route 6. */
const QUESTIONS: readonly (readonly [RouteQuestion, LegalRoute])[] = [
  ['litigation', 1],
  ['arbitration', 2],
  ['party', 3],
  ['administrative', 4],
  ['performance', 5],
];

export interface RouteFinding {
  /** Asked next; null when the answers decide. */
  next: RouteQuestion | null;
  /** The route, once it is found. */
  route: LegalRoute | null;
}

/** What answers in their order amount to, or null when they are not answers to the questions in order. */
export function findRoute(answers: readonly RouteAnswer[]): RouteFinding | null {
  for (const [index, answer] of answers.entries()) {
    const [question, route] = QUESTIONS[index] ?? [];
    if (answer.question !== question) return null;
    if (answer.yes) return index === answers.length - 1 ? { next: null, route: route ?? null } : null;
  }
  const next = QUESTIONS[answers.length]?.[0] ?? null;
  return { next, route: next ? null : 6 };
}

/** `《信访工作条例》第三十一条第一项` … */
export const routeArticle = (route: number): string =>
  `《信访工作条例》第三十一条第${'一二三四五六'[route - 1]}项`;

/** Art.31 sorts 申诉求决; suggestions, accusations, enquiries and thanks have articles of their own. */
export const isSorted = (purpose: Purpose): boolean =>
  purpose === 'CLAIM' || purpose === 'APPEAL' || purpose === 'OTHER';

/** The procedures of a route, as the card offers them. */
export const proceduresOf = (route: number): Procedure[] =>
  (Object.keys(PROCEDURES) as Procedure[]).filter((name) => PROCEDURES[name].route === route);

/** The route the matter is on: the last decision, else what it was accepted under. */
export const currentRoute = (state: PetitionState): number | undefined =>
  state.routes?.at(-1)?.route ?? state.acceptance?.legalRoute;

/** Route 5, now or before: the petitioner asked an authority to act, and may sue when it keeps silent. */
export const askedForPerformance = (state: PetitionState): boolean =>
  isSorted(state.registration.purpose) &&
  (state.acceptance?.legalRoute === 5 || (state.routes?.some((r) => r.route === 5) ?? false));
