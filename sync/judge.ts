import { BUREAU_EVENTS, CUSTODY_EVENTS, type DomainEvent, type Recorded } from '../domain/events/all.ts';
import { assignmentOf, isEnded, type PetitionState } from '../domain/petition.ts';
import type { Subject } from './bureauStore.ts';
import type { NoFact } from './fact.ts';

/** Who signed the event, and what the bureau has at that moment. */
export interface Bench {
  author: { kind: 'desk' | 'bureau'; unit: string };
  /** Another event has this id. */
  idTaken(id: string): boolean;
  /** A mediation with this id exists, in whatever case. */
  mediationTaken(id: string): boolean;
  /** What the event is about, if it is known. */
  subject: Subject | undefined;
}

export type Judgement = { s: 'accepted'; recorded: Recorded } | { s: 'rejected' | 'held'; code: VerdictCode };
/** Why a fact is refused or held; the catalogue of sentences has each of them. */
export const VERDICT_CODES = [
  'unknown-type',
  'malformed',
  'bureau-only',
  'training',
  'wrong-unit',
  'duplicate-id',
  'case-exists',
  'unknown-case',
  'not-your-case',
  'custody',
  'already-done',
] as const;
export type VerdictCode = (typeof VERDICT_CODES)[number];

const rejected = (code: VerdictCode): Judgement => ({ s: 'rejected', code });
const held = (code: VerdictCode): Judgement => ({ s: 'held', code });

/** Gives what was read of an event its verdict by rules JD1 to JD10, in that order. Pure: asks only the bench. */
export function judge(fact: Recorded | NoFact, bench: Bench): Judgement {
  const { author } = bench;
  if (fact === 'unknown-type') return held(fact); // JD1
  if (fact === 'malformed' || !namesItsSubject(fact)) return rejected('malformed'); // JD2
  const { event } = fact;
  if (author.kind === 'desk' && BUREAU_EVENTS.has(event.type)) return rejected('bureau-only'); // JD3
  if (event.type === 'desk-started' && event.body.training) return rejected('training'); // JD4
  if (unitNamed(event) !== undefined && unitNamed(event) !== author.unit) return rejected('wrong-unit'); // JD5
  if (bench.idTaken(fact.id)) return rejected('duplicate-id'); // JD6
  if (isOfStream(event)) return { s: 'accepted', recorded: fact };
  return judgeOnCase(fact, bench);
}

function judgeOnCase(fact: Recorded, { author, subject, mediationTaken }: Bench): Judgement {
  const { event } = fact;
  if (event.type === 'mediation-opened' && mediationTaken(event.body.mediationId)) return held('case-exists'); // JD6
  if (beginsSubject(event)) return subject ? held('case-exists') : { s: 'accepted', recorded: fact }; // JD6
  if (!subject || !knowsMediation(subject, event)) return held('unknown-case'); // JD7
  if (author.kind === 'desk' && !subject.units.has(author.unit)) return held('not-your-case'); // JD8
  if (CUSTODY_EVENTS.has(event.type)) {
    if (!subject.petition) return held('custody');
    const code = custodyTrouble(subject.petition, fact, author); // JD9
    if (code) return held(code);
  }
  return { s: 'accepted', recorded: fact }; // JD10
}

/** JD9: compare-and-set on the custody count; the bureau moves a case wherever it is. */
function custodyTrouble(
  petition: PetitionState,
  { event, custody }: Recorded,
  author: Bench['author'],
): 'custody' | 'already-done' | null {
  if (custody !== petition.custody) return 'custody';
  if (author.kind === 'desk' && petition.custodian.code !== author.unit) return 'custody';
  return isEnded(petition) || isDone(petition, event) ? 'already-done' : null;
}

function isDone(petition: PetitionState, event: DomainEvent): boolean {
  switch (event.type) {
    case 'petition-accepted':
      return petition.acceptance !== undefined;
    case 'petition-transferred-out':
      return petition.transfer !== undefined;
    case 'objection-decided':
      return assignmentOf(petition, event.body.assignmentId)?.objectionAnswer !== undefined;
    default:
      return false;
  }
}

/** Facts of a stream itself; they belong to no case. */
const isOfStream = (event: DomainEvent): boolean =>
  event.type === 'desk-started' || event.type === 'stream-enrolled';

/** The fact with which a case, or a mediation that stands alone, begins. */
const beginsSubject = (event: DomainEvent): boolean =>
  event.type === 'petition-registered' || (event.type === 'mediation-opened' && event.body.caseId === null);

/** The frame and the body speak of the same thing: what is fed by the one is folded by the other. */
function namesItsSubject({ caseId, event }: Recorded): boolean {
  if (isOfStream(event)) return caseId === '';
  if (event.type === 'mediation-opened') return caseId === (event.body.caseId ?? event.body.mediationId);
  return caseId !== '';
}

/** A later fact of a mediation needs the mediation, and in the same case. */
function knowsMediation(subject: Subject, event: DomainEvent): boolean {
  if (event.type === 'mediation-opened') return subject.petition !== null;
  if (event.type === 'mediation-session-held' || event.type === 'mediation-concluded')
    return subject.mediations.has(event.body.mediationId);
  return true;
}

/** The unit in whose name the fact is written, where it names one. */
const unitNamed = (event: DomainEvent): string | undefined =>
  event.type === 'petition-registered' || event.type === 'mediation-opened' || event.type === 'desk-started'
    ? event.body.unit.code
    : undefined;
