import type { ReactNode } from 'react';
import type { ConsoleState } from '../../contract/bureauViews.ts';
import { bureauText } from '../text/bureau.ts';
import { signInText } from '../text/session.ts';
import '../screens/signIn/signIn.css';

/** The frame of the pages before the console: the same face as a desk's sign-in. */
export function SignPage({ state, children }: { state: ConsoleState; children: ReactNode }) {
  return (
    <div className="sign">
      <aside className="sign-side">
        <div className="sign-mark" aria-hidden="true">
          {signInText.mark}
        </div>
        <p className="sign-product">{bureauText.product}</p>
        <p className="sign-subtitle">{bureauText.side}</p>
        <ul className="sign-motto">
          {signInText.motto.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="sign-version">{signInText.version(state.version)}</p>
      </aside>
      <main className="sign-main">
        <div className="sign-card">
          <p className="sign-unit">{state.bureauName}</p>
          {children}
        </div>
      </main>
    </div>
  );
}
