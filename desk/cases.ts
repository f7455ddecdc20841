import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { writeAudit } from '../db/auditChain.ts';
import { findCase, listCases } from '../db/cases.ts';
import { ok, refuse } from '../domain/result.ts';
import { caseRow } from './caseRow.ts';
import { caseView } from './caseViews.ts';
import { instantAt, once, record } from './command.ts';
import { hereOf, readerOf, seenCase, subjectOf } from './seenCase.ts';
import { CASE_TOPICS } from './takeCaseStep.ts';
import type { At } from './workplace.ts';

/** The list of cases and the page of one. Who reads a case or a full number is in the audit trail before he sees it. */
export const cases = (at: At): Handlers<DeskContract>['cases'] => ({
  list(filter, caller) {
    const here = hereOf(at());
    const { rows, total } = listCases(at().db.orm, filter, here, readerOf(caller));
    return ok({ rows: rows.map((row) => caseRow(row, here)), total });
  },

  get({ caseId }, caller) {
    const here = at();
    const state = seenCase(here, caller, caseId);
    const row = state && findCase(here.db.orm, caseId, readerOf(caller));
    if (!row) return refuse('unknown-case');
    here.db.write(() =>
      writeAudit(here.db.orm, { at: instantAt(here), person: caller.id, act: 'case-read', ref: caseId }),
    );
    return ok(caseView(here, caller, row, state));
  },

  unmask({ caseId, index }, caller) {
    const here = at();
    const person = seenCase(here, caller, caseId)?.registration.petitioners[index];
    if (!person) return refuse('unknown-case');
    const ref = `${caseId}#${index}`;
    here.db.write(() =>
      writeAudit(here.db.orm, { at: instantAt(here), person: caller.id, act: 'person-unmasked', ref }),
    );
    return ok({ phone: person.phone ?? '', idNumber: person.idNumber ?? '' });
  },

  addNote({ commandId, caseId, text }, caller) {
    const here = at();
    const command = { method: 'cases.addNote', commandId, topics: CASE_TOPICS, input: { caseId, text } };
    return once(here, command, () => {
      const state = seenCase(here, caller, caseId);
      if (!state) return refuse('unknown-case');
      record(here, caller, subjectOf(state), instantAt(here), [{ type: 'note-added', body: { text } }]);
      return ok({ caseId });
    });
  },
});
