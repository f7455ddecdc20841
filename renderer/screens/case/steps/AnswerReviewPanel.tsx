import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { reviewsText } from '../../../text/reviews.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = reviewsText.answer;

/** Whether the reviewing organ took the request up. */
export function AnswerReviewPanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({
      accepted: 'yes' as keyof typeof words.answers,
      answeredOn: today as string,
      reason: '',
    }),
    rules: { labels: { answeredOn: words.answeredOn }, required: ['answeredOn'], dates: ['answeredOn'] },
    input: ({ accepted, answeredOn, reason }) => {
      const yes = accepted === 'yes';
      return { answeredOn, accepted: yes, reason: yes ? '' : reason };
    },
    send: desk.reviews.answer,
  });
  return (
    <Dialog {...dialog}>
      <div className="form-grid">
        <ChooseField
          autoFocus
          label={words.accepted}
          required
          value={values.accepted}
          words={words.answers}
          onChange={(accepted) => change({ accepted })}
        />
        <DateField
          label={words.answeredOn}
          required
          value={values.answeredOn}
          onChange={(answeredOn) => change({ answeredOn })}
          error={error('answeredOn')}
        />
        {values.accepted === 'no' && (
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
