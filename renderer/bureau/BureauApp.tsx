import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { ConsoleState } from '../../contract/bureauViews.ts';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { installKeys } from '../app/keys.ts';
import { deskTheme, styleNonce } from '../app/theme.ts';
import { bureauText } from '../text/bureau.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { LoadingState } from '../ui/LoadingState.tsx';
import { onSignedOut } from './consoleClient.ts';
import { useConsole } from './consoleStore.ts';
import '../app/base.css';

const ConsoleShell = lazy(() => import('./ConsoleShell.tsx').then((m) => ({ default: m.ConsoleShell })));
const SignInPage = lazy(() => import('./SignInPage.tsx').then((m) => ({ default: m.SignInPage })));
const FirstPasswordPage = lazy(() =>
  import('./FirstPasswordPage.tsx').then((m) => ({ default: m.FirstPasswordPage })),
);

/** The bureau's console: the same look and keys as a desk, in an officer's own browser. */
export function BureauApp() {
  const { state, gone, refresh } = useConsole();
  useEffect(installKeys, []);
  useEffect(() => {
    onSignedOut(() => void refresh());
    void refresh();
  }, [refresh]);
  return (
    <ConfigProvider
      theme={deskTheme('large')}
      locale={zhCN}
      csp={{ nonce: styleNonce() }}
      button={{ autoInsertSpace: false }}
    >
      <Router hook={useHashLocation}>
        <ErrorBoundary>
          <Suspense fallback={<LoadingState label={bureauText.loading} />}>
            {phase(state, gone, refresh)}
          </Suspense>
        </ErrorBoundary>
      </Router>
    </ConfigProvider>
  );
}

function phase(state: ConsoleState | null, gone: boolean, refresh: () => Promise<void>) {
  if (!state)
    return gone ? (
      <ErrorState title={bureauText.goneTitle} hint={bureauText.goneBody} onRetry={() => void refresh()} />
    ) : (
      <LoadingState label={bureauText.loading} />
    );
  if (!state.officer) return <SignInPage state={state} />;
  if (state.mustChangePassword) return <FirstPasswordPage state={state} />;
  return <ConsoleShell state={state} officer={state.officer} />;
}
