import type { BureauContract } from '../../contract/bureauConsole.ts';
import type { AssignmentView } from '../../contract/cases.ts';
import type { InputOf } from '../../contract/define.ts';
import { bureauText } from '../text/bureau.ts';
import { fieldText } from '../text/field.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { LongText } from '../ui/LongText.tsx';
import { ChooseField } from '../ui/PickField.tsx';
import { useFields } from '../ui/useFields.ts';
import { bureau } from './consoleClient.ts';
import { useSend } from './useSend.ts';

const words = bureauText.decide;
type Input = Omit<InputOf<BureauContract['cases']['decideObjection']>, 'commandId'>;

interface Props {
  assignment: AssignmentView;
  onClose(): void;
  onDone(): void;
}

/** The bureau's answer to an objection; upheld means the material comes back (Art.23 ¶3). */
export function ObjectionDialog({ assignment, onClose, onDone }: Props) {
  const { caseId, assignmentId, objection } = assignment;
  const decide = useSend((commandId, input: Input) => bureau.cases.decideObjection({ commandId, ...input }));
  const fields = useFields(
    { answer: '' as 'yes' | 'no' | '', reason: '' },
    {
      labels: { reason: words.reason },
      check: ({ answer, reason }): Record<string, string> => ({
        ...(!answer && { answer: words.missing }),
        ...(answer === 'no' && !reason.trim() && { reason: fieldText.required(words.reason) }),
      }),
    },
    decide.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { answer, reason } = read;
    if (await decide.run({ caseId, assignmentId, upheld: answer === 'yes', reason })) onDone();
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={decide.busy}
      error={decide.error}
      width={46}
    >
      {objection && (
        <LongText
          title={words.from(assignment.toName, objection.raisedOn)}
          text={objection.reasons}
          aside={objection.proposedUnit ? bureauText.page.proposed(objection.proposedUnit) : undefined}
        />
      )}
      <div className="form-grid">
        <ChooseField
          label={words.upheld}
          required
          value={values.answer}
          words={words.choices}
          onChange={(answer) => change({ answer })}
          error={error('answer')}
        />
        <TextField
          label={words.reason}
          required={values.answer === 'no'}
          rows={4}
          maxRows={10}
          maxLength={2000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
          hint={words.reasonHint}
        />
      </div>
    </Dialog>
  );
}
