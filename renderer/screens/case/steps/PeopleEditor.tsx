import type { Petitioner } from '../../../../domain/person.ts';
import { stepText } from '../../../text/steps.ts';
import { TextField } from '../../../ui/Field.tsx';

const words = stepText.amend;
const FIELDS = ['name', 'phone', 'idNumber', 'address'] as const;
const LENGTHS = { name: 50, phone: 40, idNumber: 40, address: 200 } as const;

interface Props {
  petitioners: readonly Petitioner[];
  error(name: string): string | undefined;
  onChange(petitioners: Petitioner[]): void;
}

/** Names, numbers and addresses of the petitioners, to be corrected. An emptied number goes. */
export function PeopleEditor({ petitioners, error, onChange }: Props) {
  const change = (index: number, name: (typeof FIELDS)[number], text: string) =>
    onChange(petitioners.map((person, i) => (i === index ? put(person, name, text) : person)));
  return petitioners.map((person, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the contract names petitioners by their place
    <fieldset key={index} className="claim">
      <legend>{words.person(index + 1)}</legend>
      <div className="form-grid form-two">
        {FIELDS.map((name) => (
          <TextField
            key={name}
            label={words.personFields[name]}
            required={name === 'name'}
            maxLength={LENGTHS[name]}
            value={person[name] ?? ''}
            onChange={(text) => change(index, name, text)}
            error={error(`petitioners.${index}.${name}`)}
          />
        ))}
      </div>
    </fieldset>
  ));
}

function put(person: Petitioner, name: (typeof FIELDS)[number], text: string): Petitioner {
  if (name === 'name') return { ...person, name: text };
  const { [name]: _gone, ...rest } = person;
  return text ? { ...rest, [name]: text } : rest;
}
