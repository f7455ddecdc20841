import type { CaseView } from '../../../../contract/cases.ts';
import type { StepDone } from '../../../../contract/handling.ts';

/** What the form of every step is given. */
export interface PanelProps {
  view: CaseView;
  onClose(): void;
  /** The step is done; these papers came into being. */
  onDone(papers: StepDone['papers']): void;
}
