import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { SessionState } from '../../contract/session.ts';
import { useSession } from '../stores/session.ts';
import { shellText } from '../text/shell.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { LoadingState } from '../ui/LoadingState.tsx';
import { onSignedOut, onTopics } from './bridge.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { installKeys } from './keys.ts';
import { deskTheme, rootSize, styleNonce } from './theme.ts';
import './base.css';
import '../ui/field.css';
import '../ui/tags.css';

const loadShell = () => import('./Shell.tsx');
const loadSignIn = () => import('../screens/signIn/SignInScreen.tsx');
const Shell = lazy(() => loadShell().then((m) => ({ default: m.Shell })));
const SetupScreen = lazy(() =>
  import('../screens/setup/SetupScreen.tsx').then((m) => ({ default: m.SetupScreen })),
);
const SignInScreen = lazy(() => loadSignIn().then((m) => ({ default: m.SignInScreen })));
const TroubleScreen = lazy(() =>
  import('../screens/signIn/TroubleScreen.tsx').then((m) => ({ default: m.TroubleScreen })),
);

/** What cannot be loaded ahead is asked for again, and complained of, when it is needed. */
const ahead = (...loads: Promise<unknown>[]) => void Promise.allSettled(loads);
/** The first screen of the morning, while the password is being typed. */
const loadMorning = () => ahead(loadShell(), import('../screens/today/TodayScreen.tsx'));

/** The page: theme, language, keyboard, and the screen that fits the phase of the desk. */
export function App() {
  const { session, gone, refresh } = useSession();
  const size = session?.textSize ?? 'large';
  const theme = useMemo(() => deskTheme(size), [size]);

  const signedOut = session?.phase === 'signed-out';

  useEffect(installKeys, []);
  useEffect(() => {
    // Most days begin with the password: its page need not wait until the desk has said so.
    ahead(loadSignIn());
  }, []);
  useEffect(() => {
    if (!signedOut) return;
    const waiting = setTimeout(loadMorning, 200);
    return () => clearTimeout(waiting);
  }, [signedOut]);
  useEffect(() => {
    onSignedOut(() => void refresh());
    void refresh();
    return onTopics(['session'], () => void refresh());
  }, [refresh]);
  useEffect(() => {
    document.documentElement.style.fontSize = `${rootSize(size)}px`;
    document.documentElement.dataset.textSize = size;
  }, [size]);

  return (
    <ConfigProvider
      theme={theme}
      locale={zhCN}
      csp={{ nonce: styleNonce() }}
      button={{ autoInsertSpace: false }}
    >
      <Router hook={useHashLocation}>
        <ErrorBoundary>
          <Suspense fallback={<LoadingState label={shellText.loading} />}>
            {phase(session, gone, refresh)}
          </Suspense>
        </ErrorBoundary>
      </Router>
    </ConfigProvider>
  );
}

function phase(session: SessionState | null, gone: boolean, refresh: () => void) {
  if (gone && !session)
    return <ErrorState title={shellText.gone} hint={shellText.goneBody} onRetry={refresh} />;
  if (!session) return <LoadingState label={shellText.loading} />;
  switch (session.phase) {
    case 'setup':
    case 'confirm-recovery':
      return <SetupScreen session={session} />;
    case 'signed-out':
      return <SignInScreen session={session} />;
    case 'trouble':
      return <TroubleScreen session={session} />;
    case 'signed-in':
      return <Shell session={session} />;
  }
}
