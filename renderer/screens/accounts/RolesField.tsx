import { Checkbox } from 'antd';
import type { Role } from '../../../domain/person.ts';
import { accountsText } from '../../text/accounts.ts';
import { roleHints, roleWords } from '../../text/words.ts';
import { Field } from '../../ui/Field.tsx';

const ROLES: readonly Role[] = ['clerk', 'mediator', 'leader', 'administrator'];

/** One or more duties of a person. */
export function RolesField({
  value,
  onChange,
  error,
}: {
  value: readonly Role[];
  onChange(roles: Role[]): void;
  error?: string | undefined;
}) {
  return (
    <Field label={accountsText.roles} required error={error} hint={accountsText.rolesHint}>
      {({ id, 'aria-describedby': describedBy }) => (
        <fieldset className="roles" aria-label={accountsText.roles} aria-describedby={describedBy}>
          {ROLES.map((role, index) => (
            <Checkbox
              key={role}
              {...(index === 0 && { id })}
              checked={value.includes(role)}
              onChange={(e) =>
                onChange(e.target.checked ? [...value, role] : value.filter((r) => r !== role))
              }
            >
              {roleWords[role]} <span className="roles-hint">{roleHints[role]}</span>
            </Checkbox>
          ))}
        </fieldset>
      )}
    </Field>
  );
}
