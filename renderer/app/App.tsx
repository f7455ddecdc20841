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

const Shell = lazy(() => import('./Shell.tsx').then((m) => ({ default: m.Shell })));
const SetupScreen = lazy(() =>
  import('../screens/setup/SetupScreen.tsx').then((m) => ({ default: m.SetupScreen })),
);
const SignInScreen = lazy(() =>
  import('../screens/signIn/SignInScreen.tsx').then((m) => ({ default: m.SignInScreen })),
);
const TroubleScreen = lazy(() =>
  import('../screens/signIn/TroubleScreen.tsx').then((m) => ({ default: m.TroubleScreen })),
);

/** The page: theme, language, keyboard, and the screen that fits the phase of the desk. */
export function App() {
  const { session, gone, refresh } = useSession();
  const size = session?.textSize ?? 'large';
  const theme = useMemo(() => deskTheme(size), [size]);

  useEffect(installKeys, []);
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
