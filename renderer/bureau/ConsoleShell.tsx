import { DownOutlined, ReloadOutlined, UserOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { Suspense, useRef, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { ConsoleState, Officer } from '../../contract/bureauViews.ts';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { type KeyMap, useKeys } from '../app/keys.ts';
import { bureauText } from '../text/bureau.ts';
import { LoadingState } from '../ui/LoadingState.tsx';
import { useConsole } from './consoleStore.ts';
import { PasswordChange } from './PasswordChange.tsx';
import { menuFor, PAGES } from './pages.ts';
import '../app/shell.css';
import './bureau.css';

type SignedIn = Pick<Officer, 'id' | 'name' | 'roles' | 'restricted'>;

/** The frame of the console: bar, menu, the page, and the keys that work everywhere. */
export function ConsoleShell({ state, officer }: { state: ConsoleState; officer: SignedIn }) {
  const [location, go] = useLocation();
  const [round, setRound] = useState(0);
  const main = useRef<HTMLElement>(null);
  const entries = menuFor(officer.roles);
  const home = entries[0]?.path ?? '/desks';
  const refresh = () => setRound(round + 1);
  const keys: KeyMap = { f5: refresh };
  for (const [index, entry] of entries.entries()) {
    keys[`alt+${index + 1}`] = () => go(entry.path);
    if (entry.key) keys[entry.key.toLowerCase()] = () => go(entry.path);
  }
  useKeys(keys);
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {bureauText.skip}
      </button>
      <Bar state={state} officer={officer} onRefresh={refresh} />
      <nav className="menu" aria-label={bureauText.navigation}>
        {entries.map(({ path, title, icon: Icon, key }, index) => (
          <button
            key={path}
            type="button"
            className="menu-entry"
            aria-current={location === path || location.startsWith(`${path}/`) ? 'page' : undefined}
            aria-keyshortcuts={key ?? `Alt+${index + 1}`}
            onClick={() => go(path)}
          >
            <span className="menu-icon" aria-hidden="true">
              <Icon />
            </span>
            <span className="menu-title">{title}</span>
            <kbd>{key ?? `Alt+${index + 1}`}</kbd>
          </button>
        ))}
      </nav>
      <main className="main" ref={main} tabIndex={-1} aria-label={bureauText.main}>
        <ErrorBoundary resetKey={location}>
          <Suspense fallback={<LoadingState />}>
            <Switch key={round}>
              {PAGES.filter((page) => page.roles.some((role) => officer.roles.includes(role))).map((page) => (
                <Route key={page.path} path={page.path} component={page.component} />
              ))}
              <Route>
                <Redirect to={home} replace />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}

interface BarProps {
  state: ConsoleState;
  officer: SignedIn;
  onRefresh(): void;
}

function Bar({ state, officer, onRefresh }: BarProps) {
  const signOut = useConsole((s) => s.signOut);
  const [changing, setChanging] = useState(false);
  const items = [
    { key: 'password', label: bureauText.changePassword, onClick: () => setChanging(true) },
    { key: 'out', label: bureauText.signOut, onClick: () => void signOut() },
  ];
  return (
    <header className="bar">
      <strong className="bar-product">{bureauText.side}</strong>
      <span className="bar-unit">{state.bureauName}</span>
      <button type="button" className="bar-button" aria-keyshortcuts="F5" onClick={onRefresh}>
        <ReloadOutlined aria-hidden="true" /> {bureauText.refresh}
      </button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <button type="button" className="bar-button">
          <UserOutlined aria-hidden="true" /> {officer.name}
          <span className="bar-role">
            {officer.roles.map((role) => bureauText.roleWords[role]).join('、')}
          </span>
          <span className="hidden">{bureauText.account}</span>
          <DownOutlined aria-hidden="true" />
        </button>
      </Dropdown>
      {changing && <PasswordChange onClose={() => setChanging(false)} />}
    </header>
  );
}
