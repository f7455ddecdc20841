import { randomUUID } from 'node:crypto';
import type { DeskContract } from '../contract/deskContract.ts';
import type { Caller, Handlers } from '../contract/dispatch.ts';
import { writeAudit } from '../db/auditChain.ts';
import { isMediationSynced, listMediations } from '../db/mediations.ts';
import { readMediation } from '../db/project.ts';
import type { DomainEvent } from '../domain/events/all.ts';
import type { LocalDate } from '../domain/localDate.ts';
import type { MediationState } from '../domain/mediation.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import {
  decideApplication,
  decidePerformance,
  decideRevisit,
  decideRuling,
} from '../domain/steps/agreement.ts';
import {
  decideMediationEnd,
  decideOpening,
  decideSession,
  type OpenMediation,
  openMediationStep,
} from '../domain/steps/mediation.ts';
import { type StepContext, takeStep } from '../domain/steps/step.ts';
import { instantAt, once, record, type Subject } from './command.ts';
import { mediationRow, mediationView } from './mediationViews.ts';
import { issuedPapers } from './paperList.ts';
import { seenCase, subjectOf } from './seenCase.ts';
import { stepContext } from './stepContext.ts';
import { CASE_TOPICS } from './takeCaseStep.ts';
import type { At, Workplace } from './workplace.ts';

type Feature = Handlers<DeskContract>['mediation'];
type OpenAnswer = Awaited<ReturnType<Feature['open']>>;
type EndAnswer = Awaited<ReturnType<Feature['conclude']>>;
type ApplyAnswer = Awaited<ReturnType<Feature['applyForConfirmation']>>;
type RulingAnswer = Awaited<ReturnType<Feature['recordRuling']>>;
type AgreedAnswer = Awaited<ReturnType<Feature['revisit']>>;
type SessionAnswer = Awaited<ReturnType<Feature['addSession']>>;

/** 人民调解, from a petition or directly. The law names its refusals as text; the contract lists which call gets which. */
export const mediation = (at: At): Feature => ({
  list({ open }) {
    const { db, identity } = at();
    const found = listMediations(db.orm, identity.unit.code, open);
    return ok(found.map(({ state, synced }) => mediationRow(JSON.parse(state) as MediationState, synced)));
  },

  get({ mediationId }, caller) {
    const here = at();
    const { orm } = here.db;
    const state = readMediation(orm, mediationId);
    if (!state) return refuse('unknown-mediation');
    const entry = { at: instantAt(here), person: caller.id, act: 'mediation-read', ref: mediationId };
    here.db.write(() => writeAudit(orm, entry));
    return ok(mediationView(here, state, isMediationSynced(orm, mediationId, state.opened.caseId)));
  },

  unmask({ mediationId, index }, caller) {
    const here = at();
    const party = readMediation(here.db.orm, mediationId)?.opened.parties[index];
    if (!party) return refuse('unknown-mediation');
    const ref = `${mediationId}#${index}`;
    const entry = { at: instantAt(here), person: caller.id, act: 'person-unmasked', ref };
    here.db.write(() => writeAudit(here.db.orm, entry));
    return ok({ phone: party.phone ?? '', idNumber: party.idNumber ?? '' });
  },

  open({ commandId, ...input }, caller) {
    const here = at();
    return once(here, { method: 'mediation.open', commandId, topics: CASE_TOPICS, input }, () => {
      const opening = { ...input, mediationId: randomUUID() };
      const context = stepContext(here, caller);
      const { caseId } = opening;
      if (caseId === null) {
        const subject = { caseId: opening.mediationId, custody: 0, restricted: false };
        return begin(here, caller, opening, subject, decideOpening(opening, context));
      }
      const state = seenCase(here, caller, caseId);
      if (!state) return refuse('unknown-case');
      const decided = takeStep(openMediationStep, state, opening, context);
      return begin(here, caller, opening, subjectOf(state), decided);
    }) as OpenAnswer;
  },

  addSession({ commandId, ...body }, caller) {
    return change(
      at(),
      caller,
      'mediation.addSession',
      { commandId, on: body.heldOn, body },
      (state, context) => decideSession(state, body, context),
    ) as SessionAnswer;
  },

  conclude({ commandId, ...body }, caller) {
    return change(
      at(),
      caller,
      'mediation.conclude',
      { commandId, on: body.concludedOn, body },
      (state, context) => decideMediationEnd(state, body, context),
    ) as EndAnswer;
  },

  applyForConfirmation({ commandId, ...body }, caller) {
    const command = { commandId, on: body.appliedOn, body };
    return change(at(), caller, 'mediation.applyForConfirmation', command, (state, context) =>
      decideApplication(state, body, context),
    ) as ApplyAnswer;
  },

  recordRuling({ commandId, ...body }, caller) {
    const command = { commandId, on: body.decidedOn, body };
    return change(at(), caller, 'mediation.recordRuling', command, (state, context) =>
      decideRuling(state, body, context),
    ) as RulingAnswer;
  },

  recordPerformance({ commandId, ...body }, caller) {
    const command = { commandId, on: body.performedOn, body };
    return change(at(), caller, 'mediation.recordPerformance', command, (state, context) =>
      decidePerformance(state, body, context),
    ) as AgreedAnswer;
  },

  revisit({ commandId, ...body }, caller) {
    const command = { commandId, on: body.revisitedOn, body };
    return change(at(), caller, 'mediation.revisit', command, (state, context) =>
      decideRevisit(state, body, context),
    ) as AgreedAnswer;
  },
});

type Done = Result<{ mediationId: string; papers: ReturnType<typeof issuedPapers> }, string>;

function begin(
  at: Workplace,
  caller: Caller,
  { mediationId, openedOn }: OpenMediation,
  subject: Subject,
  decided: Result<DomainEvent[], string>,
): Done {
  if (!decided.ok) return decided;
  record(at, caller, subject, openedOn, decided.value);
  return ok({ mediationId, papers: [] });
}

/** One more fact of a mediation. */
function change(
  at: Workplace,
  caller: Caller,
  method: string,
  { commandId, body, on }: { commandId: string; body: { mediationId: string }; on: LocalDate },
  decide: (state: MediationState, context: StepContext) => Result<DomainEvent[], string>,
): Done {
  const { mediationId } = body;
  return once(at, { method, commandId, topics: CASE_TOPICS, input: body }, (): Done => {
    const state = readMediation(at.db.orm, mediationId);
    if (!state) return refuse('unknown-mediation');
    const decided = decide(state, stepContext(at, caller));
    if (!decided.ok) return decided;
    record(at, caller, subjectOfMediation(at, caller, state), on, decided.value);
    return ok({ mediationId, papers: issuedPapers(decided.value) });
  });
}

/** Facts belong to the petition it came from; a direct mediation is its own subject. */
function subjectOfMediation(at: Workplace, caller: Caller, { mediationId, opened }: MediationState): Subject {
  const petition = opened.caseId ? seenCase(at, caller, opened.caseId) : undefined;
  if (petition) return subjectOf(petition);
  return { caseId: opened.caseId ?? mediationId, custody: 0, restricted: false };
}
