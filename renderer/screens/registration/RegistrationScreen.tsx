import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useKeys } from '../../app/keys.ts';
import { useSession } from '../../stores/session.ts';
import { registrationText as words } from '../../text/registration.ts';
import { FormError, focusFirstError } from '../../ui/Field.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { clockTime } from '../../ui/times.ts';
import { ArrivalFields } from './ArrivalFields.tsx';
import { DraftOffer } from './DraftOffer.tsx';
import { MatterFields } from './MatterFields.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { claimForm, registration, useRegistration } from './registrationStore.ts';
import { SaveBar } from './SaveBar.tsx';
import { SavedDialog } from './SavedDialog.tsx';
import './registration.css';

/** 登记: one page for all channels; Enter walks it, F9 saves, Ctrl+F9 saves and begins the next. */
export function RegistrationScreen() {
  const [, go] = useLocation();
  const who = useSession((s) => `${s.session?.training ? 'training' : 'desk'}:${s.session?.user?.id ?? ''}`);
  claimForm(who);
  const { saved, error, round, draftSavedAt } = useRegistration((s) => s);
  const body = useRef<HTMLDivElement>(null);

  const save = async (next: boolean) => {
    const done = await registration.save();
    if (!done) return focusFirstError(body.current);
    if (next) await registration.begin();
  };
  useKeys({
    f9: () => void save(false),
    'ctrl+f9': () => void save(true),
    f2: () => void registration.begin(),
    'alt+n': registration.addPerson,
  });

  // Leaving a field, the window or the page: what is typed goes to disk at once.
  useEffect(() => {
    const flush = () => void registration.flushDraft();
    document.addEventListener('focusout', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('focusout', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, []);

  return (
    <Page
      form
      title={words.title}
      aside={<DraftState savedAt={draftSavedAt} />}
      foot={<SaveBar onSave={(next) => void save(next)} onClear={() => void registration.begin()} />}
    >
      <DraftOffer />
      <div className="registration" ref={body} key={round}>
        <Section>
          <ArrivalFields />
        </Section>
        <Section>
          <PeopleTable />
        </Section>
        <Section>
          <MatterFields />
        </Section>
        <FormError>{error}</FormError>
      </div>
      {saved && (
        <SavedDialog
          saved={saved}
          onNext={() => void registration.begin()}
          onOpen={() => go(`/cases/${saved.caseId}`)}
        />
      )}
    </Page>
  );
}

function DraftState({ savedAt }: { savedAt: string | null }) {
  return (
    <span className="figures">{savedAt ? words.draft.saved(clockTime(savedAt)) : words.draft.none}</span>
  );
}
