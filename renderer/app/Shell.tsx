import { Suspense, useRef, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { SessionState } from '../../contract/session.ts';
import { screenTitles, shellText } from '../text/shell.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingState } from '../ui/LoadingState.tsx';
import { AuditBand } from './AuditBand.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HelpOverlay } from './HelpOverlay.tsx';
import { type KeyMap, useKeys } from './keys.ts';
import { menuOf, SCREENS, type Screen } from './screens.ts';
import { TopBar } from './TopBar.tsx';
import { TrainingBand } from './TrainingBand.tsx';
import './shell.css';

/** The frame of a signed-in page: top bar, menu, the screen, and the keys that work everywhere. */
export function Shell({ session }: { session: SessionState }) {
  const [location, go] = useLocation();
  const [help, setHelp] = useState(false);
  const [round, setRound] = useState(0);
  const menu = useRef<HTMLElement>(null);
  const main = useRef<HTMLElement>(null);
  const roles = session.user?.roles ?? [];
  const entries = menuOf(roles);
  const home = entries[0]?.path ?? '/sync';

  const keys: KeyMap = {
    f1: () => setHelp(true),
    // Asks everything again by drawing the screen anew; drafts keep what is half typed.
    f5: () => setRound(round + 1),
    f6: () => switchPane(menu.current, main.current),
  };
  for (const [index, entry] of entries.entries()) {
    keys[`alt+${index + 1}`] = () => go(entry.path);
    if (entry.key) keys[entry.key.toLowerCase()] = () => go(entry.path);
  }
  useKeys(keys);

  return (
    <div className="shell" data-training={session.training ? '' : undefined}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {shellText.skip}
      </button>
      {session.training && <TrainingBand />}
      <TopBar session={session} onHelp={() => setHelp(true)} />
      <nav className="menu" ref={menu} aria-label={shellText.navigation}>
        {entries.map((entry, index) => (
          <MenuEntry
            key={entry.path}
            entry={entry}
            shortcut={entry.key ?? `Alt+${index + 1}`}
            current={location === entry.path || location.startsWith(`${entry.path}/`)}
            onOpen={() => go(entry.path)}
          />
        ))}
      </nav>
      <main className="main" id="main" ref={main} tabIndex={-1} aria-label={shellText.main}>
        {roles.includes('administrator') && <AuditBand />}
        <ErrorBoundary resetKey={location}>
          <Suspense fallback={<LoadingState />}>
            <Switch key={round}>
              {SCREENS.filter((s) => s.roles.some((role) => roles.includes(role))).map((s) => (
                <Route key={s.path} path={s.path} component={s.component} />
              ))}
              <Route>
                {location === '/' || location === '' ? (
                  <Home path={home} go={go} />
                ) : (
                  <Unknown location={location} />
                )}
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
      {help && <HelpOverlay onClose={() => setHelp(false)} />}
    </div>
  );
}

function MenuEntry({
  entry,
  shortcut,
  current,
  onOpen,
}: {
  entry: Screen;
  shortcut: string;
  current: boolean;
  onOpen(): void;
}) {
  const Icon = entry.icon;
  return (
    <button
      type="button"
      className="menu-entry"
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={shortcut}
      onClick={onOpen}
    >
      {Icon && (
        <span className="menu-icon" aria-hidden="true">
          <Icon />
        </span>
      )}
      <span className="menu-title">{entry.title}</span>
      <kbd>{shortcut}</kbd>
    </button>
  );
}

function Unknown({ location }: { location: string }) {
  const known = SCREENS.some((s) => s.path === location);
  const words = known ? shellText.noAccess : shellText.notFound;
  return <EmptyState title={words.title} hint={words.hint} />;
}

function Home({ path, go }: { path: string; go(path: string, options?: { replace: boolean }): void }) {
  queueMicrotask(() => go(path, { replace: true }));
  return <LoadingState label={screenTitles.today} />;
}

function switchPane(menu: HTMLElement | null, main: HTMLElement | null): void {
  if (menu?.contains(document.activeElement)) main?.focus();
  else (menu?.querySelector<HTMLElement>('[aria-current]') ?? menu?.querySelector('button'))?.focus();
}
