// biome-ignore-all lint/a11y/noStaticElementInteractions: keys are handled once for all rows
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the same
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: only rows take the focus, cells are read with them
import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { stateText } from '../text/field.ts';
import { gridMove } from './gridMove.ts';
import './dataGrid.css';

export interface Column<T> {
  key: string;
  title: string;
  /** CSS grid track: `8rem`, `minmax(12rem, 2fr)`. */
  width: string;
  render(row: T): ReactNode;
  align?: 'right' | 'center';
  /** Tabular figures: dates, numbers. */
  figures?: boolean;
}

interface Props<T> {
  /** Read out as the name of the grid. */
  label: string;
  /** Remembers the focused row and the place under this name, so that coming back finds the same row. */
  name: string;
  rows: readonly T[];
  rowKey(row: T): string;
  columns: readonly Column<T>[];
  onOpen?(row: T): void;
  /** Shown in place of rows. */
  empty?: ReactNode;
  ticked?: ReadonlySet<string>;
  onTick?(ticked: ReadonlySet<string>): void;
  /** All rows there are, when `rows` is a part of them. */
  total?: number;
  /** Asked when the end comes near. */
  onNearEnd?(): void;
  /** Row height in rem. */
  rowHeight?: number;
  autoFocus?: boolean;
}

const remembered = new Map<string, { key: string; scroll: number }>();

/** An accessible list of many rows: only those in sight are drawn, one of them has the focus. */
export function DataGrid<T>(props: Props<T>) {
  const {
    label,
    name,
    rows,
    rowKey,
    columns,
    onOpen,
    empty,
    ticked,
    onTick,
    total,
    onNearEnd,
    rowHeight = 2.4,
    autoFocus,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const before = remembered.get(name);
  const found = before ? rows.findIndex((row) => rowKey(row) === before.key) : -1;
  const [active, setActive] = useState(Math.max(0, found));
  const wantsFocus = useRef(Boolean(autoFocus) || found >= 0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rem,
    overscan: 8,
    initialOffset: before?.scroll ?? 0,
  });
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const items = virtual.getVirtualItems();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row must be drawn before it can take the focus
  useEffect(() => {
    if (!wantsFocus.current || rows.length === 0) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (!row) return;
    wantsFocus.current = false;
    // Rows that arrive late must not take the keyboard from somebody who is typing, or in a menu or a window, already.
    if (document.activeElement?.closest('input, textarea, header, [role=menu], [role=dialog]')) return;
    row.focus({ preventScroll: true });
  }, [at, rows.length, items.length]);
  const lastDrawn = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastDrawn >= rows.length - 10) onNearEnd?.();
  }, [lastDrawn, rows.length, onNearEnd]);

  const keep = (index: number) => {
    const row = rows[index];
    if (row) remembered.set(name, { key: rowKey(row), scroll: scroller.current?.scrollTop ?? 0 });
  };
  const tick = (row: T) => {
    if (!onTick) return;
    const next = new Set(ticked);
    if (!next.delete(rowKey(row))) next.add(rowKey(row));
    onTick(next);
  };
  const go = (index: number) => {
    setActive(index);
    keep(index);
    wantsFocus.current = true;
    virtual.scrollToIndex(index, { align: 'auto' });
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if (!row || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (rowHeight * rem)) - 2);
    const next = gridMove(event.key, at, rows.length, page);
    if (next !== null) go(next);
    else if (event.key === 'Enter' && onOpen) open(row, at);
    else if (event.key === ' ' && onTick) tick(row);
    else return;
    event.preventDefault();
  };
  const open = (row: T, index: number) => {
    keep(index);
    onOpen?.(row);
  };

  const template = {
    gridTemplateColumns: `${onTick ? '2.4rem ' : ''}${columns.map((c) => c.width).join(' ')}`,
  };
  return (
    <div
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-multiselectable={Boolean(onTick)}
      tabIndex={rows.length === 0 ? 0 : -1}
    >
      <div className="grid-scroll" ref={scroller} role="presentation" onKeyDown={onKeyDown}>
        <div className="grid-row grid-head" role="row" aria-rowindex={1} style={template} tabIndex={-1}>
          {onTick && <span role="columnheader" aria-label={stateText.ticked('')} />}
          {columns.map((c) => (
            <span key={c.key} role="columnheader" className={cellClass(c)}>
              {c.title}
            </span>
          ))}
        </div>
        {rows.length === 0 ? (
          <div role="row" aria-rowindex={2} tabIndex={-1}>
            <div role="gridcell">{empty}</div>
          </div>
        ) : (
          <div role="rowgroup" className="grid-rows" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index] as T;
              const key = rowKey(row);
              return (
                <div
                  key={key}
                  role="row"
                  data-index={item.index}
                  aria-rowindex={item.index + 2}
                  {...(onTick && { 'aria-selected': ticked?.has(key) ?? false })}
                  tabIndex={item.index === at ? 0 : -1}
                  className="grid-row"
                  style={{ ...template, height: item.size, transform: `translateY(${item.start}px)` }}
                  onFocus={() => setActive(item.index)}
                  onClick={() => open(row, item.index)}
                >
                  {onTick && (
                    <span role="gridcell" onClick={(event) => event.stopPropagation()}>
                      <Checkbox
                        tabIndex={-1}
                        checked={ticked?.has(key) ?? false}
                        onChange={() => tick(row)}
                        aria-label={stateText.ticked(key)}
                      />
                    </span>
                  )}
                  {columns.map((c) => (
                    <Cell key={c.key} className={cellClass(c)} content={c.render(row)} />
                  ))}
                </div>
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

/** Cut text can be read in full by pointing at it. */
function Cell({ className, content }: { className: string; content: ReactNode }) {
  return (
    <span role="gridcell" className={className} {...(typeof content === 'string' && { title: content })}>
      {content}
    </span>
  );
}

const cellClass = <T,>({ align, figures }: Column<T>): string =>
  `${align ? `cell-${align} ` : ''}${figures ? 'figures' : ''}`;
