import { Select } from 'antd';
import type { ReactNode } from 'react';
import { type Choice, ChoiceGroup } from './ChoiceGroup.tsx';
import { Field } from './Field.tsx';

interface Props<V extends string> {
  label: string;
  value: V | '';
  words: Partial<Record<V, string>>;
  onChange(value: V): void;
  required?: boolean;
  error?: string | undefined;
  hint?: ReactNode;
  span?: 1 | 2 | 3;
  autoFocus?: boolean;
}

const choicesOf = <V extends string>(words: Partial<Record<V, string>>): Choice<V>[] =>
  (Object.entries(words) as [V, string][]).map(([value, label]) => ({ value, label }));

/** One of a catalogue's words from a list; typing narrows it. */
export function PickField<V extends string>({ value, words, onChange, autoFocus, ...field }: Props<V>) {
  return (
    <Field {...field}>
      {({ status, ...control }) => (
        <Select
          {...control}
          {...(status && { status })}
          {...(autoFocus && { autoFocus })}
          showSearch={{ optionFilterProp: 'label' }}
          options={choicesOf(words)}
          value={value || null}
          onChange={(chosen) => chosen && onChange(chosen)}
        />
      )}
    </Field>
  );
}

/** One of a few words side by side; digits choose. */
export function ChooseField<V extends string>({ value, words, onChange, autoFocus, ...field }: Props<V>) {
  return (
    <Field {...field}>
      {(control) => (
        <ChoiceGroup
          label={field.label}
          control={control}
          value={value}
          choices={choicesOf(words)}
          onChange={onChange}
          digits
          {...(autoFocus && { autoFocus })}
        />
      )}
    </Field>
  );
}
