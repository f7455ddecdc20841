import { CloseOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import type { PersonForm } from '../stores/registrationForm.ts';
import { bureauForms } from '../text/bureauForms.ts';
import { registrationText } from '../text/registration.ts';
import type { Fields } from '../ui/useFields.ts';
import type { ArrivalForm } from './registering.ts';

const words = bureauForms.registration;
const { columns, field: fieldName } = registrationText.people;
const FIELDS = ['name', 'phone', 'idNumber', 'address'] as const;
const LENGTHS = { name: 50, phone: 40, idNumber: 40, address: 200 } as const;

interface Props {
  fields: Fields<ArrivalForm>;
  onAdd(): void;
}

/** Who it is from, one row a person; the first is the lead petitioner. */
export function ArrivalPeople({ fields: { values, change, error }, onAdd }: Props) {
  const { people } = values;
  const put = (index: number, part: Partial<PersonForm>) =>
    change({ people: people.map((person, i) => (i === index ? { ...person, ...part } : person)) });
  const remove = (index: number) => change({ people: people.filter((_, i) => i !== index) });
  const errors = people.flatMap((_, index) =>
    FIELDS.flatMap((name) => error(`petitioners.${index}.${name}`) ?? []),
  );
  return (
    <>
      <table className="arrival-people">
        <thead>
          <tr>
            <td />
            {FIELDS.map((name) => (
              <th key={name} scope="col" className={`arrival-${name}`}>
                {columns[name]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <tr key={person.key}>
              <th scope="row">{words.person(index + 1)}</th>
              {FIELDS.map((name) => (
                <td key={name} data-invalid={error(`petitioners.${index}.${name}`) ? '' : undefined}>
                  <Input
                    aria-label={fieldName(index, columns[name])}
                    autoComplete="off"
                    maxLength={LENGTHS[name]}
                    value={person[name]}
                    {...(error(`petitioners.${index}.${name}`) && { status: 'error' as const })}
                    {...(name === 'name' &&
                      index === 0 &&
                      values.anonymous && { placeholder: registrationText.anonymousName })}
                    onChange={(event) => put(index, { [name]: event.target.value })}
                  />
                </td>
              ))}
              <td>
                {index > 0 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined aria-hidden="true" />}
                    aria-label={words.remove(index + 1)}
                    onClick={() => remove(index)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(errors.length > 0 || error('petitioners')) && (
        <div className="field-error" role="alert">
          {[...errors, error('petitioners')].filter(Boolean).join(' ')}
        </div>
      )}
      <div className="arrival-more">
        <Button size="small" icon={<UserAddOutlined aria-hidden="true" />} onClick={onAdd}>
          {words.add}
        </Button>
        <Checkbox
          checked={values.anonymous}
          onChange={(event) => change({ anonymous: event.target.checked })}
        >
          {words.anonymous}
        </Checkbox>
        <Checkbox
          checked={values.addressUnclear}
          onChange={(event) => change({ addressUnclear: event.target.checked })}
        >
          {words.addressUnclear}
        </Checkbox>
        <span className="row-aside">
          {(values.anonymous || values.addressUnclear) && registrationText.people.noNotice}
        </span>
      </div>
    </>
  );
}
