import type { Channel } from '../../domain/codes/channel.ts';
import type { Purpose } from '../../domain/codes/purpose.ts';
import type { Registration } from '../../domain/events/registration.ts';
import type { LocalDate } from '../../domain/localDate.ts';
import type { Petitioner } from '../../domain/person.ts';
import { fieldText } from '../text/field.ts';
import { registrationText } from '../text/registration.ts';
import { normaliseWidth, readDate } from '../ui/dateText.ts';

/** One row of the petitioners' table, as typed. The first row is the lead petitioner. */
export interface PersonForm {
  key: string;
  name: string;
  idNumber: string;
  sex: '' | 'male' | 'female';
  birthDate: string;
  phone: string;
  address: string;
  representative: boolean;
}

/** The registration form as typed: texts, nothing lost, nothing judged. */
export interface RegistrationForm {
  channel: Channel;
  receivedOn: string;
  people: PersonForm[];
  /** Empty = as many as are named. */
  personsPresent: string;
  anonymous: boolean;
  addressUnclear: boolean;
  place: { code: string; name: string };
  category: string;
  purpose: Purpose | '';
  title: string;
  facts: string;
  request: string;
  accusedUnit: string;
  externalNumber: string;
}

/** An empty row. */
export const emptyPerson = (key: string): PersonForm => ({
  key,
  name: '',
  idNumber: '',
  sex: '',
  birthDate: '',
  phone: '',
  address: '',
  representative: false,
});

/** A new form: received today, the problem in the own town, one empty row. */
export function emptyForm(
  today: LocalDate,
  place: RegistrationForm['place'],
  channel: Channel,
): RegistrationForm {
  return {
    channel,
    receivedOn: today,
    people: [emptyPerson('1')],
    personsPresent: '',
    anonymous: false,
    addressUnclear: false,
    place,
    category: '',
    purpose: '',
    title: '',
    facts: '',
    request: '',
    accusedUnit: '',
    externalNumber: '',
  };
}

const blank = (person: PersonForm): boolean =>
  ![person.name, person.idNumber, person.phone, person.address, person.birthDate].some((text) => text.trim());

/** The rows that say something; the lead's row always counts. */
export const namedPeople = (form: RegistrationForm): PersonForm[] =>
  form.people.filter((p, i) => i === 0 || !blank(p));

/** True when anything was typed that would be missed. */
export const isTyped = (form: RegistrationForm): boolean =>
  form.people.some((p) => !blank(p)) ||
  [form.title, form.facts, form.request, form.accusedUnit, form.externalNumber].some((t) => t.trim());

/** A line that tells one draft from another. */
export const draftTitle = (form: RegistrationForm): string =>
  [form.people[0]?.name.trim(), form.title.trim() || form.facts.trim()]
    .filter(Boolean)
    .join('：')
    .slice(0, 60) || registrationText.draft.untitled;

/** Full-width digits of every short field made half-width, dates read; what the desk will be asked to register. */
export function toRegistration(form: RegistrationForm, today: LocalDate): Registration {
  const people = namedPeople(form);
  return {
    channel: form.channel,
    purpose: form.purpose as Purpose,
    category: form.category,
    title: form.title.trim(),
    facts: form.facts,
    request: form.request,
    place: form.place,
    petitioners: people.map((person, index) => toPetitioner(person, index === 0, form.anonymous, today)),
    personsPresent: form.personsPresent.trim() ? Number(normaliseWidth(form.personsPresent)) : people.length,
    anonymous: form.anonymous,
    addressUnclear: form.addressUnclear,
    receivedOn: readDate(form.receivedOn, today) ?? form.receivedOn,
    ...some('accusedUnit', form.accusedUnit),
    ...some('externalNumber', normaliseWidth(form.externalNumber)),
  };
}

function toPetitioner(person: PersonForm, lead: boolean, anonymous: boolean, today: LocalDate): Petitioner {
  return {
    name: person.name.trim() || (lead && anonymous ? registrationText.anonymousName : ''),
    lead,
    representative: person.representative,
    ...(person.sex && { sex: person.sex }),
    ...some('birthDate', readDate(person.birthDate, today) ?? person.birthDate),
    ...some('idNumber', normaliseWidth(person.idNumber).toUpperCase()),
    ...some('phone', normaliseWidth(person.phone)),
    ...some('address', person.address),
  };
}

const some = <K extends string>(key: K, text: string): { [P in K]?: string } =>
  (text.trim() ? { [key]: text.trim() } : {}) as { [P in K]?: string };

/** What is plainly missing or unreadable, a sentence by field; the desk judges the rest. */
export function formErrors(form: RegistrationForm, today: LocalDate): Record<string, string> {
  const labels = registrationText.labels;
  const errors: Record<string, string> = {};
  if (!readDate(form.receivedOn, today))
    errors.receivedOn = form.receivedOn ? fieldText.unreadableDate : fieldText.required(labels.receivedOn);
  for (const [index, person] of namedPeople(form).entries()) {
    if (!person.name.trim() && !(index === 0 && form.anonymous))
      errors[`petitioners.${index}.name`] = registrationText.nameMissing;
    if (person.birthDate.trim() && !readDate(person.birthDate, today))
      errors[`petitioners.${index}.birthDate`] = fieldText.unreadableDate;
  }
  if (form.personsPresent.trim() && !/^[1-9]\d{0,3}$/.test(normaliseWidth(form.personsPresent)))
    errors.personsPresent = registrationText.notANumber;
  if (!form.place.name.trim()) errors.place = fieldText.choose(labels.place);
  if (!form.category) errors.category = fieldText.choose(labels.category);
  if (!form.purpose) errors.purpose = fieldText.choose(labels.purpose);
  if (!form.title.trim()) errors.title = fieldText.required(labels.title);
  if (!form.facts.trim() && !form.request.trim()) errors.facts = registrationText.factsMissing;
  return errors;
}
