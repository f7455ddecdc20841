import { Select } from 'antd';
import { useRef, useState } from 'react';
import type { PlaceView } from '../../contract/places.ts';
import { desk } from '../app/bridge.ts';
import { placeText } from '../text/place.ts';
import { Field } from './Field.tsx';

export interface Place {
  code: string;
  name: string;
}

interface Props {
  label: string;
  value: Place | null;
  onChange(place: Place): void;
  onBlur?(): void;
  /** Code prefix whose places come first (the own town's villages). */
  near?: string;
  accept?(place: PlaceView): boolean;
  /** A place that no list has may be written down as it was said. */
  free?: boolean;
  required?: boolean;
  error?: string | undefined;
  hint?: string;
  span?: 1 | 2 | 3;
  placeholder?: string;
}

interface Option {
  value: string;
  label: string;
  name: string;
  full: string;
}
/** Marks an option that is only what was typed. */
const TYPED = 'typed:';

/** A place by name or pinyin initials: near ones first, then anywhere. */
export function PlaceField({
  value,
  onChange,
  onBlur,
  near = '',
  accept = () => true,
  free = false,
  placeholder,
  ...field
}: Props) {
  const [options, setOptions] = useState<Option[]>([]);
  const [text, setText] = useState('');
  const round = useRef(0);

  const look = async (typed: string) => {
    setText(typed);
    round.current += 1;
    const mine = round.current;
    const found = await findPlaces(typed.trim(), near).catch(() => []);
    if (mine === round.current) setOptions(found.filter(accept).map(toOption));
  };
  const choose = (_: unknown, option: Option | Option[] | undefined) => {
    if (!option || Array.isArray(option)) return;
    setText('');
    onChange(
      option.value.startsWith(TYPED)
        ? { code: '', name: option.name }
        : { code: option.value, name: option.full },
    );
  };
  const typed = text.trim();
  const list =
    free && typed
      ? [...options, { value: `${TYPED}${typed}`, label: placeText.asTyped(typed), name: typed, full: typed }]
      : options;
  return (
    <Field {...field}>
      {({ status, ...control }) => (
        <Select<string, Option>
          {...control}
          {...(status && { status })}
          showSearch={{ searchValue: text, onSearch: (t) => void look(t), filterOption: false }}
          value={(value?.name ? value.name : null) as string}
          options={list}
          placeholder={placeholder ?? placeText.placeholder}
          notFoundContent={typed ? placeText.none : placeText.type}
          onChange={choose}
          onFocus={() => void look('')}
          onBlur={() => {
            setText('');
            onBlur?.();
          }}
          optionRender={({ data }) => (
            <span className="place-option">
              {data.label}
              {data.full !== data.name && <small>{data.full}</small>}
            </span>
          )}
        />
      )}
    </Field>
  );
}

/** Near places first; when nothing near fits, the whole country. Without text the children of `near`. */
async function findPlaces(text: string, near: string): Promise<PlaceView[]> {
  if (!text) {
    const children = near ? await desk.places.children({ code: near }) : null;
    return children?.ok ? children.value : [];
  }
  const [close, far] = await Promise.all([
    near ? desk.places.search({ text, within: near }) : null,
    desk.places.search({ text, within: '' }),
  ]);
  const first = close?.ok ? close.value : [];
  const known = new Set(first.map((p) => p.code));
  return [...first, ...(far.ok ? far.value.filter((p) => !known.has(p.code)) : [])];
}

const toOption = (place: PlaceView): Option => ({
  value: place.code,
  label: place.name,
  name: place.name,
  full: place.fullName,
});
