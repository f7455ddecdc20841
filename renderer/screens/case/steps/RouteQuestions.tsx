import type { RouteAnswer, RouteQuestion } from '../../../../domain/events/legalRoute.ts';
import { routeText as words } from '../../../text/legalRoute.ts';
import { ChooseField } from '../../../ui/PickField.tsx';

interface Props {
  questions: readonly RouteQuestion[];
  answers: readonly RouteAnswer[];
  onChange(answers: RouteAnswer[]): void;
  error: string | undefined;
}

/** The questions up to the one that is open; an answer changed above asks the ones below again. */
export function RouteQuestions({ questions, answers, onChange, error }: Props) {
  const decided = answers.at(-1)?.yes === true;
  const shown = questions.slice(0, decided ? answers.length : answers.length + 1);
  return shown.map((question, index) => {
    const given = answers[index];
    const open = index === answers.length;
    return (
      <ChooseField
        key={question}
        autoFocus={index === 0}
        label={words.questions[question].label}
        required
        value={given ? (given.yes ? 'yes' : 'no') : ''}
        words={words.answers}
        onChange={(chosen) => onChange([...answers.slice(0, index), { question, yes: chosen === 'yes' }])}
        error={open ? error : undefined}
        hint={words.questions[question].ask}
      />
    );
  });
}
