import type { InputOf } from '../../../contract/define.ts';
import type { DeskContract } from '../../../contract/deskContract.ts';
import type { MediationView } from '../../../contract/mediation.ts';
import { desk } from '../../app/bridge.ts';
import { useToday } from '../../stores/session.ts';
import { mediationText } from '../../text/mediation.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DraftNote } from '../../ui/DraftNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { useFields } from '../../ui/useFields.ts';
import { useFormDraft } from '../../ui/useFormDraft.ts';

const words = mediationText.session;
type Input = Omit<InputOf<DeskContract['mediation']['addSession']>, 'commandId'>;

interface Props {
  view: MediationView;
  onClose(): void;
  onDone(): void;
}

/** 调解记录 of one session; long, so it is kept as a draft while typing. */
export function SessionDialog({ view, onClose, onDone }: Props) {
  const today = useToday();
  const { mediationId, title } = view.row;
  const add = useCommand((commandId, input: Input) => desk.mediation.addSession({ commandId, ...input }));
  const last = view.sessions.at(-1);
  const initial = () => ({
    heldOn: today as string,
    place: last?.place ?? '',
    present: last?.present ?? [...view.parties.map((p) => p.name), ...view.mediatorNames].join('、'),
    record: '',
  });
  const fields = useFields(
    initial,
    { labels: words, required: ['heldOn', 'record'], dates: ['heldOn'] },
    add.errors,
  );
  const { values, change, error } = fields;
  const draft = useFormDraft('session', mediationId, `${words.title} ${title}`, values, change);
  const save = async () => {
    const read = fields.read();
    if (!read || !(await add.run({ mediationId, ...read }))) return;
    await draft.discard();
    onDone();
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={add.busy}
      error={add.error}
      width={56}
      extra={<DraftNote draft={draft} onFresh={() => change(initial())} />}
    >
      <div className="form-grid form-two">
        <DateField
          label={words.heldOn}
          required
          value={values.heldOn}
          onChange={(heldOn) => change({ heldOn })}
          error={error('heldOn')}
        />
        <TextField
          label={words.place}
          maxLength={200}
          value={values.place}
          onChange={(place) => change({ place })}
          error={error('place')}
          hint={words.placeHint}
        />
        <TextField
          label={words.present}
          span={2}
          maxLength={500}
          value={values.present}
          onChange={(present) => change({ present })}
          error={error('present')}
          hint={words.presentHint}
        />
        <TextField
          label={words.record}
          required
          span={2}
          rows={9}
          maxRows={16}
          maxLength={20_000}
          value={values.record}
          onChange={(record) => change({ record })}
          error={error('record')}
          hint={words.recordHint}
        />
      </div>
    </Dialog>
  );
}
