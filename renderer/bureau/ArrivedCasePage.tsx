import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { BureauCase } from '../../contract/bureauViews.ts';
import { useKeys } from '../app/keys.ts';
import { bureauText } from '../text/bureau.ts';
import { CaseBasics } from '../ui/CaseBasics.tsx';
import { DigitButton } from '../ui/DigitButton.tsx';
import { focusBack } from '../ui/focusBack.ts';
import { Page } from '../ui/Page.tsx';
import { TabPanes } from '../ui/TabPanes.tsx';
import { Timeline } from '../ui/Timeline.tsx';
import { useDigits } from '../ui/useDigits.ts';
import { AnswerView } from './AnswerView.tsx';
import { ArrivedHead } from './ArrivedHead.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { AssignmentCards } from './AssignmentCards.tsx';
import { AttachmentList } from './AttachmentList.tsx';
import { bureau } from './consoleClient.ts';
import { ObjectionDialog } from './ObjectionDialog.tsx';
import { useAnswer } from './useAnswer.ts';
import '../ui/panes.css';
import '../ui/tags.css';
import './bureau.css';

const words = bureauText.page;
type Tab = keyof typeof words.tabs;
const CHOSEN_TAB = '.arrived [role=tab][aria-selected=true]';

/** One item as the bureau knows it: facts, what happened, who was asked to do what, and the town's answer. */
export function ArrivedCasePage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const query = useAnswer(() => bureau.cases.get({ caseId }), [caseId]);
  return (
    <AnswerView query={query}>
      {(view) => <Arrived key={caseId} view={view} onChanged={query.reload} />}
    </AnswerView>
  );
}

function Arrived({ view, onChanged }: { view: BureauCase; onChanged(): void }) {
  const [, go] = useLocation();
  const [panel, setPanel] = useState<'assign' | 'decide' | null>(null);
  const leave = () => (window.history.length > 1 ? window.history.back() : go('/cases'));
  const steps = stepsOf(view);
  useKeys({ escape: leave });
  useDigits(
    steps.map((step) => () => setPanel(step)),
    panel === null,
  );
  const objected = view.assignments.findLast((a) => a.state === 'objection-pending');
  const close = () => {
    setPanel(null);
    focusBack(CHOSEN_TAB);
  };
  const done = () => {
    close();
    onChanged();
  };
  return (
    <Page
      title={view.row.title}
      fill
      actions={
        <Button icon={<ArrowLeftOutlined aria-hidden="true" />} onClick={leave}>
          {words.back}
        </Button>
      }
    >
      <ArrivedHead view={view} />
      {steps.length > 0 && (
        <nav className="steps" aria-label={words.assignments}>
          {steps.map((step, index) => (
            <DigitButton
              key={step}
              digit={index + 1}
              label={words[step]}
              kind={index === 0 ? 'primary' : 'default'}
              onClick={() => setPanel(step)}
            />
          ))}
        </nav>
      )}
      <div className="arrived">
        <Tabs view={view} />
        <AssignmentCards assignments={view.assignments} />
      </div>
      {panel === 'assign' && <AssignDialog caseId={view.row.caseId} onClose={close} onDone={done} />}
      {panel === 'decide' && objected && (
        <ObjectionDialog assignment={objected} onClose={close} onDone={done} />
      )}
    </Page>
  );
}

/** An objection is answered before anything is sent on. */
function stepsOf({ steps }: BureauCase): ('assign' | 'decide')[] {
  return [
    ...(steps.decideObjection === null ? (['decide'] as const) : []),
    ...(steps.assign === null ? (['assign'] as const) : []),
  ];
}

function Tabs({ view }: { view: BureauCase }) {
  const [tab, setTab] = useState<Tab>('basics');
  const { caseId, origin } = view.row;
  const timeline = view.timeline.map(({ verdict, ...entry }) => ({ ...entry, sync: verdict }));
  return (
    <TabPanes<Tab>
      label={bureauText.titles.case}
      value={tab}
      onChange={setTab}
      panes={[
        {
          key: 'basics',
          label: words.tabs.basics,
          children: () => (
            <CaseBasics
              registration={view.registration}
              registeredBy={view.registeredBy}
              registeredAt={view.registeredAt}
              unitName={origin.name}
              handled={view}
              unmask={(index) => bureau.cases.unmask({ caseId, index })}
            />
          ),
        },
        {
          key: 'timeline',
          label: words.tabCount(words.tabs.timeline, timeline.length),
          children: () => <Timeline entries={timeline} verdicts={words.verdicts} />,
        },
        {
          key: 'attachments',
          label: words.tabCount(words.tabs.attachments, view.attachments.length),
          children: () => <AttachmentList attachments={view.attachments} />,
        },
      ]}
    />
  );
}
