import { Button } from 'antd';
import { useState } from 'react';
import type { SessionState } from '../../../contract/session.ts';
import { signInText } from '../../text/session.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { RecoverForm } from './RecoverForm.tsx';
import { TrainingEntry } from './TrainingEntry.tsx';
import './signIn.css';

/** Sign-in by name and password; beside it the forgotten password and the training desk. */
export function SignInScreen({ session }: { session: SessionState }) {
  const [recovering, setRecovering] = useState(false);
  return (
    <div className="sign">
      <aside className="sign-side">
        <div className="sign-mark" aria-hidden="true">
          {signInText.mark}
        </div>
        <p className="sign-product">{signInText.product}</p>
        <p className="sign-subtitle">{signInText.subtitle}</p>
        <ul className="sign-motto">
          {signInText.motto.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="sign-version">{signInText.version(session.version)}</p>
      </aside>
      <main className="sign-main">
        <div className="sign-card">
          <p className="sign-unit">{session.unit?.organName}</p>
          {recovering ? (
            <RecoverForm names={session.names} onClose={() => setRecovering(false)} />
          ) : (
            <PasswordForm names={session.names} />
          )}
          {!recovering && (
            <div className="sign-more">
              <Button type="link" onClick={() => setRecovering(true)}>
                {signInText.forgotten}
              </Button>
              <TrainingEntry />
            </div>
          )}
        </div>
      </main>
    </div>
  );
}
