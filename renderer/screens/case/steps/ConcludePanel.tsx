import type { CaseView } from '../../../../contract/cases.ts';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = stepText.conclude;
type Input = Omit<InputOf<DeskContract['handling']['conclude']>, 'commandId'>;

/** 办结: the procedure ends; the desk refuses where the opinion has not reached the petitioner. */
export function ConcludePanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: (): Omit<Input, 'caseId'> => ({ concludedOn: today, ground: groundOf(props.view), summary: '' }),
    rules: { labels: words, required: ['concludedOn', 'summary'], dates: ['concludedOn'] },
    input: (read) => read,
    send: desk.handling.conclude,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <PickField
          label={words.ground}
          required
          value={values.ground}
          words={words.grounds}
          onChange={(ground) => change({ ground })}
          error={error('ground')}
        />
        <DateField
          label={words.concludedOn}
          required
          value={values.concludedOn}
          onChange={(concludedOn) => change({ concludedOn })}
          error={error('concludedOn')}
        />
        <TextField
          label={words.summary}
          required
          rows={4}
          maxRows={10}
          maxLength={4000}
          value={values.summary}
          onChange={(summary) => change({ summary })}
          error={error('summary')}
          hint={words.summaryHint}
        />
      </div>
    </Dialog>
  );
}

/** What the facts of the case suggest; the desk decides whether it holds. */
function groundOf(view: CaseView): Input['ground'] {
  if (view.opinion) return 'opinion-delivered';
  if (view.mediations.some((m) => m.state === 'agreement')) return 'agreement';
  if (view.transfer) return 'transferred-out';
  const { anonymous, addressUnclear } = view.registration;
  if (anonymous || addressUnclear) return 'no-address';
  // What was accepted under Art.31(6) is not answered away at the counter: it ends by its opinion.
  return (view.route?.route ?? view.acceptance?.legalRoute) === 6 && view.acceptance
    ? 'opinion-delivered'
    : 'answered';
}
