import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { stepText } from '../../../text/steps.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { normaliseWidth } from '../../../ui/dateText.ts';
import { TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.requestExtension;
type Input = Omit<InputOf<DeskContract['handling']['requestExtension']>, 'commandId'>;

/** 申请延期: days and reason go to the leader. */
export function RequestExtensionPanel({ view, onClose, onDone }: PanelProps) {
  const request = useCommand((commandId, input: Input) =>
    desk.handling.requestExtension({ commandId, ...input }),
  );
  const fields = useFields(
    { days: '30', reason: '' },
    { labels: words, required: ['days', 'reason'], check: wholeDays },
    request.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const days = Number(normaliseWidth(read.days));
    const done = await request.run({ caseId: view.row.caseId, days, reason: read.reason });
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={request.busy}
      error={request.error}
    >
      <div className="form-grid">
        <TextField
          label={words.days}
          required
          value={values.days}
          onChange={(days) => change({ days })}
          error={error('days')}
          hint={words.daysHint}
        />
        <TextField
          label={words.reason}
          required
          rows={4}
          maxRows={10}
          maxLength={1000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
          hint={words.reasonHint}
        />
      </div>
    </Dialog>
  );
}

/** Only that it is a number is judged here; how many days the law allows the desk says. */
function wholeDays({ days }: { days: string }): Record<string, string> {
  return /^\d{1,3}$/.test(normaliseWidth(days)) ? {} : { days: words.notDays };
}
