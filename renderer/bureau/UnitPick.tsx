import { Select } from 'antd';
import type { ReactNode } from 'react';
import { bureauText } from '../text/bureau.ts';
import { Field } from '../ui/Field.tsx';
import { useQuery } from '../ui/useQuery.ts';
import { bureau } from './consoleClient.ts';

interface Props {
  label: string;
  /** Unit code; '' = none chosen. */
  value: string;
  onChange(code: string, name: string): void;
  required?: boolean;
  error?: string | undefined;
  hint?: ReactNode;
  /** Only the towns of the list: they are places as well. */
  townsOnly?: boolean;
  /** May be emptied again (a filter). */
  clearable?: boolean;
  className?: string;
}

/** A town or unit by name or code. */
export function UnitPick({
  value,
  onChange,
  clearable = false,
  townsOnly = false,
  className,
  ...field
}: Props) {
  const units = useQuery(() => bureau.units.list({}), []).value ?? [];
  const shown = townsOnly ? units.filter(({ builtIn }) => builtIn) : units;
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? '';
  return (
    <Field {...field}>
      {({ status, ...control }) => (
        <Select
          {...control}
          {...(status && { status })}
          {...(className && { className })}
          allowClear={clearable}
          popupMatchSelectWidth={false}
          placeholder={clearable ? bureauText.list.any : undefined}
          showSearch={{ filterOption: (typed, option) => matches(typed, option) }}
          options={shown.map((unit) => ({ value: unit.code, label: unit.name }))}
          value={value || null}
          onChange={(code) => onChange(code ?? '', nameOf(code))}
        />
      )}
    </Field>
  );
}

function matches(typed: string, option: { value: string; label: string } | undefined): boolean {
  const text = typed.trim();
  return option !== undefined && (option.label.includes(text) || option.value.startsWith(text));
}
