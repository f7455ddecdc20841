import type { MediationView } from '../../../contract/mediation.ts';
import { desk } from '../../app/bridge.ts';
import { useToday } from '../../stores/session.ts';
import { agreementText as words } from '../../text/agreement.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ChooseField } from '../../ui/PickField.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { useFields } from '../../ui/useFields.ts';

type Kind = keyof typeof words.kinds;

interface Values {
  on: string;
  what: string;
  complete: 'yes' | 'no';
  found: keyof typeof words.founds;
  court: string;
  confirmed: 'yes' | 'no';
  documentNumber: string;
  note: string;
}

/** The call that carries what was recorded. */
function send(commandId: string, mediationId: string, { kind, ...v }: Values & { kind: Kind }) {
  const base = { commandId, mediationId };
  switch (kind) {
    case 'performance': {
      const { on: performedOn, what, complete } = v;
      return desk.mediation.recordPerformance({ ...base, performedOn, what, complete: complete === 'yes' });
    }
    case 'revisit':
      return desk.mediation.revisit({ ...base, revisitedOn: v.on, found: v.found, note: v.note });
    case 'application':
      return desk.mediation.applyForConfirmation({ ...base, appliedOn: v.on, court: v.court, note: v.note });
    case 'ruling': {
      const { on: decidedOn, confirmed, documentNumber, note } = v;
      return desk.mediation.recordRuling({
        ...{ ...base, decidedOn, confirmed: confirmed === 'yes', documentNumber, note },
      });
    }
  }
}

/** What has to be filled in for each. */
const REQUIRED = {
  performance: ['on', 'what'],
  revisit: ['on', 'note'],
  application: ['on', 'court'],
  ruling: ['on', 'documentNumber'],
} as const satisfies Record<Kind, readonly (keyof Values)[]>;

interface Props {
  view: MediationView;
  kind: Kind;
  onKind(kind: Kind): void;
  onClose(): void;
  onDone(): void;
}

/** 履行, 回访, 司法确认 after an agreement. */
export function AgreementDialog({ view, kind, onKind, onClose, onDone }: Props) {
  const today = useToday();
  const command = useCommand((commandId, input: Values & { kind: Kind }) =>
    send(commandId, view.row.mediationId, input),
  );
  const fields = useFields<Values>(
    () => ({
      ...{ on: today, what: '', complete: 'no', found: 'performed', note: '' },
      ...{ court: '', confirmed: 'yes', documentNumber: '' },
    }),
    { labels: words, required: REQUIRED[kind], dates: ['on'] },
    command.errors,
  );
  const save = async () => {
    const read = fields.read();
    if (read && (await command.run({ ...read, kind }))) onDone();
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={command.busy}
      error={command.error}
    >
      <div className="form-grid">
        <ChooseField
          autoFocus
          label={words.kind}
          required
          value={kind}
          words={words.kinds}
          onChange={onKind}
        />
        <DateField
          label={words.on}
          required
          value={fields.values.on}
          onChange={(on) => fields.change({ on })}
          error={dayOf(fields.error)}
        />
        <KindFields kind={kind} fields={fields} />
      </div>
    </Dialog>
  );
}

/** The desk names the day by the fact it belongs to. */
const dayOf = (error: (name: string) => string | undefined): string | undefined =>
  ['on', 'performedOn', 'revisitedOn', 'appliedOn', 'decidedOn'].map(error).find((found) => found);

function KindFields({ kind, fields }: { kind: Kind; fields: ReturnType<typeof useFields<Values>> }) {
  const { values, change, error } = fields;
  const note = (required: boolean) => (
    <TextField
      label={words.note}
      required={required}
      rows={2}
      maxLength={2000}
      value={values.note}
      onChange={(text) => change({ note: text })}
      error={error('note')}
    />
  );
  switch (kind) {
    case 'performance':
      return (
        <>
          <TextField
            label={words.what}
            required
            rows={2}
            maxLength={2000}
            value={values.what}
            onChange={(what) => change({ what })}
            error={error('what')}
            hint={words.whatHint}
          />
          <ChooseField
            label={words.complete}
            required
            value={values.complete}
            words={words.completes}
            onChange={(complete) => change({ complete })}
          />
        </>
      );
    case 'revisit':
      return (
        <>
          <ChooseField
            label={words.found}
            required
            value={values.found}
            words={words.founds}
            onChange={(found) => change({ found })}
          />
          {note(true)}
        </>
      );
    case 'application':
      return (
        <>
          <TextField
            label={words.court}
            required
            maxLength={100}
            value={values.court}
            onChange={(court) => change({ court })}
            error={error('court')}
          />
          {note(false)}
        </>
      );
    case 'ruling':
      return (
        <>
          <ChooseField
            label={words.confirmed}
            required
            value={values.confirmed}
            words={words.confirmeds}
            onChange={(confirmed) => change({ confirmed })}
          />
          <TextField
            label={words.documentNumber}
            required
            maxLength={60}
            value={values.documentNumber}
            onChange={(documentNumber) => change({ documentNumber })}
            error={error('documentNumber')}
          />
          {note(false)}
        </>
      );
  }
}
