import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { UnitSettings } from '../../../contract/unit.ts';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { useSession } from '../../stores/session.ts';
import { fieldText } from '../../text/field.ts';
import { screenTitles } from '../../text/shell.ts';
import { unitText } from '../../text/unit.ts';
import { enterNext } from '../../ui/enterNext.ts';
import { FormError, focusFirstError, TextField } from '../../ui/Field.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { useQuery } from '../../ui/useQuery.ts';
import './unit.css';

/** What stands on the unit's papers. */
export function UnitScreen() {
  const query = useQuery(() => desk.unit.get({}), []);
  return (
    <Page title={screenTitles.unit} aside={unitText.hint}>
      <QueryView query={query}>{(settings) => <UnitForm settings={settings} />}</QueryView>
    </Page>
  );
}

const REQUIRED = ['organName', 'organCode', 'superiorOrgan'] as const;

function UnitForm({ settings }: { settings: UnitSettings }) {
  const unit = useSession((s) => s.session?.unit);
  const [form, setForm] = useState(settings);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const body = useRef<HTMLDivElement>(null);
  const update = useCommand(
    (commandId, input: UnitSettings) => desk.unit.update({ commandId, settings: input }),
    (field) => field.replace(/^settings\./, ''),
  );

  const change = (part: Partial<UnitSettings>) => {
    setForm({ ...form, ...part });
    setErrors({});
    // What is changed after saving is a new form with a new command.
    if (update.done) update.renew();
  };
  const save = async () => {
    const wrong = Object.fromEntries(
      REQUIRED.filter((f) => !form[f].trim()).map((f) => [f, fieldText.required(unitText[f])]),
    );
    setErrors(wrong);
    if (Object.keys(wrong).length === 0) await update.run(form);
    focusFirstError(body.current);
  };
  useKeys({ f9: () => void save() });
  const field = (name: keyof UnitSettings, maxLength: number, hint?: string) => (
    <TextField
      label={unitText[name]}
      required={(REQUIRED as readonly string[]).includes(name)}
      maxLength={maxLength}
      {...(hint && { hint })}
      autoFocus={name === 'organName'}
      value={form[name]}
      error={errors[name] ?? update.errors[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <div className="unit" ref={body} onKeyDownCapture={enterNext}>
      <Section>
        <div className="form-grid">
          {field('organName', 60, unitText.organNameHint)}
          {field('organCode', 12, unitText.organCodeHint)}
          {field('superiorOrgan', 100, unitText.superiorOrganHint)}
          {field('committee', 100, unitText.committeeHint)}
          {field('contactPerson', 50)}
          {field('contactPhone', 40)}
        </div>
        <FormError>{update.error}</FormError>
        <div className="unit-foot">
          <span role="status" className="unit-saved">
            {update.done ? unitText.saved : ''}
          </span>
          <Button type="primary" data-save="" loading={update.busy} onClick={() => void save()}>
            {unitText.save}
          </Button>
        </div>
      </Section>
      {unit && (
        <Section title={unitText.fixed}>
          <dl className="unit-fixed">
            <dt>{unitText.town}</dt>
            <dd className="figures">
              {unit.code} {unit.name}
            </dd>
            <dt>{unitText.letter}</dt>
            <dd>{unit.letter}</dd>
            <dt>{unitText.role}</dt>
            <dd>{unitText.roles[unit.statutoryRole]}</dd>
          </dl>
        </Section>
      )}
    </div>
  );
}
