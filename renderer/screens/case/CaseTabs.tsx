import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseView } from '../../../contract/cases.ts';
import { desk } from '../../app/bridge.ts';
import { caseText } from '../../text/case.ts';
import { screenTitles } from '../../text/shell.ts';
import { CaseBasics } from '../../ui/CaseBasics.tsx';
import { focusBack } from '../../ui/focusBack.ts';
import { TabPanes } from '../../ui/TabPanes.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { AttachmentsTab } from './AttachmentsTab.tsx';
import { PapersTab } from './PapersTab.tsx';

interface Props {
  view: CaseView;
  onPrint(paperId: string): void;
  onServe(paperId: string): void;
}

type Tab = keyof typeof caseText.tabs;
/** Where the focus of a case page rests: arrows change tabs, digits take steps. */
export const CHOSEN_TAB = '.case [role=tab][aria-selected=true]';

/** 基本信息 / 办理过程 / 文书 / 附件: what fits on a small screen one at a time. */
export function CaseTabs({ view, onPrint, onServe }: Props) {
  const [tab, setTab] = useState<Tab>('basics');
  const [, go] = useLocation();
  const { tabs, tabCount } = caseText;
  // Not on a step button: an Enter held down in the list would take the step.
  useEffect(() => focusBack(CHOSEN_TAB), []);
  return (
    <TabPanes<Tab>
      label={screenTitles.case}
      value={tab}
      onChange={setTab}
      panes={[
        {
          key: 'basics',
          label: tabs.basics,
          children: () => (
            <CaseBasics
              registration={view.registration}
              registeredBy={view.registeredBy}
              registeredAt={view.registeredAt}
              unitName={view.unit.name}
              handled={view}
              unmask={(index) => desk.cases.unmask({ caseId: view.row.caseId, index })}
              onMediation={(mediationId) => go(`/mediation/${mediationId}`)}
            />
          ),
        },
        {
          key: 'timeline',
          label: tabCount(tabs.timeline, view.timeline.length),
          children: () => <Timeline entries={view.timeline} />,
        },
        {
          key: 'papers',
          label: tabCount(tabs.papers, view.papers.length),
          children: () => <PapersTab papers={view.papers} onPrint={onPrint} onServe={onServe} />,
        },
        {
          key: 'attachments',
          label: tabCount(tabs.attachments, view.attachments.length),
          children: () => <AttachmentsTab caseId={view.row.caseId} attachments={view.attachments} />,
        },
      ]}
    />
  );
}
