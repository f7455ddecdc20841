import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Field } from './Field.tsx';

/** Pause (ms) after a keystroke before asking; short enough to feel immediate. */
const PAUSE = 180;

interface Props {
  label: string;
  placeholder: string;
  /** What was last asked for. */
  value: string;
  onChange(text: string): void;
  box: RefObject<InputRef | null>;
}

/** The one search box of a list: asks a moment after the last keystroke; Enter or Down goes to the first row. */
export function SearchField({ label, placeholder, value, onChange, box }: Props) {
  const [typed, setTyped] = useState(value);
  const timer = useRef(0);
  const lastAsked = useRef(value);
  // Cleared from outside; our own question coming back must not overwrite what was typed since (or is composed).
  useEffect(() => {
    if (value === lastAsked.current) return;
    lastAsked.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      lastAsked.current = text;
      onChange(text);
    }, PAUSE);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('[role=grid] [data-index="0"]')?.focus();
  };
  return (
    <div className="filter-search">
      <Field label={label}>
        {({ status: _status, ...control }) => (
          <Input
            {...control}
            ref={box}
            value={typed}
            allowClear
            prefix={<SearchOutlined aria-hidden="true" />}
            placeholder={placeholder}
            autoComplete="off"
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
    </div>
  );
}
