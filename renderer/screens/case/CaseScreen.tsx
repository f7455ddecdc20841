import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { CaseView } from '../../../contract/cases.ts';
import type { StepDone } from '../../../contract/handling.ts';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { useCaseList } from '../../stores/caseList.ts';
import { caseText } from '../../text/case.ts';
import { focusBack } from '../../ui/focusBack.ts';
import { Page } from '../../ui/Page.tsx';
import { PaperPreview } from '../../ui/PaperPreview.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useQuery } from '../../ui/useQuery.ts';
import { CaseDrafts } from './CaseDrafts.tsx';
import { CaseHead } from './CaseHead.tsx';
import { CaseTabs, CHOSEN_TAB } from './CaseTabs.tsx';
import { Clocks } from './Clocks.tsx';
import { StepBar } from './StepBar.tsx';
import { type Panel, StepPanel } from './StepPanel.tsx';
import '../../ui/panes.css';
import '../../ui/tags.css';
import './case.css';

interface Printing {
  paperId: string;
  papers: StepDone['papers'];
}

/** One case: what it is about, its clocks with their working, what the law allows next, its papers and files. */
export function CaseScreen() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const query = useQuery(() => desk.cases.get({ caseId }), ['cases', 'sync'], [caseId]);
  const leave = useLeave();
  return (
    <QueryView query={query}>
      {(view) => <CasePage key={caseId} view={view} onLeave={leave} onChanged={query.reload} />}
    </QueryView>
  );
}

function CasePage({ view, onLeave, onChanged }: { view: CaseView; onLeave(): void; onChanged(): void }) {
  const [, go] = useLocation();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [printing, setPrinting] = useState<Printing | null>(null);
  const newest = view.papers.at(-1);
  const print = () => newest && setPrinting({ paperId: newest.paperId, papers: [] });
  const setAway = useCaseList((s) => s.setAway);
  useKeys({
    escape: onLeave,
    f7: print,
    'ctrl+p': print,
    f3: () => {
      setAway(false);
      go('/cases');
    },
  });

  const done = (papers: StepDone['papers']) => {
    setPanel(null);
    focusBack(CHOSEN_TAB);
    onChanged();
    const first = papers[0];
    if (first) setPrinting({ paperId: first.paperId, papers });
  };
  return (
    <Page
      title={view.row.title}
      fill
      actions={
        <>
          {newest && (
            <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={print}>
              {caseText.print}
            </Button>
          )}
          <Button icon={<ArrowLeftOutlined aria-hidden="true" />} onClick={onLeave}>
            {caseText.back}
          </Button>
        </>
      }
    >
      <CaseHead view={view} />
      <StepBar view={view} active={!panel && !printing} onStep={(step) => setPanel({ step })} />
      {!panel && <CaseDrafts view={view} onStep={(step) => setPanel({ step })} />}
      <div className="case">
        <CaseTabs
          view={view}
          onPrint={(paperId) => setPrinting({ paperId, papers: [] })}
          onServe={(paperId) => setPanel({ step: 'recordDelivery', paperId })}
        />
        <Clocks clocks={view.clocks} />
      </div>
      {panel && <StepPanel view={view} panel={panel} onClose={() => setPanel(null)} onDone={done} />}
      {printing && (
        <PaperPreview
          subject="case"
          id={view.row.caseId}
          {...printing}
          onClose={() => {
            setPrinting(null);
            focusBack(CHOSEN_TAB);
          }}
        />
      )}
    </Page>
  );
}

/** Back to where the person came from; to the list when the page was opened by its address. */
function useLeave(): () => void {
  const [, go] = useLocation();
  return () => {
    if (window.history.length > 1) window.history.back();
    else go('/cases');
  };
}
