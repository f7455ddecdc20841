import { useLocation } from 'wouter';
import { desk } from '../../app/bridge.ts';
import { useSession } from '../../stores/session.ts';
import { fieldText } from '../../text/field.ts';
import { screenTitles } from '../../text/shell.ts';
import { todayText } from '../../text/today.ts';
import { weekday } from '../../ui/dateText.ts';
import { Page } from '../../ui/Page.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useQuery } from '../../ui/useQuery.ts';
import { ApprovalList, AssignmentList, DeskState } from './Beside.tsx';
import { DutyList } from './DutyList.tsx';
import type { Overview } from './overview.ts';
import { QuickActions } from './QuickActions.tsx';
import './today.css';

/** 今日: what is due, what is new, what waits for me, and the way to a new registration. */
export function TodayScreen() {
  const [, go] = useLocation();
  const roles = useSession((s) => s.session?.user?.roles ?? []);
  const query = useQuery(() => desk.today.overview({}), ['cases', 'drafts', 'sync']);
  const registers = roles.includes('clerk') || roles.includes('leader');
  const date = query.value?.today;
  return (
    <Page
      title={screenTitles.today}
      fill
      aside={date && todayText.date(date, fieldText.weekdays[weekday(date)] ?? '')}
      actions={registers && <QuickActions />}
    >
      <QueryView query={query}>
        {(overview) => (
          <div className="today">
            <Figures overview={overview} />
            <DutyList duties={overview.duties} canRegister={registers} />
            <div className="today-beside">
              {roles.includes('leader') && (
                <ApprovalList approvals={overview.approvals} onOpen={(id) => go(`/cases/${id}`)} />
              )}
              <AssignmentList assignments={overview.newAssignments} onOpen={() => go('/assignments')} />
              <DeskState overview={overview} canRegister={registers} />
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

const FIGURES = ['registeredToday', 'openCases', 'overdue', 'dueToday', 'dueWeek', 'mediating'] as const;
const PRESSING: ReadonlySet<string> = new Set(['overdue', 'dueToday']);

function Figures({ overview }: { overview: Overview }) {
  return (
    <dl className="today-figures">
      {FIGURES.map((name) => (
        <div key={name} data-pressing={PRESSING.has(name) && overview[name] > 0 ? '' : undefined}>
          <dt>{todayText.figures[name]}</dt>
          <dd>
            <b>{overview[name]}</b> {todayText.unit}
          </dd>
        </div>
      ))}
    </dl>
  );
}
