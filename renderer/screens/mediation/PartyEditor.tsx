import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { mediationText } from '../../text/mediation.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ChooseField } from '../../ui/PickField.tsx';

const words = mediationText.opening;

/** One party as typed, with its consent. */
export interface PartyForm {
  key: string;
  name: string;
  phone: string;
  idNumber: string;
  address: string;
  consent: 'yes' | 'no' | '';
  consentManner: 'written' | 'oral';
  consentOn: string;
}

/** An empty row; consent is asked for, never assumed. */
export const emptyParty = (key: string, today: string): PartyForm => ({
  key,
  name: '',
  phone: '',
  idNumber: '',
  address: '',
  consent: '',
  consentManner: 'oral',
  consentOn: today,
});

interface Props {
  parties: readonly PartyForm[];
  error(name: string): string | undefined;
  onChange(parties: PartyForm[]): void;
}

/** The parties one by one; two at least, each with its own consent. */
export function PartyEditor({ parties, error, onChange }: Props) {
  const change = (index: number, part: Partial<PartyForm>) =>
    onChange(parties.map((party, i) => (i === index ? { ...party, ...part } : party)));
  return parties.map((party, index) => {
    const n = index + 1;
    const at = (name: string) => error(`parties.${index}.${name}`);
    return (
      <fieldset key={party.key} className="party">
        <legend>{words.party(n)}</legend>
        <div className="form-grid form-three">
          <TextField
            label={words.name}
            required
            maxLength={50}
            value={party.name}
            onChange={(name) => change(index, { name })}
            error={at('name')}
          />
          <TextField
            label={words.phone}
            maxLength={40}
            value={party.phone}
            onChange={(phone) => change(index, { phone })}
            error={at('phone')}
          />
          <TextField
            label={words.idNumber}
            maxLength={40}
            value={party.idNumber}
            onChange={(idNumber) => change(index, { idNumber })}
            error={at('idNumber')}
          />
          <TextField
            label={words.address}
            span={3}
            maxLength={200}
            value={party.address}
            onChange={(address) => change(index, { address })}
            error={at('address')}
          />
          <ChooseField
            label={words.consent}
            required
            value={party.consent}
            words={words.consents}
            onChange={(consent) => change(index, { consent })}
            error={at('consents')}
          />
          <ChooseField
            label={words.consentManner}
            value={party.consentManner}
            words={words.manners}
            onChange={(consentManner) => change(index, { consentManner })}
            error={at('consentManner')}
          />
          <DateField
            label={words.consentOn}
            required
            value={party.consentOn}
            onChange={(consentOn) => change(index, { consentOn })}
            error={at('consentOn')}
          />
        </div>
        {parties.length > 2 && (
          <Button
            type="text"
            size="small"
            className="party-remove"
            icon={<DeleteOutlined aria-hidden="true" />}
            onClick={() => onChange(parties.filter((p) => p.key !== party.key))}
          >
            {words.remove(n)}
          </Button>
        )}
      </fieldset>
    );
  });
}
