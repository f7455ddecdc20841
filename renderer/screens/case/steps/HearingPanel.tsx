import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { reviewsText } from '../../../text/reviews.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { normaliseWidth } from '../../../ui/dateText.ts';
import { TextField } from '../../../ui/Field.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = reviewsText.hearing;

/** 听证 in the 复核: its days are left out of the period. */
export function HearingPanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({ from: today as string, to: today as string, days: '', place: '', note: '' }),
    rules: { labels: words, required: ['from', 'to'], dates: ['from', 'to'], check: wholeDays },
    input: ({ days, ...rest }) => ({
      ...rest,
      ...(days.trim() && { days: Number(normaliseWidth(days)) }),
    }),
    send: desk.reviews.holdHearing,
  });
  return (
    <Dialog {...dialog}>
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
