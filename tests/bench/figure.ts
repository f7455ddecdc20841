import { performance } from 'node:perf_hooks';

/** One line of the bench: a value beside a reference that was measured in the same run, and the bar for their ratio. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  reference: number | null;
  /** Where the bar is for the value itself, not for the ratio. */
  barOn: 'ratio' | 'value';
  bar: number;
}

/** `name value unit reference ratio bar ok|SHORT`. */
export function figureLine({ name, value, unit, reference, barOn, bar }: Figure): string {
  const ratio = reference === null ? null : value / reference;
  const held = barOn === 'ratio' ? ratio !== null && ratio <= bar : value <= bar;
  const shown = (n: number | null) => (n === null ? '-' : n.toFixed(2));
  return [name, shown(value), unit, shown(reference), shown(ratio), bar, held ? 'ok' : 'SHORT'].join(' ');
}

/** The value below which the share `p` (0 to 1) of the samples lies. */
export function quantile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}

/** Milliseconds that the work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
