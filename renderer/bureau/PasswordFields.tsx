import { bureauText } from '../text/bureau.ts';
import { TextField } from '../ui/Field.tsx';
import { useFields } from '../ui/useFields.ts';
import { bureau } from './consoleClient.ts';
import { useConsole } from './consoleStore.ts';
import { useSend } from './useSend.ts';

const words = bureauText.password;

/** The old password and the new one twice; on the first page and in the dialog. */
export function usePasswordForm(onDone: () => void) {
  const take = useConsole((s) => s.take);
  const change = useSend((commandId, input: { oldPassword: string; newPassword: string }) =>
    bureau.session.changePassword({ commandId, ...input }),
  );
  const wrongOld = change.refusal?.code === 'wrong-password' || change.refusal?.code === 'too-many-tries';
  const sentence = change.error ?? Object.values(change.errors)[0];
  const refused = sentence ? { [wrongOld ? 'oldPassword' : 'newPassword']: sentence } : {};
  const fields = useFields(
    { oldPassword: '', newPassword: '', repeat: '' },
    {
      labels: { oldPassword: words.old, newPassword: words.next, repeat: words.repeat },
      required: ['oldPassword', 'newPassword', 'repeat'],
      check: ({ newPassword, repeat }) =>
        repeat && newPassword !== repeat ? { repeat: words.differs } : ({} as Record<string, string>),
    },
    refused,
  );
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { oldPassword, newPassword } = read;
    const state = await change.run({ oldPassword, newPassword });
    if (!state) return;
    take(state);
    onDone();
  };
  return { fields, save, busy: change.busy };
}

export function PasswordFields({ fields }: Pick<ReturnType<typeof usePasswordForm>, 'fields'>) {
  const { values, change, error } = fields;
  return (
    <div className="form-grid">
      <TextField
        label={words.old}
        required
        password
        autoFocus
        autoComplete="current-password"
        value={values.oldPassword}
        onChange={(oldPassword) => change({ oldPassword })}
        error={error('oldPassword')}
      />
      <TextField
        label={words.next}
        required
        password
        autoComplete="new-password"
        value={values.newPassword}
        onChange={(newPassword) => change({ newPassword })}
        error={error('newPassword')}
        hint={words.nextHint}
      />
      <TextField
        label={words.repeat}
        required
        password
        autoComplete="new-password"
        value={values.repeat}
        onChange={(repeat) => change({ repeat })}
        error={error('repeat')}
      />
    </div>
  );
}
