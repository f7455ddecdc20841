import { Select } from 'antd';
import { signInText } from '../../text/session.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field } from '../../ui/Field.tsx';

interface Props {
  names: readonly string[];
  value: string;
  onChange(name: string): void;
  error?: string | undefined;
  autoFocus?: boolean;
}

/** More names than this do not fit side by side. */
const SIDE_BY_SIDE = 9;

/** The people of this desk: side by side with digits while they are few, else a list to search. */
export function NameField({ names, value, onChange, error, autoFocus }: Props) {
  return (
    <Field label={signInText.name} required error={error}>
      {({ status, ...control }) =>
        names.length <= SIDE_BY_SIDE ? (
          <ChoiceGroup
            label={signInText.name}
            control={{ ...control, status }}
            value={value}
            choices={names.map((name) => ({ value: name, label: name }))}
            digits={names.length > 1}
            onChange={onChange}
            {...(autoFocus && { autoFocus })}
          />
        ) : (
          <Select
            {...control}
            {...(status && { status })}
            {...(autoFocus && { autoFocus })}
            showSearch
            value={value || null}
            placeholder={signInText.chooseName}
            options={names.map((name) => ({ value: name, label: name }))}
            onChange={onChange}
          />
        )
      }
    </Field>
  );
}
