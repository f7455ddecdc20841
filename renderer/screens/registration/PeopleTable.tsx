import { UserAddOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { MAX_REPRESENTATIVES } from '../../../domain/person.ts';
import { registrationText } from '../../text/registration.ts';
import { Field } from '../../ui/Field.tsx';
import { PersonRow } from './PersonRow.tsx';
import { registration, useRegistration } from './registrationStore.ts';

const words = registrationText.people;
/** 集体访 begins with five persons (DOMAIN 5.3). */
const GROUP = 5;

/** Who came: lead petitioner, representatives (at most five), all others named, and how many are present. */
export function PeopleTable() {
  const { form, errors } = useRegistration((s) => s);
  const representatives = form.people.filter((p) => p.representative).length;
  const present = Number(form.personsPresent) || form.people.length;
  const columns = words.columns;
  return (
    <>
      <table className="people">
        <caption className="hidden">{registrationText.labels.people}</caption>
        <thead>
          <tr>
            <th scope="col" className="people-who">
              {registrationText.labels.people}
            </th>
            {Object.entries(columns).map(([key, title]) => (
              <th key={key} scope="col" className={`people-${key}`}>
                {key === 'name' && !form.anonymous && (
                  <span className="field-star" aria-hidden="true">
                    *
                  </span>
                )}
                {title}
              </th>
            ))}
            <th scope="col" className="people-tools">
              <span className="hidden">{words.tools}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {form.people.map((person, index) => (
            <PersonRow
              key={person.key}
              person={person}
              index={index}
              alone={form.people.length === 1}
              anonymous={form.anonymous}
              errors={errors}
            />
          ))}
        </tbody>
      </table>
      {errors.petitioners && (
        <div className="field-error" role="alert">
          {errors.petitioners}
        </div>
      )}
      <div className="people-foot">
        <Button size="small" icon={<UserAddOutlined />} onClick={registration.addPerson}>
          {words.add}
        </Button>
        <span className="figures" data-over={representatives > MAX_REPRESENTATIVES ? '' : undefined}>
          {words.representatives(representatives)}
        </span>
        {present >= GROUP && <span className="tag tag-waiting">{words.group}</span>}
        <span className="people-checks">
          <Checkbox
            checked={form.anonymous}
            onChange={(e) => registration.change({ anonymous: e.target.checked })}
          >
            {words.anonymous}
          </Checkbox>
          <Checkbox
            checked={form.addressUnclear}
            onChange={(e) => registration.change({ addressUnclear: e.target.checked })}
          >
            {words.addressUnclear}
          </Checkbox>
          {(form.anonymous || form.addressUnclear) && <span className="field-hint">{words.noNotice}</span>}
        </span>
        <div className="people-present">
          <Field label={registrationText.labels.personsPresent} error={errors.personsPresent}>
            {({ status, ...control }) => (
              <Input
                {...control}
                {...(status && { status })}
                className="figures"
                inputMode="numeric"
                autoComplete="off"
                placeholder={words.present(form.people.length)}
                value={form.personsPresent}
                onChange={(e) => registration.change({ personsPresent: e.target.value })}
              />
            )}
          </Field>
        </div>
      </div>
    </>
  );
}
