import type { ReactNode } from 'react';

/** Around a grid: tells which row has the focus, for a pane that follows it. */
export function RowFocus({ onRow, children }: { onRow(index: number): void; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the rows inside
    <div
      className="row-focus"
      onFocus={(event) => {
        const index = event.target.closest<HTMLElement>('[data-index]')?.dataset.index;
        if (index !== undefined) onRow(Number(index));
      }}
    >
      {children}
    </div>
  );
}
