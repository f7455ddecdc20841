import { bureauForms } from '../text/bureauForms.ts';
import { registrationText } from '../text/registration.ts';
import { channelWords, purposeWords } from '../text/words.ts';
import { CategoryField } from '../ui/CategoryField.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/Field.tsx';
import { PickField } from '../ui/PickField.tsx';
import type { Fields } from '../ui/useFields.ts';
import type { ArrivalForm } from './registering.ts';
import { UnitPick } from './UnitPick.tsx';

const words = bureauForms.registration;
const { labels, hints } = registrationText;
const PURPOSES = Object.fromEntries(
  Object.entries(purposeWords).map(([code, { label }]) => [code, label]),
) as Record<keyof typeof purposeWords, string>;

interface Props {
  fields: Fields<ArrivalForm>;
}

/** How and when it came, where the problem lies. */
export function ArrivalFields({ fields: { values, change, error } }: Props) {
  return (
    <div className="form-grid form-three">
      <PickField
        label={labels.channel}
        required
        value={values.channel}
        words={channelWords}
        onChange={(channel) => change({ channel })}
        error={error('channel')}
        autoFocus
      />
      <DateField
        label={labels.receivedOn}
        required
        value={values.receivedOn}
        onChange={(receivedOn) => change({ receivedOn })}
        error={error('receivedOn')}
      />
      <TextField
        label={labels.externalNumber}
        maxLength={40}
        placeholder={hints.externalNumber}
        value={values.externalNumber}
        onChange={(externalNumber) => change({ externalNumber })}
        error={error('externalNumber')}
      />
      <UnitPick
        label={words.town}
        required
        townsOnly
        value={values.townCode}
        onChange={(townCode, townName) => change({ townCode, townName })}
        error={error('townCode')}
      />
      <TextField
        label={words.village}
        maxLength={60}
        value={values.village}
        onChange={(village) => change({ village })}
        error={error('village')}
        placeholder={words.villageHint}
      />
      <TextField
        label={words.present}
        value={values.personsPresent}
        placeholder={registrationText.people.present(values.people.length)}
        onChange={(personsPresent) => change({ personsPresent })}
        error={error('personsPresent')}
      />
    </div>
  );
}

/** What it is about. */
export function MatterFields({ fields: { values, change, error } }: Props) {
  return (
    <div className="form-grid form-three">
      <CategoryField
        label={labels.category}
        value={values.category}
        onChange={(category) => change({ category })}
        error={error('category')}
      />
      <PickField
        label={labels.purpose}
        required
        value={values.purpose}
        words={PURPOSES}
        onChange={(purpose) => change({ purpose })}
        error={error('purpose')}
        hint={values.purpose === 'ACCUSE' && <span className="matter-secret">{hints.accused}</span>}
      />
      <TextField
        label={labels.accusedUnit}
        maxLength={200}
        placeholder={hints.accusedUnit}
        value={values.accusedUnit}
        onChange={(accusedUnit) => change({ accusedUnit })}
        error={error('accusedUnit')}
      />
      <TextField
        label={labels.title}
        required
        span={3}
        maxLength={200}
        placeholder={hints.title}
        value={values.title}
        onChange={(title) => change({ title })}
        error={error('title')}
      />
      <TextField
        label={labels.facts}
        required
        span={2}
        rows={6}
        maxLength={20_000}
        value={values.facts}
        onChange={(facts) => change({ facts })}
        error={error('facts')}
      />
      <TextField
        label={labels.request}
        rows={6}
        maxLength={4000}
        value={values.request}
        onChange={(request) => change({ request })}
        error={error('request')}
      />
    </div>
  );
}
