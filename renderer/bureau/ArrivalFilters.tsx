import { Button, type InputRef, Select } from 'antd';
import { useEffect, useRef } from 'react';
import type { CaseStatus } from '../../contract/case.ts';
import { useKeys } from '../app/keys.ts';
import { bureauText } from '../text/bureau.ts';
import { statusWords } from '../text/words.ts';
import { Field } from '../ui/Field.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { type ArrivalFilter, useArrivals } from './arrivals.ts';
import { UnitPick } from './UnitPick.tsx';

const words = bureauText.list;
const STATUSES = (Object.entries(statusWords) as [CaseStatus, string][]).map(([value, label]) => ({
  value,
  label,
}));
const SORTS = (Object.entries(words.sorts) as [ArrivalFilter['sort'], string][]).map(([value, label]) => ({
  value,
  label,
}));

/** What waits for an officer by one click, and narrowing by words, unit and state. */
export function ArrivalFilters() {
  const { filter, page, change, clear, away, setAway } = useArrivals();
  const box = useRef<InputRef>(null);
  const focusBox = () => box.current?.focus({ cursor: 'all' });
  useKeys({ f3: focusBox, 'ctrl+f': focusBox });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page opens
  useEffect(() => {
    if (away) return setAway(false);
    const frame = requestAnimationFrame(() => requestAnimationFrame(focusBox));
    return () => cancelAnimationFrame(frame);
  }, []);
  const counts = page?.counts ?? { unassigned: 0, objectionOpen: 0, reportOverdue: 0 };
  return (
    <search className="filters" aria-label={words.filters}>
      <fieldset className="quick">
        <legend className="hidden">{words.quick}</legend>
        <Button
          aria-pressed={filter.unassigned}
          onClick={() => change({ unassigned: !filter.unassigned, objectionOpen: false })}
        >
          {words.unassigned(counts.unassigned)}
        </Button>
        <Button
          aria-pressed={filter.objectionOpen}
          onClick={() => change({ objectionOpen: !filter.objectionOpen, unassigned: false })}
        >
          {words.objectionOpen(counts.objectionOpen)}
        </Button>
        <Button
          aria-pressed={filter.sort === 'report-due'}
          danger={counts.reportOverdue > 0}
          onClick={() => change({ sort: filter.sort === 'report-due' ? 'arrived' : 'report-due' })}
        >
          {words.reportOverdue(counts.reportOverdue)}
        </Button>
      </fieldset>
      <SearchField
        label={words.search}
        placeholder={words.searchHint}
        value={filter.text}
        onChange={(text) => change({ text })}
        box={box}
      />
      <UnitPick
        label={words.unit}
        value={filter.unit}
        onChange={(unit) => change({ unit })}
        clearable
        className="filter-many"
      />
      <Field label={words.status}>
        {({ status: _status, ...control }) => (
          <Select<CaseStatus[]>
            {...control}
            mode="multiple"
            maxTagCount="responsive"
            className="filter-many"
            placeholder={words.any}
            options={STATUSES}
            value={filter.status}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(status) => change({ status })}
          />
        )}
      </Field>
      <Field label={words.sort}>
        {({ status: _status, ...control }) => (
          <Select
            {...control}
            className="filter-one"
            popupMatchSelectWidth={false}
            options={SORTS}
            value={filter.sort}
            onChange={(sort) => change({ sort })}
          />
        )}
      </Field>
      <Button onClick={clear}>{words.clear}</Button>
    </search>
  );
}
