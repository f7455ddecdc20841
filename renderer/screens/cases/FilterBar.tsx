import { Button, type InputRef, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useKeys } from '../../app/keys.ts';
import { useCaseList } from '../../stores/caseList.ts';
import { casesText } from '../../text/cases.ts';
import { channelWords, statusWords } from '../../text/words.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Field } from '../../ui/Field.tsx';
import { SearchField } from '../../ui/SearchField.tsx';

/** One box for words, names, initials, numbers, and narrowing by state, channel, due date, custody and receipt. */
export function FilterBar() {
  const { filter, change, clear, away, setAway } = useCaseList();
  const box = useRef<InputRef>(null);
  const focusBox = () => box.current?.focus({ cursor: 'all' });
  useKeys({ f3: focusBox, 'ctrl+f': focusBox });

  // Coming from elsewhere the box has the focus; coming back from a case, its row has it (the grid sees to that).
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the screen opens
  useEffect(() => {
    if (away) return setAway(false);
    const frame = requestAnimationFrame(() => requestAnimationFrame(focusBox));
    return () => cancelAnimationFrame(frame);
  }, []);

  return (
    <search className="filters" aria-label={casesText.filters}>
      <SearchField
        label={casesText.search}
        placeholder={casesText.searchHint}
        value={filter.text}
        onChange={(text) => change({ text })}
        box={box}
      />
      <Choice
        label={casesText.status}
        value={filter.status}
        words={statusWords}
        onChange={(status) => change({ status })}
      />
      <Choice
        label={casesText.channel}
        value={filter.channel}
        words={channelWords}
        onChange={(channel) => change({ channel })}
      />
      <One
        label={casesText.due}
        value={filter.due}
        words={casesText.dues}
        onChange={(due) => change({ due })}
      />
      <One
        label={casesText.custody}
        value={filter.custody}
        words={casesText.custodies}
        onChange={(custody) => change({ custody })}
      />
      <div className="filter-dates">
        <DateField label={casesText.receivedFrom} value={filter.from} onChange={(from) => change({ from })} />
        <DateField label={casesText.receivedTo} value={filter.to} onChange={(to) => change({ to })} />
      </div>
      <One
        label={casesText.sort}
        value={filter.sort}
        words={casesText.sorts}
        onChange={(sort) => change({ sort })}
      />
      <Button onClick={clear}>{casesText.clear}</Button>
    </search>
  );
}

const optionsOf = <V extends string>(words: Record<V, string>) =>
  (Object.entries(words) as [V, string][]).map(([value, label]) => ({ value, label }));

interface ChoiceProps<V extends string, T> {
  label: string;
  value: T;
  words: Record<V, string>;
  onChange(value: T): void;
}

/** Any number of values; none means all. */
function Choice<V extends string>({ label, value, words, onChange }: ChoiceProps<V, V[]>) {
  return (
    <Field label={label}>
      {({ status: _status, ...control }) => (
        <Select
          {...control}
          mode="multiple"
          maxTagCount="responsive"
          className="filter-many"
          placeholder={casesText.any}
          options={optionsOf(words)}
          value={value}
          optionFilterProp="label"
          onChange={onChange}
        />
      )}
    </Field>
  );
}

function One<V extends string>({ label, value, words, onChange }: ChoiceProps<V, V>) {
  return (
    <Field label={label}>
      {({ status: _status, ...control }) => (
        <Select
          {...control}
          className="filter-one"
          popupMatchSelectWidth={false}
          options={optionsOf(words)}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
