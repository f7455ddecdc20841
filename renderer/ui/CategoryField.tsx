import { Select } from 'antd';
import { registrationText as words } from '../text/registration.ts';
import { categoryGroups, matchesCategory, plainCode } from './categoryOptions.ts';
import { Field } from './Field.tsx';

interface Props {
  label: string;
  value: string;
  onChange(code: string): void;
  required?: boolean;
  error?: string | undefined;
  span?: 1 | 2 | 3;
}

/** The content category: what a town meets daily first, then the whole tree; found by word or pinyin initials. */
export function CategoryField({ label, value, onChange, required = true, error, span }: Props) {
  return (
    <Field label={label} required={required} error={error} {...(span && { span })}>
      {({ status, ...control }) => (
        <Select<string>
          {...control}
          {...(status && { status })}
          value={(value || null) as string}
          placeholder={words.categoryPlaceholder}
          notFoundContent={words.categoryNone}
          options={categoryGroups}
          showSearch={{ filterOption: (typed, option) => matchesCategory(typed, option?.value as string) }}
          listHeight={360}
          onChange={(code) => onChange(plainCode(code))}
        />
      )}
    </Field>
  );
}
