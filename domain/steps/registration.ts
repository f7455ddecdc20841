import { isCategory } from '../codes/category.ts';
import type { DomainEvent } from '../events/all.ts';
import type { Amendment, Registration } from '../events/registration.ts';
import { addDays } from '../localDate.ts';
import { MAX_REPRESENTATIVES } from '../person.ts';
import { isEnded, type PetitionState } from '../petition.ts';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import { notWithUs, type StepContext } from './step.ts';

/** Older receipts than this are almost surely a slip of the year; ten years covers every real late entry. */
const OLDEST_RECEIPT_DAYS = 3653;

type PeopleFields = Pick<Registration, 'petitioners' | 'personsPresent'>;

/** Registers an item. What is wrong is refused at its field; a missing ID number never blocks (Art.19). */
export function decideRegistration(
  registration: Registration,
  number: string,
  context: Pick<StepContext, 'today' | 'unit'>,
): Result<DomainEvent[], string> {
  const wrong = wrongDate(registration, context) ?? wrongPeople(registration) ?? wrongContent(registration);
  if (wrong) return { ok: false, refusal: wrong };
  return ok([{ type: 'petition-registered', body: { ...registration, number, unit: context.unit } }]);
}

/** Corrects a registration with a reason; the first record stays in the history. */
export function decideAmendment(
  state: PetitionState,
  changes: Amendment,
  reason: string,
  context: StepContext,
): Result<DomainEvent[], string> {
  if (isEnded(state)) return refuse('concluded');
  const elsewhere = notWithUs(state, context);
  if (elsewhere) return { ok: false, refusal: elsewhere };
  const real = Object.entries(changes).filter(
    ([key, value]) =>
      value !== undefined &&
      JSON.stringify(value) !== JSON.stringify(state.registration[key as keyof Amendment]),
  );
  if (real.length === 0) return refuse('nothing-changed');
  const after = { ...state.registration, ...Object.fromEntries(real) };
  const wrong = unborn(after, context) ?? wrongPeople(after) ?? wrongContent(after);
  if (wrong) return { ok: false, refusal: wrong };
  return ok([{ type: 'registration-amended', body: { changes: Object.fromEntries(real), reason } }]);
}

function wrongDate(registration: Registration, context: Pick<StepContext, 'today'>): Refusal<string> | null {
  const { receivedOn } = registration;
  const { today } = context;
  if (receivedOn > today) return { code: 'received-in-future', field: 'receivedOn' };
  if (receivedOn < addDays(today, -OLDEST_RECEIPT_DAYS))
    return { code: 'received-too-long-ago', field: 'receivedOn' };
  return unborn(registration, context);
}

function unborn(
  { petitioners }: PeopleFields,
  { today }: Pick<StepContext, 'today'>,
): Refusal<string> | null {
  const index = petitioners.findIndex((p) => p.birthDate && p.birthDate > today);
  return index < 0 ? null : { code: 'birth-date-in-future', field: `petitioners.${index}.birthDate` };
}

function wrongPeople({ petitioners, personsPresent }: PeopleFields): Refusal<string> | null {
  if (petitioners.filter((p) => p.lead).length !== 1)
    return { code: 'no-lead-petitioner', field: 'petitioners' };
  // X07: a sixth representative is refused; as a person present he is welcome.
  if (petitioners.filter((p) => p.representative).length > MAX_REPRESENTATIVES)
    return {
      code: 'too-many-representatives',
      field: 'petitioners',
      article: '《信访工作条例》第二十条第三款',
    };
  return personsPresent < petitioners.length
    ? { code: 'fewer-present-than-named', field: 'personsPresent' }
    : null;
}

function wrongContent({
  category,
  facts,
  request,
}: Pick<Registration, 'category' | 'facts' | 'request'>): Refusal<string> | null {
  if (!isCategory(category)) return { code: 'unknown-category', field: 'category' };
  return facts.trim() || request.trim() ? null : { code: 'facts-missing', field: 'facts' };
}
