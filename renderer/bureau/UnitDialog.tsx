import { bureauForms } from '../text/bureauForms.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { normaliseWidth } from '../ui/dateText.ts';
import { TextField } from '../ui/Field.tsx';
import { useFields } from '../ui/useFields.ts';
import { bureau } from './consoleClient.ts';
import { useSend } from './useSend.ts';

const words = bureauForms.units;
/** As the contract says it; the sentence comes before the call. */
const CODE = /^[0-9A-Z]{4,20}$/;
const codeOf = (typed: string): string => normaliseWidth(typed).trim().toUpperCase();

/** A unit that is not among the built-in towns: a bureau of the city, say. */
export function UnitDialog({ onClose }: { onClose(): void }) {
  const add = useSend((commandId, unit: { code: string; name: string }) =>
    bureau.units.add({ commandId, ...unit }),
  );
  const fields = useFields(
    { name: '', code: '' },
    {
      labels: words,
      required: ['name', 'code'],
      check: ({ name, code }): Record<string, string> => ({
        ...(name.trim().length === 1 && { name: words.nameShort }),
        ...(code.trim() && !CODE.test(codeOf(code)) && { code: words.codeWrong }),
      }),
    },
    add.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (read && (await add.run({ name: read.name.trim(), code: codeOf(read.code) }))) onClose();
  };
  return (
    <Dialog
      title={words.add}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={add.busy}
      error={add.error}
    >
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <TextField
          label={words.name}
          required
          maxLength={60}
          value={values.name}
          onChange={(name) => change({ name })}
          error={error('name')}
          hint={words.nameHint}
        />
        <TextField
          label={words.code}
          required
          maxLength={20}
          value={values.code}
          onChange={(code) => change({ code })}
          error={error('code')}
          hint={words.codeHint}
        />
      </div>
    </Dialog>
  );
}
