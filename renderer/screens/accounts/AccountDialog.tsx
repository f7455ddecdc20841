import { Button } from 'antd';
import { useState } from 'react';
import type { Account } from '../../../contract/accounts.ts';
import type { Role } from '../../../domain/person.ts';
import { desk } from '../../app/bridge.ts';
import { accountsText } from '../../text/accounts.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { RolesField } from './RolesField.tsx';
import './accounts.css';

type Work = 'roles' | 'password' | 'disable';
interface Props {
  account: Account;
  onClose(): void;
}

/** One account: its duties; from here a new password or its end. */
export function AccountDialog({ account, onClose }: Props) {
  const [work, setWork] = useState<Work>('roles');
  if (work === 'password') return <ResetDialog account={account} onClose={onClose} />;
  if (work === 'disable') return <DisableDialog account={account} onClose={onClose} />;
  return <RolesDialog account={account} onClose={onClose} onOther={setWork} />;
}

function RolesDialog({ account, onClose, onOther }: Props & { onOther(work: Work): void }) {
  const [roles, setRoles] = useState<Role[]>(account.roles);
  const [error, setError] = useState<string>();
  const set = useCommand((commandId, chosen: Role[]) =>
    desk.accounts.setRoles({ commandId, id: account.id, roles: chosen }),
  );
  const save = async () => {
    setError(roles.length === 0 ? accountsText.rolesMissing : undefined);
    if (roles.length > 0 && (await set.run(roles))) onClose();
  };
  return (
    <Dialog
      title={accountsText.rolesTitle(account.name)}
      onClose={onClose}
      onSave={save}
      busy={set.busy}
      error={set.error ?? set.errors.id}
      extra={
        <span className="account-extra">
          <Button onClick={() => onOther('password')}>{accountsText.resetPassword}</Button>
          {account.active && <Button onClick={() => onOther('disable')}>{accountsText.disable}</Button>}
        </span>
      }
    >
      <RolesField value={roles} error={error ?? set.errors.roles} onChange={setRoles} />
    </Dialog>
  );
}

function ResetDialog({ account, onClose }: Props) {
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const reset = useCommand((commandId, typed: string) =>
    desk.accounts.resetPassword({ commandId, id: account.id, password: typed }),
  );
  const save = async () => {
    setShort([...password].length < 8);
    if ([...password].length >= 8 && (await reset.run(password))) onClose();
  };
  return (
    <Dialog
      title={accountsText.resetTitle(account.name)}
      onClose={onClose}
      onSave={save}
      busy={reset.busy}
      width={32}
    >
      <TextField
        label={accountsText.newPassword}
        required
        password
        autoFocus
        autoComplete="new-password"
        hint={accountsText.resetHint}
        value={password}
        error={short ? accountsText.passwordHint : (reset.errors.password ?? reset.error)}
        onChange={setPassword}
      />
    </Dialog>
  );
}

function DisableDialog({ account, onClose }: Props) {
  const disable = useCommand((commandId, id: string) => desk.accounts.disable({ commandId, id }));
  const save = async () => {
    if (await disable.run(account.id)) onClose();
  };
  return (
    <Dialog
      title={accountsText.disableTitle(account.name)}
      onClose={onClose}
      onSave={save}
      saveLabel={accountsText.disable}
      danger
      busy={disable.busy}
      width={32}
      error={disable.error ?? disable.errors.id}
    >
      <p>{accountsText.disableBody}</p>
    </Dialog>
  );
}
