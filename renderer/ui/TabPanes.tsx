import { type KeyboardEvent, type ReactNode, useId } from 'react';
import './tabPanes.css';

export interface TabPane<K extends string> {
  key: K;
  label: string;
  /** Drawn only while the tab is chosen. */
  children: () => ReactNode;
}

interface Props<K extends string> {
  label: string;
  value: K;
  onChange(key: K): void;
  panes: readonly TabPane<K>[];
}

/** Tabs over one pane: one stop for Tab, arrows and Home/End choose at once. */
export function TabPanes<K extends string>({ label, value, onChange, panes }: Props<K>) {
  const id = useId();
  const at = Math.max(
    0,
    panes.findIndex((pane) => pane.key === value),
  );
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: panes.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + panes.length) % panes.length;
    const pane = panes[index];
    if (!pane) return;
    onChange(pane.key);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  return (
    <div className="tab-panes">
      <div className="tab-list" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={keys}>
        {panes.map((pane, index) => (
          <button
            key={pane.key}
            type="button"
            role="tab"
            id={`${id}-${pane.key}`}
            aria-selected={index === at}
            aria-controls={index === at ? `${id}-pane` : undefined}
            tabIndex={index === at ? 0 : -1}
            onClick={() => onChange(pane.key)}
          >
            {pane.label}
          </button>
        ))}
      </div>
      <div
        className="tab-pane"
        role="tabpanel"
        id={`${id}-pane`}
        aria-labelledby={`${id}-${panes[at]?.key}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
      >
        {panes[at]?.children()}
      </div>
    </div>
  );
}
