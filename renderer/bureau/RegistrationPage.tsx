import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Registration } from '../../domain/events/registration.ts';
import { useKeys } from '../app/keys.ts';
import { newId } from '../stores/commanding.ts';
import { emptyPerson, isTyped } from '../stores/registrationForm.ts';
import { useToday } from '../stores/session.ts';
import { bureauText } from '../text/bureau.ts';
import { bureauForms } from '../text/bureauForms.ts';
import { FormError, focusFirstError } from '../ui/Field.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { useFields } from '../ui/useFields.ts';
import { ArrivalFields, MatterFields } from './ArrivalFields.tsx';
import { ArrivalPeople } from './ArrivalPeople.tsx';
import { bureau } from './consoleClient.ts';
import { useConsole } from './consoleStore.ts';
import { type ArrivalForm, arrivalErrors, emptyArrival, toArrival, useKeptArrival } from './registering.ts';
import { useSend } from './useSend.ts';
import './bureau.css';

const words = bureauForms.registration;

/** 登记 of what came to the bureau itself: a letter, a call, a visitor. Saved, it opens, to be sent down at once. */
export function RegistrationPage() {
  const today = useToday();
  const [, go] = useLocation();
  const body = useRef<HTMLDivElement>(null);
  const owner = useConsole((s) => s.state?.officer?.id ?? '');
  const register = useSend((commandId, registration: Registration) =>
    bureau.cases.register({ commandId, registration }),
  );
  const fields = useFields<ArrivalForm>(
    () => keptFor(owner) ?? emptyArrival(today),
    { labels: {}, dates: ['receivedOn'], check: (form) => arrivalErrors(form, today) },
    register.errors,
  );
  const { values, change } = fields;
  useKept(owner, values);

  const save = async () => {
    const read = fields.read();
    const done = read && (await register.run(toArrival(read, today)));
    if (!done) return focusFirstError(body.current);
    useKeptArrival.getState().keep(owner, null);
    go(`/cases/${done.caseId}`);
  };
  const add = () => change({ people: [...values.people, emptyPerson(newId())] });
  useKeys({ f9: () => void save(), 'alt+n': add });
  return (
    <Page
      form
      title={bureauText.titles.registration}
      aside={words.hint}
      foot={
        <>
          <Button onClick={() => change(emptyArrival(today))}>{words.clear}</Button>
          <span className="page-space" />
          <span className="row-aside">{words.saved}</span>
          <Button type="primary" data-save="" loading={register.busy} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="arrival" ref={body}>
        <FormError>{register.error}</FormError>
        <Section>
          <ArrivalFields fields={fields} />
        </Section>
        <Section>
          <ArrivalPeople fields={fields} onAdd={add} />
        </Section>
        <Section>
          <MatterFields fields={fields} />
        </Section>
      </div>
    </Page>
  );
}

/** What this officer had typed before another page was looked at. */
function keptFor(officer: string): ArrivalForm | null {
  const { owner, form } = useKeptArrival.getState();
  return owner === officer ? form : null;
}

/** Keeps the form while other pages are looked at, and asks before the browser closes on it. */
function useKept(owner: string, form: ArrivalForm): void {
  const keep = useKeptArrival((s) => s.keep);
  useEffect(() => keep(owner, form), [keep, owner, form]);
  const typed = isTyped(form);
  useEffect(() => {
    if (!typed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [typed]);
}
