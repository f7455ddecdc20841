import type { BureauCase, BureauEntry, BureauRow } from '../contract/bureauViews.ts';
import { CaseStatus } from '../contract/case.ts';
import { handledOf, sentDown } from '../domain/handled.ts';
import { beijingTime, daysBetween, type LocalDate } from '../domain/localDate.ts';
import { maskNumbers } from '../domain/mask.ts';
import type { PetitionState } from '../domain/petition.ts';
import { closedToAssign, closedToDecide } from '../domain/steps/sendDown.ts';
import { factSentence } from '../domain/timeline.ts';
import { openFact } from '../sync/fact.ts';
import { decodeFrame } from '../sync/frame.ts';
import type { event, petitionCase } from './schema.ts';

export type CaseRecord = typeof petitionCase.$inferSelect;
export type StoredEvent = typeof event.$inferSelect;

/** A row of the list; `today` is the Beijing date. */
export function rowView(record: Omit<CaseRecord, 'state' | 'words'>, today: LocalDate): BureauRow {
  const { originCode, originName, custodianCode, custodianName, reportDue } = record;
  return {
    caseId: record.caseId,
    number: record.number,
    receivedOn: record.receivedOn,
    arrivedAt: beijingTime(record.arrivedAt),
    channel: record.channel,
    purpose: record.purpose,
    category: record.category,
    title: record.title,
    leadName: record.leadName,
    personsPresent: record.personsPresent,
    placeName: record.placeName,
    origin: { code: originCode, name: originName },
    custodian: { code: custodianCode, name: custodianName },
    status: CaseStatus.parse(record.status),
    restricted: record.restricted,
    assignment: record.assignment,
    reportDaysLeft: reportDue ? daysBetween(today, reportDue) : null,
    objectionOpen: record.objectionOpen,
  };
}

/** Everything the page of one case shows. Numbers of people are masked here and nowhere later. */
export function caseView(record: CaseRecord, timeline: BureauEntry[], today: LocalDate): BureauCase {
  const { state } = record;
  const { registration } = state;
  return {
    row: rowView(record, today),
    registration: { ...registration, petitioners: registration.petitioners.map(maskNumbers) },
    registeredBy: state.registeredBy,
    registeredAt: state.registeredAt,
    ...handledOf(state),
    assignments: state.assignments.map((one) => sentDown(state, one)),
    mediations: state.mediations.map(mediationView),
    attachments: state.attachments.map(({ name, mime, size, addedAt }) => ({ name, mime, size, addedAt })),
    timeline,
    steps: {
      assign: closedToAssign(state)?.code ?? null,
      decideObjection: closedToDecide(state)?.code ?? null,
    },
  };
}

const mediationView = ({ outcome, ...mediation }: PetitionState['mediations'][number]) => ({
  ...mediation,
  state: outcome ?? 'mediating',
});

/** One stored fact as a line of what happened; what cannot be read says so (VR3, JD2) and never throws. */
export function entryView(stored: StoredEvent, unitName: string): BureauEntry {
  const received = beijingTime(stored.received);
  const { type, verdict, code } = stored;
  // A refused fact may carry the id of another (JD6).
  const id = verdict === 'accepted' ? stored.id : `${stored.stream}/${stored.seq}`;
  const rest = { id, type, received, unitName, verdict, ...(code && { code }) };
  const frame = decodeFrame(stored.frame);
  const fact = frame && openFact(frame, stored.unitCode);
  if (!fact || typeof fact === 'string') return { ...rest, ...unreadable(fact, received) };
  const { claimed, entered, actor } = fact;
  return { ...rest, claimed, entered, actor: actor.name, text: factSentence(fact) };
}

const unreadable = (why: ReturnType<typeof openFact> | null, received: string) => ({
  claimed: received,
  entered: received,
  actor: '',
  text:
    why === 'unknown-type' ? '较新版本的程序写的内容，升级后可以查看。' : '内容不符合约定的格式，无法显示。',
});
