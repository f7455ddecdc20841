import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { reviewsText } from '../../../text/reviews.ts';
import { serviceWords } from '../../../text/service.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = reviewsText.service;
type Input = Omit<InputOf<DeskContract['reviews']['serveOpinion']>, 'commandId'>;

/** The petitioner has the opinion of the reviewing organ; after the 复核 nothing more comes. */
export function ReviewServicePanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const serve = useCommand((commandId, input: Input) => desk.reviews.serveOpinion({ commandId, ...input }));
  const lead = view.registration.petitioners.find((p) => p.lead)?.name ?? '';
  const fields = useFields<Omit<Input, 'caseId'>>(
    () => ({ servedOn: today, method: 'IN_PERSON', receivedBy: lead }),
    { labels: words, required: ['servedOn', 'receivedBy'], dates: ['servedOn'] },
    serve.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    const done = read && (await serve.run({ caseId: view.row.caseId, ...read }));
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={serve.busy}
      error={serve.error}
    >
      {view.reviews?.at(-1)?.stage === 'reexamination' && <p className="panel-note">{words.note}</p>}
      <div className="form-grid">
        <DateField
          autoFocus
          label={words.servedOn}
          required
          value={values.servedOn}
          onChange={(servedOn) => change({ servedOn })}
          error={error('servedOn')}
        />
        <PickField<Input['method']>
          label={words.method}
          required
          value={values.method}
          words={serviceWords}
          onChange={(method) => change({ method })}
          error={error('method')}
        />
        <TextField
          label={words.receivedBy}
          required
          maxLength={50}
          value={values.receivedBy}
          onChange={(receivedBy) => change({ receivedBy })}
          error={error('receivedBy')}
        />
      </div>
    </Dialog>
  );
}
