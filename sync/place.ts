import type { DomainEvent } from '../domain/events/all.ts';
import type { BureauWriter, Entry, ScopeHead, Subject } from './bureauStore.ts';
import {
  DIRECTORY,
  EMPTY_DIGEST,
  hashNotice,
  mailScope,
  nextDigest,
  restrictedScope,
  unitScope,
} from './feed.ts';
import type { Verdict } from './protocol.ts';

/** Codes of units; anything else in a fact (an organ of another county, free text) has no feed. */
const UNIT_CODE = /^[0-9A-Z]{4,20}$/;

/** The unit to which this fact brings its case, if it brings it to one that can have a feed. */
export function unitReached(event: DomainEvent): string | undefined {
  const code = unitOf(event);
  return code !== undefined && UNIT_CODE.test(code) ? code : undefined;
}

function unitOf(event: DomainEvent): string | undefined {
  switch (event.type) {
    case 'petition-registered':
    case 'mediation-opened':
      return event.body.unit.code;
    case 'petition-assigned':
      return event.body.to.code;
    case 'petition-transferred-out':
      return event.body.toUnit.code;
    default:
      return undefined;
  }
}

/**
 * Feed entries of an accepted event (FD6 to FD8). `before` are the hashes of the case's earlier events, asked for only
 * when a unit gets the case first with this one.
 */
export async function entriesOf(
  event: DomainEvent,
  hash: Buffer,
  subject: Subject | undefined,
  newUnit: string | undefined,
  before: () => Promise<readonly Buffer[]>,
): Promise<Entry[]> {
  if (event.type === 'stream-enrolled') return [{ scope: DIRECTORY, kind: 'event', hash }];
  if (!subject) return [];
  if (subject.restricted) return [{ scope: restrictedScope(originOf(subject)), kind: 'event', hash }];
  const backfill = newUnit === undefined ? [] : await before();
  return [
    ...backfill.map(
      (earlier): Entry => ({ scope: unitScope(newUnit ?? ''), kind: 'backfill', hash: earlier }),
    ),
    ...[...subject.units].map((unit): Entry => ({ scope: unitScope(unit), kind: 'event', hash })),
  ];
}

/** Unit that registered the case, or opened the mediation that stands alone. */
const originOf = (subject: Subject): string =>
  subject.petition?.origin.code ?? subject.mediations.get(subject.caseId)?.opened.unit.code ?? '';

/** PU4: a verdict other than acceptance comes back to the desk's mailbox. */
export function noticeOf(stream: string, verdict: Verdict): Entry {
  const note = JSON.stringify({ kind: 'verdict', verdict });
  return { scope: mailScope(stream), kind: 'notice', hash: hashNotice(note), note };
}

/** Gives the entries their numbers: the last step of the writing transaction, heads locked in scope order (FD2). */
export async function placeEntries(
  tx: BureauWriter,
  entries: readonly Entry[],
  received: string,
): Promise<void> {
  if (entries.length === 0) return;
  const scopes = [...new Set(entries.map(({ scope }) => scope))].sort();
  const heads = new Map<string, ScopeHead>((await tx.lockHeads(scopes)).map((head) => [head.scope, head]));
  const rows = entries.map((entry) => {
    const { cursor, digest } = heads.get(entry.scope) ?? { cursor: 0, digest: EMPTY_DIGEST };
    const next = {
      scope: entry.scope,
      cursor: cursor + 1,
      digest: nextDigest(digest, entry.kind, entry.hash),
    };
    heads.set(entry.scope, next);
    return { ...entry, ...next, received };
  });
  await tx.insertFeed(rows);
  await tx.saveHeads([...heads.values()]);
}
