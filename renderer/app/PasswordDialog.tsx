import { useState } from 'react';
import { accountsText } from '../text/accounts.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { useCommand } from '../ui/useCommand.ts';
import { desk } from './bridge.ts';

/** Refusals that stand at the old password. */
const aboutOld: ReadonlySet<string> = new Set(['wrong-password', 'too-many-tries']);

/** A person changes the own password. */
export function PasswordDialog({ onClose }: { onClose(): void }) {
  const [oldPassword, setOld] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeat, setRepeat] = useState('');
  const [differs, setDiffers] = useState(false);
  const change = useCommand((commandId, input: { oldPassword: string; newPassword: string }) =>
    desk.session.changePassword({ commandId, ...input }),
  );
  const wrongOld = aboutOld.has(change.refusal?.code ?? '') ? change.error : change.errors.oldPassword;
  const save = async () => {
    setDiffers(newPassword !== repeat);
    if (newPassword === repeat && (await change.run({ oldPassword, newPassword }))) onClose();
  };
  return (
    <Dialog title={accountsText.changePassword} onClose={onClose} onSave={save} busy={change.busy} width={30}>
      <div className="form-grid">
        <TextField
          label={accountsText.oldPassword}
          required
          password
          value={oldPassword}
          onChange={setOld}
          error={wrongOld}
          autoFocus
          autoComplete="current-password"
        />
        <TextField
          label={accountsText.newPassword}
          required
          password
          value={newPassword}
          onChange={setNew}
          error={change.errors.newPassword ?? (wrongOld ? undefined : change.error)}
          hint={accountsText.passwordHint}
          autoComplete="new-password"
        />
        <TextField
          label={accountsText.repeat}
          required
          password
          value={repeat}
          onChange={setRepeat}
          error={differs ? accountsText.differs : undefined}
          autoComplete="new-password"
        />
      </div>
    </Dialog>
  );
}
