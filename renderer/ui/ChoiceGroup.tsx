import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { FieldControl } from './Field.tsx';
import './choice.css';

export interface Choice<V extends string> {
  value: V;
  label: string;
}

interface Props<V extends string> {
  /** Read out as the name of the group when no label points to it. */
  label: string;
  value: V | '';
  choices: readonly Choice<V>[];
  onChange(value: V): void;
  /** Shows the digit of each choice; digits choose in any case. */
  digits?: boolean;
  autoFocus?: boolean;
  control?: FieldControl;
}

/** A few choices side by side; arrows move, digits 1 to 9 choose at once. */
export function ChoiceGroup<V extends string>({
  label,
  value,
  choices,
  onChange,
  digits = false,
  autoFocus,
  control,
}: Props<V>) {
  const byDigit = (event: KeyboardEvent) => {
    const chosen = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
    if (!chosen || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    onChange(chosen.value);
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${chosen.value}"]`)?.focus();
  };
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) group.current?.querySelector<HTMLInputElement>('input:checked, input')?.focus();
  }, [autoFocus]);
  const stop = choices.some((c) => c.value === value) ? value : choices[0]?.value;
  return (
    <div
      ref={group}
      className="choices"
      role="radiogroup"
      aria-label={label}
      aria-invalid={control?.['aria-invalid']}
      aria-describedby={control?.['aria-describedby']}
      onKeyDown={byDigit}
    >
      {choices.map((choice, index) => (
        <label key={choice.value} className="choice" data-chosen={choice.value === value ? '' : undefined}>
          <input
            type="radio"
            name={control?.id ?? label}
            id={choice.value === stop ? control?.id : undefined}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {digits && index < 9 && (
            <span className="choice-digit" aria-hidden="true">
              {index + 1}
            </span>
          )}
          {choice.label}
        </label>
      ))}
    </div>
  );
}
