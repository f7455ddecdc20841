import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.decideExtension;
type Input = Omit<InputOf<DeskContract['handling']['decideExtension']>, 'commandId'>;

/** 审批延期 by the leader in charge (Art.34). */
export function DecideExtensionPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const decide = useCommand((commandId, input: Input) =>
    desk.handling.decideExtension({ commandId, ...input }),
  );
  const fields = useFields(
    () => ({ decision: 'yes' as keyof typeof words.decisions, decidedOn: today as string, reason: '' }),
    { labels: words, required: ['decidedOn'], dates: ['decidedOn'] },
    decide.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { decision, decidedOn } = read;
    const reason = decision === 'no' ? read.reason : '';
    const done = await decide.run({
      caseId: view.row.caseId,
      approve: decision === 'yes',
      decidedOn,
      reason,
    });
    if (done) onDone(done.papers);
  };
  const { extension } = view;
  const sixty = view.clocks.find((c) => c.rule === 'D05');
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={decide.busy}
      error={decide.error}
    >
      {extension && (
        <Facts
          facts={[
            { term: words.request, value: words.asked(extension.days, extension.requestedOn), wide: true },
            { term: stepText.requestExtension.reason, value: extension.reason, wide: true },
            { term: words.due, value: sixty?.dueRaw, figures: true },
          ]}
        />
      )}
      <div className="form-grid">
        <ChooseField
          autoFocus
          label={words.decision}
          required
          value={values.decision}
          words={words.decisions}
          onChange={(decision) => change({ decision })}
          hint={values.decision === 'yes' ? words.approveNote : undefined}
        />
        <DateField
          label={words.decidedOn}
          required
          value={values.decidedOn}
          onChange={(decidedOn) => change({ decidedOn })}
          error={error('decidedOn')}
        />
        {values.decision === 'no' && (
          <TextField
            label={words.reason}
            required
            rows={3}
            maxLength={1000}
            value={values.reason}
            onChange={(reason) => change({ reason })}
            error={error('reason')}
          />
        )}
      </div>
    </Dialog>
  );
}
