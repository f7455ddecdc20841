import type { CaseStatus } from '../../contract/case.ts';
import { ENDED_STATUSES } from '../../domain/petitionStatus.ts';
import { statusWords } from '../text/words.ts';
import './tags.css';

const DONE: ReadonlySet<CaseStatus> = new Set<CaseStatus>([
  ...ENDED_STATUSES,
  'delivered',
  'transferred-out',
  'returned',
]);
const WAITING: ReadonlySet<CaseStatus> = new Set<CaseStatus>([
  'await-sign',
  'supplement',
  'objection-pending',
  'extension-requested',
  'in-review',
  'in-reexamination',
  'opinion-issued',
]);

/** Where a case stands, in a quiet frame. */
export function StatusTag({ status }: { status: CaseStatus }) {
  const kind = DONE.has(status) ? 'done' : WAITING.has(status) ? 'waiting' : 'plain';
  return <span className={`tag tag-${kind}`}>{statusWords[status]}</span>;
}
