import { Input } from 'antd';
import { useState } from 'react';
import type { PlaceView } from '../../../contract/places.ts';
import { desk } from '../../app/bridge.ts';
import { proposeUnit, type SetupForm } from '../../stores/setup.ts';
import { setupText } from '../../text/setup.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { PlaceField } from '../../ui/PlaceField.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useQuery } from '../../ui/useQuery.ts';

/** Xingning City; its 20 towns are offered first. */
const HOME_COUNTY = '441481';

export interface SetupPageProps {
  form: SetupForm;
  errors: Record<string, string>;
  onChange(part: Partial<SetupForm>): void;
}

/** Which town this PC stands in: the 20 at hand, or any town of the country. */
export function TownPage({ form, errors, onChange }: SetupPageProps) {
  const [text, setText] = useState('');
  const words = setupText.town;
  const towns = useQuery(
    () =>
      text.trim()
        ? desk.places.search({ text: text.trim(), within: HOME_COUNTY })
        : desk.places.children({ code: HOME_COUNTY }),
    [],
    [text],
  );
  const choose = async (town: Pick<PlaceView, 'code' | 'name'>) => {
    onChange({ townCode: town.code, townName: town.name });
    const siblings = await desk.places.children({ code: town.code.slice(0, 4) });
    const county = siblings.ok
      ? siblings.value.find((p) => p.code === town.code.slice(0, 6))?.name
      : undefined;
    onChange(proposeUnit(town, county ?? ''));
  };
  return (
    <>
      <h2>{words.title}</h2>
      <div className="form-grid setup-town">
        <Field label={words.filter}>
          {({ status: _, ...control }) => (
            <Input
              {...control}
              value={text}
              onChange={(e) => setText(e.target.value)}
              placeholder={words.filterHint}
              autoComplete="off"
              autoFocus
              allowClear
            />
          )}
        </Field>
        <Field label={words.home} required error={errors.townCode}>
          {(control) => (
            <QueryView query={towns}>
              {(found) => {
                const list = found.filter((p) => p.code.length === 9);
                return list.length === 0 ? (
                  <EmptyState title={words.empty} />
                ) : (
                  <ChoiceGroup
                    label={words.home}
                    control={control}
                    value={form.townCode}
                    choices={list.map((p) => ({ value: p.code, label: p.name }))}
                    onChange={(code) => void choose(list.find((p) => p.code === code) as PlaceView)}
                  />
                );
              }}
            </QueryView>
          )}
        </Field>
        <PlaceField
          label={words.elsewhere}
          placeholder={words.elsewherePlaceholder}
          value={form.townCode.startsWith(HOME_COUNTY) ? null : { code: form.townCode, name: form.townName }}
          accept={(place) => place.code.length === 9}
          onChange={(place) => void choose(place)}
        />
        {form.townCode && (
          <Field label={words.chosen}>
            {() => (
              <output className="setup-chosen">
                {form.organName} <span className="figures">{form.townCode}</span>
              </output>
            )}
          </Field>
        )}
      </div>
    </>
  );
}
