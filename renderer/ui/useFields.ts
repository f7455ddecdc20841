import { useState } from 'react';
import { useToday } from '../stores/session.ts';
import { fieldText } from '../text/field.ts';
import { readDate } from './dateText.ts';

export interface FieldRules<F> {
  /** Named in the sentence of a missing field. */
  labels: { [K in keyof F]?: string };
  required?: readonly (keyof F & string)[];
  /** Dates as typed; read on saving. */
  dates?: readonly (keyof F & string)[];
  /** What else is plainly wrong, a sentence by field. */
  check?(values: F): Record<string, string>;
}

export interface Fields<F> {
  values: F;
  change(part: Partial<F>): void;
  /** Sentence of a field: our own check first, then the desk's refusal while the field is untouched since. */
  error(name: string): string | undefined;
  /**
   * The values with dates read (and `filled` put in), or null when something is missing; then the sentences show.
   */
  read(filled?: Partial<F>): F | null;
}

/** The fields of a small form as typed. `refused` are the sentences of the desk's last refusal by field. */
export function useFields<F extends object>(
  initial: F | (() => F),
  rules: FieldRules<NoInfer<F>>,
  refused: Record<string, string> = {},
): Fields<F> {
  const today = useToday();
  const [values, setValues] = useState(initial);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  return {
    values,
    change(part) {
      const names = Object.keys(part);
      setValues((before) => ({ ...before, ...part }));
      setWrong((before) =>
        Object.fromEntries(Object.entries(before).filter(([key]) => !isUnder(key, names))),
      );
      setTouched((before) => new Set([...before, ...names]));
    },
    error: (name) => wrong[name] ?? (isUnder(name, [...touched]) ? undefined : refused[name]),
    read(filled) {
      const typed = { ...values, ...filled };
      const next = { ...typed, ...readDates(typed, rules.dates ?? [], today) };
      const errors = { ...missing(next, rules, today), ...rules.check?.(next) };
      setWrong(errors);
      setTouched(new Set());
      setValues(next);
      return Object.keys(errors).length > 0 ? null : next;
    },
  };
}

const isUnder = (key: string, names: readonly string[]): boolean =>
  names.some((name) => key === name || key.startsWith(`${name}.`));

function readDates<F extends object>(
  values: F,
  dates: readonly (keyof F & string)[],
  today: string,
): Partial<F> {
  return Object.fromEntries(
    dates.map((name) => [name, readDate(String(values[name]), today) ?? values[name]]),
  ) as Partial<F>;
}

function missing<F extends object>(values: F, rules: FieldRules<F>, today: string): Record<string, string> {
  const errors: Record<string, string> = {};
  const label = (name: keyof F & string) => rules.labels[name] ?? '';
  for (const name of rules.required ?? [])
    if (String(values[name] ?? '').trim() === '') errors[name] = fieldText.required(label(name));
  for (const name of rules.dates ?? [])
    if (String(values[name]).trim() && !readDate(String(values[name]), today))
      errors[name] = fieldText.unreadableDate;
  return errors;
}
