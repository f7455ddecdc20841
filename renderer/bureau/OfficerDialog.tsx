import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Officer } from '../../contract/bureauViews.ts';
import type { OfficerRole } from '../../domain/person.ts';
import { bureauText } from '../text/bureau.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, TextField } from '../ui/Field.tsx';
import { useFields } from '../ui/useFields.ts';
import { bureau } from './consoleClient.ts';
import { useSend } from './useSend.ts';

const words = bureauText.officers;
const ROLES = (Object.entries(bureauText.roleWords) as [OfficerRole, string][]).map(([value, label]) => ({
  value,
  label,
}));

interface Values {
  name: string;
  roles: OfficerRole[];
  restricted: boolean;
  active: boolean;
}

interface Props {
  /** null = a new one. */
  officer: Officer | null;
  onClose(): void;
}

/** An officer's account: duties, whether accusations may be read, a one-time password. */
export function OfficerDialog({ officer, onClose }: Props) {
  const [given, setGiven] = useState<{ name: string; password: string }>();
  const save = useSend((commandId, values: Values) => store(commandId, officer, values));
  const reset = useSend((commandId, id: string) => bureau.officers.resetPassword({ commandId, id }));
  const fields = useFields<Values>(
    {
      name: officer?.name ?? '',
      roles: officer ? [...officer.roles] : ['officer'],
      restricted: officer?.restricted ?? false,
      active: officer?.active ?? true,
    },
    {
      labels: { name: words.name },
      required: ['name'],
      check: ({ roles }): Record<string, string> => (roles.length === 0 ? { roles: words.rolesMissing } : {}),
    },
    save.errors,
  );
  const { values, change, error } = fields;
  const run = async () => {
    const read = fields.read();
    const done = read && (await save.run(read));
    if (!done) return;
    if (done.password) setGiven({ name: done.name, password: done.password });
    else onClose();
  };
  if (given) return <GivenPassword {...given} onClose={onClose} />;
  return (
    <Dialog
      title={officer ? words.editTitle(officer.name) : words.add}
      onClose={onClose}
      onSave={run}
      saveLabel={words.save}
      busy={save.busy || reset.busy}
      error={save.error ?? reset.error}
      extra={
        officer && (
          <Button
            onClick={() =>
              void reset
                .run(officer.id)
                .then((done) => done && setGiven({ name: done.name, password: done.password }))
            }
          >
            {words.reset}
          </Button>
        )
      }
    >
      <div className="form-grid">
        <TextField
          label={words.name}
          required
          disabled={officer !== null}
          maxLength={50}
          value={values.name}
          onChange={(name) => change({ name })}
          error={error('name')}
        />
        <Field label={words.roles} required error={error('roles')}>
          {({ id }) => (
            <span id={id}>
              <Checkbox.Group
                options={ROLES}
                value={values.roles}
                onChange={(roles) => change({ roles: roles as OfficerRole[] })}
              />
            </span>
          )}
        </Field>
        <Tick
          checked={values.restricted}
          label={words.restricted}
          onTick={(restricted) => change({ restricted })}
        />
        {officer && (
          <Tick checked={values.active} label={words.activeField} onTick={(active) => change({ active })} />
        )}
      </div>
    </Dialog>
  );
}

function Tick({ checked, label, onTick }: { checked: boolean; label: string; onTick(on: boolean): void }) {
  return (
    <Field label="">
      {({ id }) => (
        <Checkbox id={id} checked={checked} onChange={(event) => onTick(event.target.checked)}>
          {label}
        </Checkbox>
      )}
    </Field>
  );
}

async function store(commandId: string, officer: Officer | null, values: Values) {
  const { name, roles, restricted, active } = values;
  if (!officer) return bureau.officers.add({ commandId, name, roles, restricted });
  const answer = await bureau.officers.update({ commandId, id: officer.id, roles, restricted, active });
  return answer.ok ? { ok: true as const, value: { ...answer.value, password: '' } } : answer;
}

function GivenPassword({ name, password, onClose }: { name: string; password: string; onClose(): void }) {
  return (
    <Dialog title={words.passwordTitle} onClose={onClose}>
      <p className="panel-note">{words.passwordHint(name)}</p>
      <output className="made-code" aria-label={words.password}>
        {password}
      </output>
    </Dialog>
  );
}
