import {
  CheckCircleOutlined,
  CloudUploadOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import type { AssignmentView } from '../../../contract/cases.ts';
import { desk } from '../../app/bridge.ts';
import { todayText } from '../../text/today.ts';
import { Section } from '../../ui/Page.tsx';
import { useQuery } from '../../ui/useQuery.ts';
import type { Overview } from './overview.ts';

/** Items just sent down that wait to be signed for. */
export function AssignmentList({
  assignments,
  onOpen,
}: {
  assignments: readonly AssignmentView[];
  onOpen(): void;
}) {
  const words = todayText.assignments;
  return (
    <Section title={words.title} aside={<Count n={assignments.length} />}>
      {assignments.length === 0 ? (
        <p className="today-none">{words.none}</p>
      ) : (
        <ul className="today-items">
          {assignments.slice(0, 4).map((a) => (
            <li key={a.assignmentId}>
              <button type="button" onClick={onOpen}>
                <span className="today-item-title">{a.title}</span>
                <small className="figures">
                  {a.fromName} · {a.reportDue ? words.due(a.reportDue) : words.noDue}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {assignments.length > 0 && (
        <Button size="small" onClick={onOpen}>
          {words.more}
        </Button>
      )}
    </Section>
  );
}

/** Extensions that wait for the leader who is signed in. */
export function ApprovalList({
  approvals,
  onOpen,
}: {
  approvals: Overview['approvals'];
  onOpen(caseId: string): void;
}) {
  const words = todayText.approvals;
  return (
    <Section title={words.title} aside={<Count n={approvals.length} />}>
      {approvals.length === 0 ? (
        <p className="today-none">{words.none}</p>
      ) : (
        <ul className="today-items">
          {approvals.map(({ row, days, reason }) => (
            <li key={row.caseId}>
              <button type="button" onClick={() => onOpen(row.caseId)}>
                <span className="today-item-title">{row.title}</span>
                <small>
                  {words.days(days)} · {reason}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What this PC still holds: unsent facts, refused ones, half-typed forms. */
export function DeskState({ overview, canRegister }: { overview: Overview; canRegister: boolean }) {
  const [, go] = useLocation();
  const words = todayText.desk;
  const sync = useQuery(() => desk.sync.state({}), ['sync', 'cases']).value;
  return (
    <Section title={words.title}>
      <ul className="today-lines">
        {sync && (
          <li>
            {sync.waiting === 0 || sync.training ? (
              <CheckCircleOutlined aria-hidden="true" />
            ) : (
              <CloudUploadOutlined aria-hidden="true" />
            )}
            <span>
              {sync.training ? words.training : words.waiting(sync.waiting)}
              <small>{words.offlineFine}</small>
            </span>
          </li>
        )}
        {overview.attention > 0 && (
          <li className="today-warn">
            <ExclamationCircleOutlined aria-hidden="true" />
            <Button type="link" size="small" onClick={() => go('/sync')}>
              {words.attention(overview.attention)}
            </Button>
          </li>
        )}
        {canRegister && (
          <li>
            <EditOutlined aria-hidden="true" />
            {overview.drafts > 0 ? (
              <Button type="link" size="small" onClick={() => go('/registration')}>
                {words.drafts(overview.drafts)}
              </Button>
            ) : (
              <span>{words.noDrafts}</span>
            )}
          </li>
        )}
      </ul>
    </Section>
  );
}

const Count = ({ n }: { n: number }) => (n > 0 ? <strong className="today-count figures">{n}</strong> : null);
