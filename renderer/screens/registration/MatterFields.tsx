import { Select } from 'antd';
import type { Purpose } from '../../../domain/codes/purpose.ts';
import { useSession } from '../../stores/session.ts';
import { registrationText as words } from '../../text/registration.ts';
import { purposeWords } from '../../text/words.ts';
import { CategoryField } from '../../ui/CategoryField.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { PlaceField } from '../../ui/PlaceField.tsx';
import { registration, useRegistration } from './registrationStore.ts';

const PURPOSES = Object.entries(purposeWords).map(([value, { label, initials }], index) => ({
  value: value as Purpose,
  label,
  digit: index + 1,
  initials,
}));

/** What it is about: place, category, purpose, title, facts, request. */
export function MatterFields() {
  const unitCode = useSession((s) => s.session?.unit?.code ?? '');
  const { form, errors } = useRegistration((s) => s);
  const { change } = registration;
  const { labels, hints } = words;
  const accusation = form.purpose === 'ACCUSE';
  return (
    <div className="form-grid matter">
      <PlaceField
        label={labels.place}
        required
        free
        near={unitCode}
        value={form.place}
        error={errors.place}
        onChange={(place) => change({ place })}
      />
      <CategoryField
        label={labels.category}
        value={form.category}
        error={errors.category}
        onChange={(category) => change({ category })}
      />
      <Field
        label={labels.purpose}
        required
        error={errors.purpose}
        {...(accusation && { hint: <span className="matter-secret">{hints.accused}</span> })}
      >
        {({ status, ...control }) => (
          <Select<Purpose>
            {...control}
            {...(status && { status })}
            value={(form.purpose || null) as Purpose}
            placeholder={words.purposePlaceholder}
            options={PURPOSES}
            showSearch={{
              filterOption: (typed, option) => matches(typed, option as (typeof PURPOSES)[number]),
            }}
            optionRender={({ data }) => (
              <span>
                <kbd>{data.digit}</kbd> {data.label}
              </span>
            )}
            onChange={(purpose) => change({ purpose })}
          />
        )}
      </Field>
      <TextField
        label={labels.title}
        required
        span={2}
        maxLength={200}
        placeholder={hints.title}
        value={form.title}
        error={errors.title}
        onChange={(title) => change({ title })}
      />
      <TextField
        label={labels.accusedUnit}
        maxLength={200}
        placeholder={hints.accusedUnit}
        value={form.accusedUnit}
        error={errors.accusedUnit}
        onChange={(accusedUnit) => change({ accusedUnit })}
      />
      <TextField
        label={labels.facts}
        required
        span={2}
        rows={4}
        maxLength={20_000}
        value={form.facts}
        error={errors.facts}
        onChange={(facts) => change({ facts })}
      />
      <div className="matter-right">
        <TextField
          label={labels.request}
          rows={2}
          maxLength={4000}
          value={form.request}
          error={errors.request}
          onChange={(request) => change({ request })}
        />
        <TextField
          label={labels.externalNumber}
          maxLength={40}
          placeholder={hints.externalNumber}
          value={form.externalNumber}
          error={errors.externalNumber}
          onChange={(externalNumber) => change({ externalNumber })}
        />
      </div>
    </div>
  );
}

function matches(typed: string, option: (typeof PURPOSES)[number]): boolean {
  const text = typed.trim().toLowerCase();
  return option.label.includes(text) || option.initials.startsWith(text) || String(option.digit) === text;
}
