import { Checkbox } from 'antd';
import { setupText } from '../../text/setup.ts';
import { Field, TextField } from '../../ui/Field.tsx';
import type { SetupPageProps } from './TownPage.tsx';

/** The first account: the administrator, who in small towns receives petitioners too. */
export function AdminPage({ form, errors, onChange }: SetupPageProps) {
  const words = setupText.admin;
  return (
    <>
      <h2>{words.title}</h2>
      <div className="form-grid">
        <TextField
          label={words.name}
          required
          hint={words.nameHint}
          maxLength={50}
          autoFocus
          value={form.administratorName}
          error={errors.administratorName}
          onChange={(administratorName) => onChange({ administratorName })}
        />
        <TextField
          label={words.password}
          required
          password
          hint={words.passwordHint}
          autoComplete="new-password"
          value={form.password}
          error={errors.password}
          onChange={(password) => onChange({ password })}
        />
        <TextField
          label={words.repeat}
          required
          password
          autoComplete="new-password"
          value={form.repeat}
          error={errors.repeat}
          onChange={(repeat) => onChange({ repeat })}
        />
        <Field label="" hint={words.alsoClerkHint}>
          {({ status: _, 'aria-invalid': __, 'aria-required': ___, ...control }) => (
            <Checkbox
              {...control}
              checked={form.alsoClerk}
              onChange={(e) => onChange({ alsoClerk: e.target.checked })}
            >
              {words.alsoClerk}
            </Checkbox>
          )}
        </Field>
      </div>
    </>
  );
}
