import { useState } from 'react';
import type { Role } from '../../../domain/person.ts';
import { desk } from '../../app/bridge.ts';
import { accountsText } from '../../text/accounts.ts';
import { fieldText } from '../../text/field.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { RolesField } from './RolesField.tsx';
import './accounts.css';

interface Input {
  name: string;
  roles: Role[];
  password: string;
}

/** A new person of this desk. */
export function AddAccountDialog({ onClose }: { onClose(): void }) {
  const [form, setForm] = useState<Input & { repeat: string }>({
    name: '',
    roles: ['clerk'],
    password: '',
    repeat: '',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const add = useCommand((commandId, input: Input) => desk.accounts.add({ commandId, ...input }));
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setErrors({});
  };
  const save = async () => {
    const wrong = check(form);
    setErrors(wrong);
    const { repeat: _, ...input } = form;
    if (Object.keys(wrong).length === 0 && (await add.run(input))) onClose();
  };
  const nameError = add.refusal?.code === 'name-taken' ? (add.error ?? add.errors.name) : add.errors.name;
  const passwordError =
    add.refusal?.code === 'weak-password' ? (add.error ?? add.errors.password) : add.errors.password;
  return (
    <Dialog
      title={accountsText.add}
      onClose={onClose}
      onSave={save}
      busy={add.busy}
      width={38}
      error={nameError || passwordError ? undefined : (add.error ?? add.errors.roles)}
    >
      <div className="form-grid">
        <TextField
          label={accountsText.name}
          required
          autoFocus
          maxLength={50}
          value={form.name}
          error={errors.name ?? nameError}
          onChange={(name) => change({ name })}
        />
        <RolesField value={form.roles} error={errors.roles} onChange={(roles) => change({ roles })} />
        <TextField
          label={accountsText.password}
          required
          password
          autoComplete="new-password"
          hint={accountsText.passwordHint}
          value={form.password}
          error={errors.password ?? passwordError}
          onChange={(password) => change({ password })}
        />
        <TextField
          label={accountsText.repeat}
          required
          password
          autoComplete="new-password"
          value={form.repeat}
          error={errors.repeat}
          onChange={(repeat) => change({ repeat })}
        />
      </div>
    </Dialog>
  );
}

function check(form: Input & { repeat: string }): Record<string, string> {
  const errors: Record<string, string> = {};
  if ([...form.name.trim()].length < 2) errors.name = fieldText.required(accountsText.name);
  if (form.roles.length === 0) errors.roles = accountsText.rolesMissing;
  if ([...form.password].length < 8) errors.password = accountsText.passwordHint;
  if (form.password !== form.repeat) errors.repeat = accountsText.differs;
  return errors;
}
