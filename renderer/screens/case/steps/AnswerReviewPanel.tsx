import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { reviewsText } from '../../../text/reviews.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = reviewsText.answer;
type Input = Omit<InputOf<DeskContract['reviews']['answer']>, 'commandId'>;

/** Whether the reviewing organ took the request up. */
export function AnswerReviewPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const answer = useCommand((commandId, input: Input) => desk.reviews.answer({ commandId, ...input }));
  const fields = useFields(
    () => ({ accepted: 'yes' as keyof typeof words.answers, answeredOn: today as string, reason: '' }),
    { labels: { answeredOn: words.answeredOn }, required: ['answeredOn'], dates: ['answeredOn'] },
    answer.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const accepted = read.accepted === 'yes';
    const reason = accepted ? '' : read.reason;
    const done = await answer.run({
      ...{ caseId: view.row.caseId, answeredOn: read.answeredOn, accepted, reason },
    });
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={answer.busy}
      error={answer.error}
    >
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
