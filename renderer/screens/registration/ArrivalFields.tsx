import type { Channel } from '../../../domain/codes/channel.ts';
import { useToday } from '../../stores/session.ts';
import { registrationText as words } from '../../text/registration.ts';
import { channelWords } from '../../text/words.ts';
import { type Choice, ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { readDate } from '../../ui/dateText.ts';
import { Field } from '../../ui/Field.tsx';
import { registration, useRegistration } from './registrationStore.ts';

const CHANNELS = Object.entries(channelWords).map(([value, label]) => ({
  value,
  label,
})) as Choice<Channel>[];

/** How and when it came in. */
export function ArrivalFields() {
  const today = useToday();
  const { form, errors } = useRegistration((s) => s);
  const received = readDate(form.receivedOn, today);
  return (
    <div className="arrival">
      <Field label={words.labels.channel} required error={errors.channel}>
        {(control) => (
          <ChoiceGroup
            label={words.labels.channel}
            control={control}
            value={form.channel}
            choices={CHANNELS}
            digits
            autoFocus
            onChange={(channel) => registration.change({ channel })}
          />
        )}
      </Field>
      <DateField
        label={words.labels.receivedOn}
        required
        value={form.receivedOn}
        error={errors.receivedOn}
        {...(received && received !== today && { hint: words.hints.lateReceipt })}
        onChange={(receivedOn) => registration.change({ receivedOn })}
      />
    </div>
  );
}
