import { CloseOutlined, VerticalAlignTopOutlined } from '@ant-design/icons';
import { Checkbox, Input } from 'antd';
import { idHint, readIdNumber } from '../../stores/idNumberHint.ts';
import type { PersonForm } from '../../stores/registrationForm.ts';
import { useToday } from '../../stores/session.ts';
import { registrationText } from '../../text/registration.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { normaliseWidth, readDate } from '../../ui/dateText.ts';
import { registration } from './registrationStore.ts';

const words = registrationText.people;
const SEXES = [
  { value: 'male', label: words.sexes.male },
  { value: 'female', label: words.sexes.female },
] as const;

/** Columns behind the first. */
const COLUMNS = 8;

interface Props {
  person: PersonForm;
  index: number;
  alone: boolean;
  anonymous: boolean;
  errors: Record<string, string>;
}

/** One person: name, identity number (fills sex and birth date, never blocks), phone, address. */
export function PersonRow({ person, index, alone, anonymous, errors }: Props) {
  const today = useToday();
  const change = (part: Partial<PersonForm>) => registration.changePerson(index, part);
  const error = (field: string) => errors[`petitioners.${index}.${field}`];
  const hint = idHint(person.idNumber, today);
  const read = readIdNumber(person.idNumber, today);
  // The identity number said it already: Enter passes by, Tab still stops.
  const filled = (field: string) =>
    (field === 'birthDate' && Boolean(read) && read?.birthDate === person.birthDate) ||
    (field === 'sex' && Boolean(read) && read?.sex === person.sex);
  // A card reader types the number and Enter in one burst: what it says is filled in with the last digit.
  const typeId = (typed: string) => {
    const told = readIdNumber(typed, today);
    change({
      idNumber: typed,
      ...(told?.sex && !person.sex && { sex: told.sex }),
      ...(told?.birthDate && !person.birthDate && { birthDate: told.birthDate }),
    });
  };
  const leaveId = () => {
    const idNumber = normaliseWidth(person.idNumber).toUpperCase();
    if (idNumber !== person.idNumber) typeId(idNumber);
  };
  const leaveBirth = () => {
    const day = readDate(person.birthDate, today);
    if (day && day !== person.birthDate) change({ birthDate: day });
  };
  const text = (field: 'name' | 'idNumber' | 'birthDate' | 'phone' | 'address', onBlur?: () => void) => (
    <td data-invalid={error(field) ? '' : undefined} data-filled={filled(field) ? '' : undefined}>
      <Input
        aria-label={words.field(index, words.columns[field])}
        aria-invalid={Boolean(error(field))}
        {...(error(field) && { status: 'error' as const, 'aria-describedby': `person-${index}-note` })}
        autoComplete="off"
        className={field === 'name' || field === 'address' ? '' : 'figures'}
        maxLength={field === 'address' ? 200 : 50}
        value={person[field]}
        onChange={(e) =>
          field === 'idNumber' ? typeId(e.target.value) : change({ [field]: e.target.value })
        }
        onBlur={onBlur}
        {...(field === 'name' && index === 0 && anonymous && { placeholder: registrationText.anonymousName })}
      />
    </td>
  );
  const notes = ['name', 'idNumber', 'birthDate', 'phone', 'address'].map(error).filter(Boolean);
  return (
    <>
      <tr>
        <th scope="row" className="people-who">
          {index === 0 ? words.lead : index + 1}
        </th>
        {text('name')}
        {text('idNumber', leaveId)}
        <td data-filled={filled('sex') ? '' : undefined}>
          <ChoiceGroup
            label={words.field(index, words.columns.sex)}
            value={person.sex}
            choices={SEXES}
            onChange={(sex) => change({ sex })}
          />
        </td>
        {text('birthDate', leaveBirth)}
        {text('phone', () => change({ phone: normaliseWidth(person.phone) }))}
        {text('address')}
        <td
          className="people-tick"
          data-invalid={errors.petitioners && person.representative ? '' : undefined}
        >
          <Checkbox
            aria-label={words.field(index, words.columns.representative)}
            checked={person.representative}
            onChange={(e) => change({ representative: e.target.checked })}
          />
        </td>
        <td className="people-tools">
          {index > 0 && (
            <button
              type="button"
              className="icon-button"
              title={words.makeLead}
              aria-label={words.field(index, words.makeLead)}
              onClick={() => registration.makeLead(index)}
            >
              <VerticalAlignTopOutlined />
            </button>
          )}
          {!alone && (
            <button
              type="button"
              className="icon-button"
              title={words.remove}
              aria-label={words.removeRow(index)}
              onClick={() => registration.removePerson(index)}
            >
              <CloseOutlined />
            </button>
          )}
        </td>
      </tr>
      {(notes.length > 0 || hint) && (
        <tr>
          <td />
          <td colSpan={COLUMNS} className="people-note" id={`person-${index}-note`}>
            {notes.length > 0 ? (
              <span className="field-error" role="alert">
                {notes.join(' ')}
              </span>
            ) : (
              <span className="people-warn" role="status">
                {hint}
              </span>
            )}
          </td>
        </tr>
      )}
    </>
  );
}
