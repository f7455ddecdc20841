import { Button } from 'antd';
import { useRef, useState } from 'react';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { useSession } from '../../stores/session.ts';
import { refusalSentence } from '../../text/refusals.ts';
import { signInText } from '../../text/session.ts';
import { enterNext } from '../../ui/enterNext.ts';
import { TextField } from '../../ui/Field.tsx';
import { NameField } from './NameField.tsx';

/** Name from the list, password, Enter. Each wrong try says so at the field and keeps the name. */
export function PasswordForm({ names }: { names: readonly string[] }) {
  const take = useSession((s) => s.take);
  const [name, setName] = useState(names.length === 1 ? (names[0] ?? '') : '');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<{ name?: string; password?: string }>({});
  const [busy, setBusy] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  const enter = async () => {
    if (busy) return;
    if (!name) return setErrors({ name: signInText.chooseName });
    if (!password) return fail(signInText.passwordMissing);
    setBusy(true);
    try {
      const answer = await desk.session.signIn({ name, password });
      if (answer.ok) return take(answer.value);
      setPassword('');
      fail(refusalSentence(answer.refusal));
    } catch {
      fail(refusalSentence({ code: 'no-answer' }));
    } finally {
      setBusy(false);
    }
  };
  const fail = (sentence: string) => {
    setErrors({ password: sentence });
    body.current?.querySelector<HTMLInputElement>('input[type=password]')?.focus();
  };
  useKeys({ f9: () => void enter() });

  return (
    <div ref={body} onKeyDownCapture={enterNext} className="sign-form">
      <h1>{signInText.title}</h1>
      <NameField
        names={names}
        value={name}
        error={errors.name}
        autoFocus={!name}
        onChange={(chosen) => {
          setName(chosen);
          setErrors({});
        }}
      />
      <TextField
        key={name ? 'ready' : 'waiting'}
        label={signInText.password}
        password
        required
        autoFocus={Boolean(name)}
        autoComplete="current-password"
        value={password}
        error={errors.password}
        onChange={(typed) => {
          setPassword(typed);
          setErrors({});
        }}
        onEnter={() => void enter()}
      />
      <Button type="primary" size="large" block data-save="" loading={busy} onClick={() => void enter()}>
        {signInText.enter}
      </Button>
    </div>
  );
}
