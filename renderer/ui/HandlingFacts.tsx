import { Button } from 'antd';
import type { AssignmentView, CaseView } from '../../contract/cases.ts';
import { TERMINATION_NAMES, VOID_NAMES } from '../../domain/codes/ending.ts';
import { PROCEDURES } from '../../domain/codes/procedure.ts';
import { isNoMore, REFUSAL_REASONS } from '../../domain/codes/refusalReason.ts';
import { SIMPLE_GROUND_NAMES } from '../../domain/codes/simpleGround.ts';
import { assignmentsText } from '../text/assignments.ts';
import { caseText } from '../text/case.ts';
import { routeText } from '../text/legalRoute.ts';
import { reviewsText } from '../text/reviews.ts';
import { stepText } from '../text/steps.ts';
import { caseParts } from './casePartFacts.ts';
import { type Fact, Facts } from './Facts.tsx';
import './caseParts.css';

const words = caseText.handling;

/** The part of a case that says what was done about it; desk and bureau have the same. */
export type Handled = Pick<
  CaseView,
  | 'notice'
  | 'route'
  | 'simple'
  | 'resolution'
  | 'refusal'
  | 'termination'
  | 'voided'
  | 'supplements'
  | 'merged'
  | 'joined'
  | 'split'
  | 'partOf'
  | 'acceptance'
  | 'transfer'
  | 'extension'
  | 'opinion'
  | 'reviews'
  | 'conclusion'
  | 'assignments'
  | 'mediations'
>;

interface Props {
  view: Handled;
  /** Opens a mediation, where this page has one. */
  onMediation?(mediationId: string): void;
}

/** What was done so far, a line a step. */
export function HandlingFacts({ view, onMediation }: Props) {
  const facts: Fact[] = [
    ...view.assignments.map(assignment),
    ...caseParts(view),
    ...[
      notice(view),
      legalRoute(view),
      refusal(view),
      simple(view),
      acceptance(view),
      transfer(view),
      extension(view),
      opinion(view),
    ].filter((f) => f !== null),
    ...view.mediations.map((m) => ({
      term: words.mediation,
      value: (
        <>
          {m.openedOn} {m.title}（{words.mediationStates[m.state] ?? m.state}）
          {onMediation && (
            <Button type="link" size="small" onClick={() => onMediation(m.mediationId)}>
              {words.openMediation}
            </Button>
          )}
        </>
      ),
    })),
    ...(view.reviews ?? []).map(review),
    ...[conclusion(view), termination(view), voided(view), resolution(view)].filter((f) => f !== null),
  ];
  return (
    <section aria-label={caseText.basics.handling}>
      <h2 className="basics-title">{caseText.basics.handling}</h2>
      {facts.length === 0 ? (
        <p className="quiet">{caseText.basics.noHandling}</p>
      ) : (
        <div className="handling">
          <Facts facts={facts} />
        </div>
      )}
    </section>
  );
}

function assignment(a: AssignmentView): Fact {
  const due = a.reportDue ? assignmentsText.reportDue(a.reportDue) : assignmentsText.noReport;
  return {
    term: assignmentsText.manners[a.manner],
    value: `${a.assignedOn} ${a.fromName} → ${a.toName}；${due}；${assignmentsText.states[a.state]}`,
  };
}

function notice({ notice: n }: Handled): Fact | null {
  if (!n) return null;
  const manner = n.manner === 'on-the-spot' ? words.onTheSpot : words.later;
  return { term: words.notice, value: `${n.givenOn} ${manner}，${n.number}` };
}

function legalRoute({ route: r }: Handled): Fact | null {
  if (!r) return null;
  const procedure = r.procedure ? PROCEDURES[r.procedure].name : '';
  const line = routeText.line(words.route(r.route), procedure, r.organ, r.number ?? '');
  const times = r.times > 1 ? `（${routeText.times(r.times)}）` : '';
  return { term: words.legalRoute, value: `${r.decidedOn} ${line}${times}` };
}

function refusal({ refusal: r }: Handled): Fact | null {
  if (!r) return null;
  const document = r.document ? `（${r.document}）` : '';
  const paper = r.number ? `，${r.number}` : '';
  return {
    term: isNoMore(r.reason) ? words.refusal.noMore : words.refusal.rejected,
    value: `${r.refusedOn} ${r.approver}：${REFUSAL_REASONS[r.reason].text}，${r.organ}${document}${paper}`,
  };
}

function termination({ termination: t }: Handled): Fact | null {
  if (!t) return null;
  return {
    term: words.termination,
    value: `${t.terminatedOn} ${t.approver}：${TERMINATION_NAMES[t.ground]}；${t.note}`,
  };
}

function voided({ voided: v }: Handled): Fact | null {
  if (!v) return null;
  return { term: words.voided, value: `${v.voidedOn} ${v.approver}：${VOID_NAMES[v.ground]}；${v.reason}` };
}

function simple({ simple: s }: Handled): Fact | null {
  if (!s) return null;
  const resumed = s.resumedOn ? `；${words.resumed(s.resumedOn)}：${s.reason ?? ''}` : '';
  return { term: words.simple, value: `${s.chosenOn} ${SIMPLE_GROUND_NAMES[s.ground]}${resumed}` };
}

function resolution({ resolution: r }: Handled): Fact | null {
  if (!r) return null;
  const state = stepText.resolution.resolutions[r.resolution];
  return { term: words.resolution, value: `${r.recordedOn} ${state}：${r.note}` };
}

function acceptance({ acceptance: a }: Handled): Fact | null {
  if (!a) return null;
  return {
    term: words.acceptance,
    value: `${a.acceptedOn} ${a.department}，${words.route(a.legalRoute)}，${a.number}`,
  };
}

function transfer({ transfer: t }: Handled): Fact | null {
  return t ? { term: words.transfer, value: `${t.transferredOn} ${t.toName}，${t.number}` } : null;
}

function extension({ extension: e }: Handled): Fact | null {
  if (!e) return null;
  const decided = e.decidedOn ? `，${e.decidedOn} ${e.approver ?? ''}` : '';
  return {
    term: words.extension,
    value: `${words.days(e.days)}（${words.extensionState[e.state]}${decided}）：${e.reason}`,
  };
}

function opinion({ opinion: o }: Handled): Fact | null {
  if (!o) return null;
  const outcomes = o.claims.map((claim) => stepText.opinion.outcomes[claim.outcome]).join('、');
  return { term: words.opinion, value: words.opinionLine(o.issuedOn, o.signer, o.number, outcomes) };
}

function review(r: NonNullable<Handled['reviews']>[number]): Fact {
  return { term: reviewsText.stages[r.stage], value: reviewsText.line(r) };
}

function conclusion({ conclusion: c }: Handled): Fact | null {
  if (!c) return null;
  const ground = stepText.conclude.grounds[c.ground as keyof typeof stepText.conclude.grounds] ?? c.ground;
  return { term: words.conclusion, value: `${c.concludedOn} ${ground}：${c.summary}` };
}
