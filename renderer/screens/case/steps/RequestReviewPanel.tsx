import { Checkbox } from 'antd';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { reviewsText } from '../../../text/reviews.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = reviewsText.request;
type Input = Omit<InputOf<DeskContract['reviews']['request']>, 'commandId'>;

/** 复查 or 复核 asked for: by whom it is decided, when the request arrived, and its postmark. */
export function RequestReviewPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const stage = view.nextReview ?? 'review';
  const request = useCommand((commandId, input: Input) => desk.reviews.request({ commandId, ...input }));
  const clock = view.clocks.find((c) => c.rule === (stage === 'review' ? 'D07' : 'D09'));
  const fields = useFields(
    () => ({
      ...{ organ: '', receivedOn: today as string, postmarkedOn: '', request: '' },
      lateAnyway: false,
    }),
    {
      labels: words,
      required: ['organ', 'receivedOn', 'request'],
      dates: ['receivedOn', 'postmarkedOn'],
    },
    request.errors,
  );
  const { values, change, error } = fields;
  const tooLate = clock !== undefined && values.receivedOn > clock.dueLegal;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { postmarkedOn, ...rest } = read;
    const done = await request.run({
      ...{ caseId: view.row.caseId, stage, ...rest },
      ...(postmarkedOn && { postmarkedOn }),
    });
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.titles[stage]}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={request.busy}
      error={request.error}
    >
      {clock && <p className="panel-note">{words.limit(clock.dueLegal)}</p>}
      <div className="form-grid">
        <TextField
          autoFocus
          label={words.organ}
          required
          maxLength={100}
          value={values.organ}
          onChange={(organ) => change({ organ })}
          error={error('organ')}
          hint={words.organHints[stage]}
        />
        <DateField
          label={words.receivedOn}
          required
          value={values.receivedOn}
          onChange={(receivedOn) => change({ receivedOn })}
          error={error('receivedOn')}
        />
        <DateField
          label={words.postmarkedOn}
          value={values.postmarkedOn}
          onChange={(postmarkedOn) => change({ postmarkedOn })}
          error={error('postmarkedOn')}
          hint={words.postmarkedHint}
        />
        <TextField
          label={words.request}
          required
          rows={4}
          maxRows={10}
          maxLength={4000}
          value={values.request}
          onChange={(text) => change({ request: text })}
          error={error('request')}
        />
        {(tooLate || values.lateAnyway) && (
          <Field label="" error={error('lateAnyway')}>
            {({ id, 'aria-describedby': describedBy }) => (
              <Checkbox
                id={id}
                aria-describedby={describedBy}
                checked={values.lateAnyway}
                onChange={(event) => change({ lateAnyway: event.target.checked })}
              >
                {words.late}
              </Checkbox>
            )}
          </Field>
        )}
      </div>
    </Dialog>
  );
}
