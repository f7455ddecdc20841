import { CaseRow } from '../contract/case.ts';
import type { CaseRecord } from '../db/cases.ts';
import { daysLeftUntil, urgency } from '../domain/deadline.ts';
import type { LocalDate } from '../domain/localDate.ts';
import { type DeadlineRule, deadlineName } from '../domain/rules/deadlineRules.ts';

/** A case as lists show it on this day at this unit. */
export function caseRow(record: CaseRecord, here: { today: LocalDate; unitCode: string }): CaseRow {
  const { nextDue, nextRule, nextLegal } = record;
  return {
    caseId: record.caseId,
    number: record.number,
    receivedOn: record.receivedOn,
    channel: record.channel,
    purpose: record.purpose,
    category: record.category,
    title: record.title,
    leadName: record.leadName,
    personsPresent: record.personsPresent,
    placeName: record.placeName,
    unitName: record.unitName,
    status: CaseRow.shape.status.parse(record.status),
    ours: record.unitCode === here.unitCode,
    restricted: record.restricted,
    nextClock:
      nextDue && nextRule
        ? {
            rule: nextRule,
            name: deadlineName(nextRule as DeadlineRule),
            dueRaw: nextDue,
            urgency: urgency(nextDue, nextLegal ?? nextDue, here.today),
            daysLeft: daysLeftUntil(nextDue, nextLegal ?? nextDue, here.today),
          }
        : null,
    synced: record.synced,
  };
}
