import type { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { Draft } from '../../contract/drafts.ts';
import type { Channel } from '../../domain/codes/channel.ts';
import type { Registration } from '../../domain/events/registration.ts';
import type { LocalDate } from '../../domain/localDate.ts';
import type { Refusal, Result } from '../../domain/result.ts';
import { refusalSentence } from '../text/refusals.ts';
import { newId } from './commanding.ts';
import { createDraftKeeper } from './draftKeeper.ts';
import {
  draftTitle,
  emptyForm,
  emptyPerson,
  formErrors,
  isTyped,
  type PersonForm,
  type RegistrationForm,
  toRegistration,
} from './registrationForm.ts';

type DraftInput = Pick<z.infer<typeof Draft>, 'draftId' | 'form' | 'title' | 'body'>;
type Answer<T> = Promise<Result<T, string>>;

/** What the store needs of the desk and of the day. */
export interface RegistrationPorts {
  register(input: {
    commandId: string;
    registration: Registration;
    draftId: string;
  }): Answer<{ caseId: string; number: string }>;
  saveDraft(draft: DraftInput): Answer<{ savedAt: string }>;
  today(): LocalDate;
  place(): RegistrationForm['place'];
}

/** A case that was just registered, with the form it came from. */
export interface Saved {
  caseId: string;
  number: string;
  form: RegistrationForm;
}

export interface RegistrationState {
  form: RegistrationForm;
  commandId: string;
  draftId: string;
  errors: Record<string, string>;
  error: string | undefined;
  busy: boolean;
  draftSavedAt: string | null;
  saved: Saved | null;
  /** Grows with each new form, so that the page draws and focuses anew. */
  round: number;
}

export const DRAFT_FORM = 'registration';
type Body = Pick<RegistrationState, 'form' | 'commandId'>;

/** The registration form outside React: typing, drafts, saving once, the next form. */
export function createRegistration(ports: RegistrationPorts) {
  const fresh = (channel: Channel, round: number): RegistrationState => ({
    form: emptyForm(ports.today(), ports.place(), channel),
    commandId: newId(),
    draftId: newId(),
    errors: {},
    error: undefined,
    busy: false,
    draftSavedAt: null,
    saved: null,
    round,
  });
  const store = createStore<RegistrationState>(() => fresh('VISIT', 0));
  const keeper = createDraftKeeper<DraftInput>(async (draft) => {
    const answer = await ports.saveDraft(draft);
    if (answer.ok && store.getState().draftId === draft.draftId)
      store.setState({ draftSavedAt: answer.value.savedAt });
  });

  function change(part: Partial<RegistrationForm>): void {
    const { form, errors, saved } = store.getState();
    // A field that is left when the window with the number takes the focus tidies its text once more: too late.
    if (saved) return;
    const left = without(errors, Object.keys(part));
    store.setState({ form: { ...form, ...part }, errors: left, error: undefined });
    noteDraft();
  }

  const noteDraft = () => {
    const state = store.getState();
    if (!state.busy && isTyped(state.form)) keeper.note(draftOf(state));
  };

  function changePerson(index: number, part: Partial<PersonForm>): void {
    const { form, errors } = store.getState();
    store.setState({
      errors: without(
        errors,
        Object.keys(part).map((key) => `petitioners.${index}.${key}`),
      ),
    });
    change({ people: form.people.map((person, i) => (i === index ? { ...person, ...part } : person)) });
  }

  async function save(): Promise<Saved | null> {
    const { form, commandId, draftId, busy, saved } = store.getState();
    if (busy || saved) return null;
    const errors = formErrors(form, ports.today());
    if (Object.keys(errors).length > 0) {
      store.setState({ errors, error: undefined });
      return null;
    }
    store.setState({ busy: true, errors: {}, error: undefined });
    try {
      await keeper.settle();
      const answer = await ports.register({
        commandId,
        registration: toRegistration(form, ports.today()),
        draftId,
      });
      if (answer.ok) {
        store.setState({ busy: false, saved: { ...answer.value, form } });
        return store.getState().saved;
      }
      store.setState({ busy: false, ...explain(answer.refusal) });
    } catch {
      store.setState({ busy: false, error: refusalSentence({ code: 'no-answer' }) });
    }
    // Still unsaved: the draft must be on disk again. The sentence that says why stays until something is typed.
    noteDraft();
    return null;
  }

  return {
    store,
    change,
    changePerson,
    save,
    flushDraft: keeper.flush,
    addPerson: () => change({ people: [...store.getState().form.people, emptyPerson(newId())] }),
    removePerson: (index: number) =>
      change({ people: store.getState().form.people.filter((_, i) => i !== index) }),
    makeLead(index: number): void {
      const { people } = store.getState().form;
      const lead = people[index];
      if (lead) change({ people: [lead, ...people.filter((_, i) => i !== index)] });
    },
    /** A new empty form; what was typed before stays as a draft. */
    async begin(channel: Channel = 'VISIT'): Promise<void> {
      await keeper.flush();
      store.setState(fresh(channel, store.getState().round + 1));
    },
    /** Goes on with a draft from disk, under its own command id: registering twice is registering once. */
    restore(draft: Pick<z.infer<typeof Draft>, 'draftId' | 'body' | 'savedAt'>): boolean {
      const body = readBody(draft.body);
      if (!body) return false;
      const base = fresh('VISIT', store.getState().round + 1);
      store.setState({
        ...base,
        ...body,
        form: { ...base.form, ...body.form },
        draftId: draft.draftId,
        draftSavedAt: draft.savedAt,
      });
      return true;
    },
  };
}

function draftOf({ form, commandId, draftId }: RegistrationState): DraftInput {
  const body: Body = { form, commandId };
  return { draftId, form: DRAFT_FORM, title: draftTitle(form), body: JSON.stringify(body) };
}

const without = (errors: Record<string, string>, fields: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));

function explain(refusal: Refusal<string>): Pick<RegistrationState, 'errors' | 'error'> {
  const sentence = refusalSentence(refusal);
  const field = refusal.field?.replace(/^registration\.?/, '').replace(/^place\..*/, 'place');
  return field ? { errors: { [field]: sentence }, error: undefined } : { errors: {}, error: sentence };
}

function readBody(text: string): Body | null {
  try {
    const body = JSON.parse(text) as Partial<Body>;
    return body.form && typeof body.commandId === 'string' && Array.isArray(body.form.people)
      ? (body as Body)
      : null;
  } catch {
    return null;
  }
}
