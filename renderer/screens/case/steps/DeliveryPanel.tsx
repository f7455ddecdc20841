import { Checkbox } from 'antd';
import type { InputOf, ParsedInputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { serviceWords } from '../../../text/service.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.delivery;
type Input = Omit<InputOf<DeskContract['handling']['recordDelivery']>, 'commandId'>;
type Values = Omit<ParsedInputOf<DeskContract['handling']['recordDelivery']>, 'commandId' | 'caseId'>;

/** 送达回证: how one paper reached the petitioner; the date on it starts the petitioner's remedies. */
export function DeliveryPanel({ view, paperId, onClose, onDone }: PanelProps & { paperId: string }) {
  const today = useToday();
  const deliver = useCommand((commandId, input: Input) =>
    desk.handling.recordDelivery({ commandId, ...input }),
  );
  const waiting = view.papers.filter((p) => p.awaitsService && !p.servedOn);
  const papers = Object.fromEntries(
    waiting.map((p) => [p.paperId, p.number ? `${p.title}　${p.number}` : p.title]),
  );
  const fields = useFields<Values>(
    () => ({
      paperId: paperId || (waiting.find((p) => p.kind === 'handlingOpinion') ?? waiting[0])?.paperId || '',
      servedOn: today,
      method: 'IN_PERSON',
      place: '',
      receivedBy: view.row.leadName,
      relation: '',
      refused: false,
      note: '',
    }),
    { labels: words, required: ['paperId', 'servedOn', 'receivedBy'], dates: ['servedOn'] },
    deliver.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    const done = read && (await deliver.run({ caseId: view.row.caseId, ...read }));
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={deliver.busy}
      error={deliver.error}
      width={46}
    >
      <div className="form-grid">
        <PickField
          label={words.paper}
          required
          value={values.paperId}
          words={papers}
          onChange={(id) => change({ paperId: id })}
          error={error('paperId')}
        />
        <DateField
          label={words.servedOn}
          required
          value={values.servedOn}
          onChange={(servedOn) => change({ servedOn })}
          error={error('servedOn')}
        />
        <PickField
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
        <TextField
          label={words.relation}
          maxLength={50}
          value={values.relation}
          onChange={(relation) => change({ relation })}
          error={error('relation')}
          hint={words.relationHint}
        />
        <TextField
          label={words.place}
          maxLength={200}
          value={values.place}
          onChange={(place) => change({ place })}
          error={error('place')}
        />
        <Field label="">
          {({ id }) => (
            <Checkbox
              id={id}
              checked={values.refused}
              onChange={(event) => change({ refused: event.target.checked })}
            >
              {words.refused}
            </Checkbox>
          )}
        </Field>
        <TextField
          label={values.refused ? words.refusedNote : words.note}
          required={values.refused}
          rows={2}
          maxRows={6}
          maxLength={500}
          value={values.note}
          onChange={(note) => change({ note })}
          error={error('note')}
          {...(values.refused && { hint: words.refusedHint })}
        />
      </div>
    </Dialog>
  );
}
