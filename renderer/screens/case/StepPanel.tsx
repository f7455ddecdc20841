import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import type { AssignmentView } from '../../../contract/cases.ts';
import { AcceptPanel } from './steps/AcceptPanel.tsx';
import { AmendPanel } from './steps/AmendPanel.tsx';
import { AnswerReviewPanel } from './steps/AnswerReviewPanel.tsx';
import { ConcludePanel } from './steps/ConcludePanel.tsx';
import { DecideExtensionPanel } from './steps/DecideExtensionPanel.tsx';
import { DeliveryPanel } from './steps/DeliveryPanel.tsx';
import { HearingPanel } from './steps/HearingPanel.tsx';
import { MergePanel } from './steps/MergePanel.tsx';
import { NotePanel } from './steps/NotePanel.tsx';
import { NoticePanel } from './steps/NoticePanel.tsx';
import { ObjectionPanel } from './steps/ObjectionPanel.tsx';
import { OpinionPanel } from './steps/OpinionPanel.tsx';
import { OrdinaryPanel } from './steps/OrdinaryPanel.tsx';
import type { PanelProps } from './steps/panelProps.ts';
import { RefusePanel } from './steps/RefusePanel.tsx';
import { ReportPanel } from './steps/ReportPanel.tsx';
import { RequestExtensionPanel } from './steps/RequestExtensionPanel.tsx';
import { RequestReviewPanel } from './steps/RequestReviewPanel.tsx';
import { ResolutionPanel } from './steps/ResolutionPanel.tsx';
import { ReviewOpinionPanel } from './steps/ReviewOpinionPanel.tsx';
import { ReviewServicePanel } from './steps/ReviewServicePanel.tsx';
import { RoutePanel } from './steps/RoutePanel.tsx';
import { SignPanel } from './steps/SignPanel.tsx';
import { SimplePanel } from './steps/SimplePanel.tsx';
import { SplitPanel } from './steps/SplitPanel.tsx';
import { ReceiveSupplementPanel, RequestSupplementPanel } from './steps/SupplementPanels.tsx';
import { TerminatePanel } from './steps/TerminatePanel.tsx';
import { TransferPanel } from './steps/TransferPanel.tsx';
import { VoidPanel } from './steps/VoidPanel.tsx';

const OpenMediationDialog = lazy(() =>
  import('../mediation/OpenMediationDialog.tsx').then((m) => ({ default: m.OpenMediationDialog })),
);

/** The form that is open over a case: a step, or its correction or note. */
export interface Panel {
  step: string;
  /** The paper whose service is recorded. */
  paperId?: string;
  /** The item sent down that is meant; else the one in force. */
  assignment?: AssignmentView;
}

/** The form of a step. A step that has its own screen (mediation) goes there. */
export function StepPanel({ panel, ...props }: PanelProps & { panel: Panel }) {
  const assignment = panel.assignment ?? props.view.assignments.findLast((a) => a.state !== 'superseded');
  switch (panel.step) {
    case 'giveNotice':
      return <NoticePanel {...props} />;
    case 'decideRoute':
      return <RoutePanel {...props} />;
    case 'accept':
      return <AcceptPanel {...props} />;
    case 'chooseSimple':
      return <SimplePanel {...props} />;
    case 'resumeOrdinary':
      return <OrdinaryPanel {...props} />;
    case 'recordResolution':
      return <ResolutionPanel {...props} />;
    case 'refuseAcceptance':
      return <RefusePanel {...props} />;
    case 'requestSupplement':
      return <RequestSupplementPanel {...props} />;
    case 'receiveSupplement':
      return <ReceiveSupplementPanel {...props} />;
    case 'merge':
      return <MergePanel {...props} />;
    case 'split':
      return <SplitPanel {...props} />;
    case 'terminate':
      return <TerminatePanel {...props} />;
    case 'voidRegistration':
      return <VoidPanel {...props} />;
    case 'transferOut':
      return <TransferPanel {...props} />;
    case 'requestExtension':
      return <RequestExtensionPanel {...props} />;
    case 'decideExtension':
      return <DecideExtensionPanel {...props} />;
    case 'issueOpinion':
      return <OpinionPanel {...props} />;
    case 'recordDelivery':
      return <DeliveryPanel {...props} paperId={panel.paperId ?? ''} />;
    case 'conclude':
      return <ConcludePanel {...props} />;
    case 'requestReview':
      return <RequestReviewPanel {...props} />;
    case 'answerReview':
      return <AnswerReviewPanel {...props} />;
    case 'holdHearing':
      return <HearingPanel {...props} />;
    case 'recordReviewOpinion':
      return <ReviewOpinionPanel {...props} />;
    case 'serveReviewOpinion':
      return <ReviewServicePanel {...props} />;
    case 'amend':
      return <AmendPanel {...props} />;
    case 'note':
      return <NotePanel {...props} />;
    case 'signAssignment':
      return assignment && <SignPanel {...props} assignment={assignment} />;
    case 'raiseObjection':
      return assignment && <ObjectionPanel {...props} assignment={assignment} />;
    case 'reportAssignment':
      return assignment && <ReportPanel {...props} assignment={assignment} />;
    default:
      return <ToMediation view={props.view} onClose={props.onClose} />;
  }
}

/** 移交人民调解: the form over the case; once opened, the mediation itself is shown. */
function ToMediation({ view, onClose }: Pick<PanelProps, 'view' | 'onClose'>) {
  const [, go] = useLocation();
  return (
    <Suspense fallback={null}>
      <OpenMediationDialog
        origin={view}
        onClose={onClose}
        onDone={(mediationId) => go(`/mediation/${mediationId}`)}
      />
    </Suspense>
  );
}
