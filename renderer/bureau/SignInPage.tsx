import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ConsoleState } from '../../contract/bureauViews.ts';
import { useKeys } from '../app/keys.ts';
import { bureauText, consoleSentence } from '../text/bureau.ts';
import { enterNext } from '../ui/enterNext.ts';
import { focusFirstError, TextField } from '../ui/Field.tsx';
import { bureau, sent } from './consoleClient.ts';
import { useConsole } from './consoleStore.ts';
import { SignPage } from './SignPage.tsx';

const words = bureauText.signIn;

/** An officer signs in by name and password. Names are typed, not offered: anybody can open this page. */
export function SignInPage({ state }: { state: ConsoleState }) {
  const take = useConsole((s) => s.take);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<{ name?: string; password?: string }>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLDivElement>(null);

  const enter = async () => {
    if (busy) return;
    const missing = {
      ...(!name.trim() && { name: words.nameMissing }),
      ...(!password && { password: words.passwordMissing }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return focusFirstError(form.current);
    setBusy(true);
    const answer = await sent(bureau.session.signIn({ name: name.trim(), password }));
    setBusy(false);
    if (answer.ok) return take(answer.value);
    setPassword('');
    const wrong = answer.refusal.code === 'wrong-password';
    setErrors({ password: wrong ? words.wrong : consoleSentence(answer.refusal) });
    focusFirstError(form.current);
  };
  useKeys({ f9: () => void enter() });
  return (
    <SignPage state={state}>
      <div ref={form} onKeyDownCapture={enterNext} className="sign-form">
        <h1>{words.title}</h1>
        <TextField
          label={words.name}
          required
          autoFocus
          autoComplete="username"
          value={name}
          onChange={setName}
          error={errors.name}
        />
        <TextField
          label={words.password}
          required
          password
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={errors.password}
          onEnter={() => void enter()}
        />
        <Button type="primary" size="large" block data-save="" loading={busy} onClick={() => void enter()}>
          {words.enter}
        </Button>
      </div>
    </SignPage>
  );
}
