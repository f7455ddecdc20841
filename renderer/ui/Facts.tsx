import type { ReactNode } from 'react';
import './facts.css';

export interface Fact {
  term: string;
  value: ReactNode;
  /** Tabular figures: dates, numbers. */
  figures?: boolean;
  /** Takes the whole width. */
  wide?: boolean;
}

/** Terms and values side by side in as many columns as fit; empty values are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter((fact) => fact.value !== undefined && fact.value !== '')
        .map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a term may stand twice (two assignments), the order is fixed
          <div key={index} className={fact.wide ? 'facts-wide' : undefined}>
            <dt>{fact.term}</dt>
            <dd className={fact.figures ? 'figures' : undefined}>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
