import { create } from 'zustand';
import type { LocalDate } from '../../domain/localDate.ts';
import { emptyForm, formErrors, type RegistrationForm, toRegistration } from '../stores/registrationForm.ts';
import { bureauForms } from '../text/bureauForms.ts';
import { fieldText } from '../text/field.ts';

/** What an officer types: as at a desk, but the place is a town of the list and a village in words. */
export interface ArrivalForm extends RegistrationForm {
  townCode: string;
  townName: string;
  village: string;
}

/** A new form: a letter of today. */
export const emptyArrival = (today: LocalDate): ArrivalForm => ({
  ...emptyForm(today, { code: '', name: '' }, 'LETTER'),
  townCode: '',
  townName: '',
  village: '',
});

const withPlace = (form: ArrivalForm): ArrivalForm => ({
  ...form,
  place: { code: form.townCode, name: form.townCode && `${form.townName}${form.village.trim()}` },
});

/** What is plainly missing, a sentence by field. */
export function arrivalErrors(form: ArrivalForm, today: LocalDate): Record<string, string> {
  const { place, ...rest } = formErrors(withPlace(form), today);
  return { ...rest, ...(place && { townCode: fieldText.choose(bureauForms.registration.town) }) };
}

/** What the bureau will be asked to register. */
export const toArrival = (form: ArrivalForm, today: LocalDate) => toRegistration(withPlace(form), today);

interface Kept {
  owner: string;
  form: ArrivalForm | null;
  keep(owner: string, form: ArrivalForm | null): void;
}

/** The form while other pages are looked at; in memory only, since a petition's text does not belong into a browser's store. */
export const useKeptArrival = create<Kept>((set) => ({
  owner: '',
  form: null,
  keep: (owner, form) => set({ owner, form }),
}));
