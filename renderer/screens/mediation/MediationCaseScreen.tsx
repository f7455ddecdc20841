import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { MediationView } from '../../../contract/mediation.ts';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { agreementText } from '../../text/agreement.ts';
import { disputeWords } from '../../text/dispute.ts';
import { mediationText } from '../../text/mediation.ts';
import { DigitButton } from '../../ui/DigitButton.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { LongText } from '../../ui/LongText.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { PaperPreview } from '../../ui/PaperPreview.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useDigits } from '../../ui/useDigits.ts';
import { useQuery } from '../../ui/useQuery.ts';
import { PapersTab } from '../case/PapersTab.tsx';
import { AfterAgreement } from './AfterAgreement.tsx';
import { AgreementDialog } from './AgreementDialog.tsx';
import { ConcludeMediationDialog } from './ConcludeMediationDialog.tsx';
import { MediationStateTag } from './MediationStateTag.tsx';
import { PartyTable } from './PartyTable.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import '../../ui/panes.css';
import '../../ui/tags.css';
import './mediation.css';

const words = mediationText.page;

/** One mediation: parties and their consent, sessions, outcome, papers. */
export function MediationCaseScreen() {
  const { mediationId = '' } = useParams<{ mediationId: string }>();
  const query = useQuery(() => desk.mediation.get({ mediationId }), ['cases', 'sync'], [mediationId]);
  return (
    <QueryView query={query}>
      {(view) => <MediationPage key={mediationId} view={view} onChanged={query.reload} />}
    </QueryView>
  );
}

function MediationPage({ view, onChanged }: { view: MediationView; onChanged(): void }) {
  const [, go] = useLocation();
  const [panel, setPanel] = useState<'session' | 'conclude' | 'agreement' | null>(null);
  const [kind, setKind] = useState<keyof typeof agreementText.kinds>('performance');
  const [printing, setPrinting] = useState<string | null>(null);
  const { row } = view;
  const running = row.state === 'mediating';
  const leave = () => (window.history.length > 1 ? window.history.back() : go('/mediation'));
  const newest = view.papers.at(-1);
  const print = () => newest && setPrinting(newest.paperId);
  useKeys({ escape: leave, f7: print, 'ctrl+p': print });
  useDigits(
    running
      ? [() => setPanel('session'), () => setPanel('conclude')]
      : view.after
        ? [() => setPanel('agreement')]
        : [],
    panel === null && printing === null,
  );
  const done = (paperId?: string) => {
    setPanel(null);
    onChanged();
    if (paperId) setPrinting(paperId);
  };
  return (
    <Page
      title={row.title}
      fill
      aside={<MediationStateTag state={row.state} />}
      actions={
        <>
          {newest && (
            <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={print}>
              {words.print}
            </Button>
          )}
          <Button icon={<ArrowLeftOutlined aria-hidden="true" />} onClick={leave}>
            {words.back}
          </Button>
        </>
      }
    >
      {running && <Steps view={view} onStep={setPanel} />}
      {view.after && (
        <nav className="steps" aria-label={mediationText.title}>
          <DigitButton digit={1} label={agreementText.title} onClick={() => setPanel('agreement')} />
        </nav>
      )}
      <div className="mediation">
        <div>
          <About view={view} onCase={(caseId) => go(`/cases/${caseId}`)} />
          {view.conclusion && <Conclusion view={view} />}
          {view.after && <AfterAgreement after={view.after} />}
          {view.papers.length > 0 && (
            <Section title={words.papers}>
              <PapersTab papers={view.papers} onPrint={setPrinting} />
            </Section>
          )}
        </div>
        <section
          aria-label={words.sessions}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
          tabIndex={0}
        >
          <Sessions view={view} />
        </section>
      </div>
      {panel === 'session' && <SessionDialog view={view} onClose={() => setPanel(null)} onDone={done} />}
      {panel === 'conclude' && (
        <ConcludeMediationDialog view={view} onClose={() => setPanel(null)} onDone={done} />
      )}
      {panel === 'agreement' && (
        <AgreementDialog
          {...{ view, kind }}
          onKind={setKind}
          onClose={() => setPanel(null)}
          onDone={() => done()}
        />
      )}
      {printing && (
        <PaperPreview
          subject="mediation"
          id={row.mediationId}
          paperId={printing}
          onClose={() => setPrinting(null)}
        />
      )}
    </Page>
  );
}

function Steps({ view, onStep }: { view: MediationView; onStep(step: 'session' | 'conclude'): void }) {
  const first = view.sessions.length === 0;
  return (
    <nav className="steps" aria-label={mediationText.title}>
      <DigitButton
        digit={1}
        label={words.addSession}
        kind={first ? 'primary' : 'default'}
        onClick={() => onStep('session')}
      />
      <DigitButton
        digit={2}
        label={words.conclude}
        kind={first ? 'default' : 'primary'}
        onClick={() => onStep('conclude')}
      />
    </nav>
  );
}

function About({ view, onCase }: { view: MediationView; onCase(caseId: string): void }) {
  const { row } = view;
  const { caseId } = row;
  return (
    <>
      <Section title={words.parties}>
        <PartyTable view={view} />
      </Section>
      <Section>
        <Facts
          facts={[
            { term: words.type, value: disputeWords[row.disputeType as keyof typeof disputeWords] },
            { term: words.openedOn, value: row.openedOn, figures: true },
            { term: words.committee, value: view.committee, wide: true },
            { term: words.mediators, value: view.mediatorNames.join('、'), wide: true },
            {
              term: words.fromCase,
              value: caseId && (
                <Button type="link" size="small" onClick={() => onCase(caseId)}>
                  {words.openCase}
                </Button>
              ),
            },
          ].map((fact) => ({ ...fact, value: fact.value || undefined }))}
        />
        <LongText title={words.facts} text={view.facts || words.none} />
      </Section>
    </>
  );
}

function Sessions({ view }: { view: MediationView }) {
  return (
    <Section title={words.sessions}>
      {view.sessions.length === 0 && <p className="panel-note">{words.noSessions}</p>}
      <ol className="sessions">
        {view.sessions.map((session, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sessions are named by their order
          <li key={index}>
            <div className="session-head figures">
              <b>{words.session(index + 1)}</b>
              <span>{session.heldOn}</span>
              <span>{session.place}</span>
              <span>{session.present}</span>
            </div>
            <p>{session.record}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Conclusion({ view }: { view: MediationView }) {
  const c = view.conclusion;
  if (!c) return null;
  const { outcomes, endReasons } = mediationText.concluding;
  return (
    <Section title={words.conclusion} aside={c.number}>
      <p className="panel-title figures">
        {c.concludedOn} {outcomes[c.outcome]}
        {c.endReason && `（${endReasons[c.endReason as keyof typeof endReasons] ?? c.endReason}）`}
      </p>
      {c.terms && <LongText title={words.terms} text={c.terms} />}
      {c.performance && <LongText title={words.performance} text={c.performance} />}
      {c.performBy && <LongText title={words.performBy} text={c.performBy} />}
      {c.note && <LongText title={words.note} text={c.note} />}
    </Section>
  );
}
