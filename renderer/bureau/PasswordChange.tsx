import { bureauText } from '../text/bureau.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PasswordFields, usePasswordForm } from './PasswordFields.tsx';

/** An officer changes the own password. */
export function PasswordChange({ onClose }: { onClose(): void }) {
  const { fields, save, busy } = usePasswordForm(onClose);
  return (
    <Dialog
      title={bureauText.password.title}
      onClose={onClose}
      onSave={save}
      saveLabel={bureauText.password.save}
      busy={busy}
      width={30}
    >
      <PasswordFields fields={fields} />
    </Dialog>
  );
}
