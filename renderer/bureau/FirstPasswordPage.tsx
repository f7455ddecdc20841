import { Button } from 'antd';
import { useRef } from 'react';
import type { ConsoleState } from '../../contract/bureauViews.ts';
import { useKeys } from '../app/keys.ts';
import { bureauText } from '../text/bureau.ts';
import { enterNext } from '../ui/enterNext.ts';
import { focusFirstError } from '../ui/Field.tsx';
import { useConsole } from './consoleStore.ts';
import { PasswordFields, usePasswordForm } from './PasswordFields.tsx';
import { SignPage } from './SignPage.tsx';

const words = bureauText.password;

/** First sign-in: the one-time password is changed before anything else. */
export function FirstPasswordPage({ state }: { state: ConsoleState }) {
  const signOut = useConsole((s) => s.signOut);
  const form = useRef<HTMLDivElement>(null);
  const { fields, save, busy } = usePasswordForm(() => {});
  const run = async () => {
    await save();
    focusFirstError(form.current);
  };
  useKeys({ f9: () => void run() });
  return (
    <SignPage state={state}>
      <div ref={form} onKeyDownCapture={enterNext} className="sign-form">
        <h1>{words.firstTitle}</h1>
        <p>{words.firstHint}</p>
        <PasswordFields fields={fields} />
        <Button type="primary" size="large" block data-save="" loading={busy} onClick={() => void run()}>
          {words.save}(F9)
        </Button>
        <Button type="link" onClick={() => void signOut()}>
          {bureauText.signOut}
        </Button>
      </div>
    </SignPage>
  );
}
