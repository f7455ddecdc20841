import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { reviewsText } from '../../../text/reviews.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { normaliseWidth } from '../../../ui/dateText.ts';
import { TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = reviewsText.hearing;
type Input = Omit<InputOf<DeskContract['reviews']['holdHearing']>, 'commandId'>;

/** 听证 in the 复核: its days are left out of the period. */
export function HearingPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const hold = useCommand((commandId, input: Input) => desk.reviews.holdHearing({ commandId, ...input }));
  const fields = useFields(
    () => ({ from: today as string, to: today as string, days: '', place: '', note: '' }),
    { labels: words, required: ['from', 'to'], dates: ['from', 'to'], check: wholeDays },
    hold.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { days, ...rest } = read;
    const done = await hold.run({
      ...{ caseId: view.row.caseId, ...rest },
      ...(days.trim() && { days: Number(normaliseWidth(days)) }),
    });
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={hold.busy}
      error={hold.error}
    >
      <div className="form-grid">
        <DateField
          autoFocus
          label={words.from}
          required
          value={values.from}
          onChange={(from) => change({ from })}
          error={error('from')}
        />
        <DateField
          label={words.to}
          required
          value={values.to}
          onChange={(to) => change({ to })}
          error={error('to')}
        />
        <TextField
          label={words.days}
          value={values.days}
          onChange={(days) => change({ days })}
          error={error('days')}
          hint={words.daysHint}
        />
        <TextField
          label={words.place}
          maxLength={200}
          value={values.place}
          onChange={(place) => change({ place })}
          error={error('place')}
        />
        <TextField
          label={words.note}
          rows={2}
          maxLength={2000}
          value={values.note}
          onChange={(note) => change({ note })}
          error={error('note')}
        />
      </div>
    </Dialog>
  );
}

/** Only that it is a number is judged here; how many days are possible the desk says. */
const wholeDays = ({ days }: { days: string }): Record<string, string> =>
  /^\d{0,3}$/.test(normaliseWidth(days.trim())) ? {} : { days: words.notDays };
