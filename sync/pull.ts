import { readCursors, writeCursor } from '../db/desk.ts';
import {
  findByNumber,
  findStream,
  foldsBeforeUnplaced,
  insertEvent,
  placeEvent,
  unplaceAfter,
} from '../db/events.ts';
import type { Db } from '../db/open.ts';
import { project } from '../db/project.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { ask, type Line, type Weather } from './ask.ts';
import { fromB64, toB64 } from './bytes.ts';
import { openFact } from './fact.ts';
import { EMPTY_DIGEST } from './feed.ts';
import type { OpenedEvent } from './frame.ts';
import { type Identity, refold } from './log.ts';
import { type Bureau, checkPage, type Entry, type FeedPosition } from './page.ts';
import { type HelloOk, type Page, PullNo, PullOk, type Verdict, VerdictNotice } from './protocol.ts';
import { applyVerdicts } from './verdicts.ts';

/** Why feeds could not be read, as a code for the catalogue. */
export type PullTrouble = Weather | 'busy' | 'fork' | 'not-yours' | 'revoked' | 'unknown-stream';

/** Bytes asked for at a time: a page is written in one transaction, and a clerk may be saving meanwhile. */
const PULL_BYTES = 256 * 1024;

interface Reader {
  db: Db;
  identity: Identity;
  bureau: Bureau;
  line: Line;
  /** Told after each page that is on disk. */
  onNews(): void;
}

/** Reads every feed to its end (PL1–PL3). */
export async function pull(reader: Reader, hello: HelloOk): Promise<Result<null, PullTrouble>> {
  const reread = new Set<string>();
  for (;;) {
    const positions = readPositions(reader.db, hello.scopes);
    const feeds = Object.fromEntries(
      [...positions].map(([scope, at]) => [scope, [at.cursor, toB64(at.digest)] as const]),
    );
    const request = { stream: reader.line.stream, feeds, bytes: PULL_BYTES };
    const heard = await ask(reader.line, '/v1/pull', request, PullOk, PullNo);
    if (!heard.ok) return heard;
    if (!heard.value.ok) {
      const { refusal } = heard.value;
      if (refusal.code !== 'DIVERGED') return pullRefused(refusal);
      const at = positions.get(refusal.scope);
      if (!at || reread.has(refusal.scope) || refusal.common > at.cursor) return refuse('bad-answer');
      reread.add(refusal.scope);
      readAgain(reader.db, refusal.scope, refusal.common, fromB64(refusal.digest));
      continue;
    }
    const { pages } = heard.value.value;
    const round = await readPages(reader, pages, positions);
    if (!round.ok) return round;
    if (isComplete(pages, hello.scopes)) return ok(null);
    // A bureau that says "more" and brings nothing would be asked for ever.
    if (round.value === 0) return refuse('bad-answer');
  }
}

const isComplete = (pages: readonly Page[], scopes: readonly string[]): boolean =>
  scopes.every((scope) => pages.some((p) => p.scope === scope && p.to === p.head && !p.more));

function readPositions(db: Db, scopes: readonly string[]): Map<string, FeedPosition> {
  const known = new Map(readCursors(db.orm).map(({ scope, ...at }) => [scope, at]));
  return new Map(scopes.map((scope) => [scope, known.get(scope) ?? { cursor: 0, digest: EMPTY_DIGEST }]));
}

/** Checks and applies the pages of one answer in their order; authors come before what they wrote (PL2). */
async function readPages(
  reader: Reader,
  pages: readonly Page[],
  positions: ReadonlyMap<string, FeedPosition>,
): Promise<Result<number, 'bad-answer' | 'fork'>> {
  let applied = 0;
  const seen = new Set<string>();
  for (const page of pages) {
    const at = positions.get(page.scope);
    if (!at || seen.has(page.scope)) return refuse('bad-answer');
    seen.add(page.scope);
    const checked = await checkPage(reader.db.orm, reader.identity, reader.bureau, page, at);
    if (!checked.ok) return checked;
    if (checked.value.length === 0) continue;
    applyPage(reader, page, checked.value);
    reader.onNews();
    applied += checked.value.length;
  }
  return ok(applied);
}

/** PL3: events, projections and cursor of a page in one transaction. */
function applyPage({ db, identity }: Reader, page: Page, entries: readonly Entry[]): void {
  db.write(() => {
    const again = new Set<string>();
    for (const entry of entries) {
      if (entry.is === 'event') applyEvent(db, identity, entry.event, entry.cursor, again);
      else if (entry.is === 'notice') applyVerdicts(db, identity.stream, verdictIn(entry.text));
    }
    for (const caseId of again) refold(db.orm, db.sqlite, caseId);
    writeCursor(db.orm, { scope: page.scope, cursor: page.to, digest: fromB64(page.digest) });
  });
}

/** Stores, places and folds one event; a case whose facts change their order goes into `again`. */
function applyEvent(
  db: Db,
  identity: Identity,
  { decoded, ...signed }: OpenedEvent,
  cursor: number,
  again: Set<string>,
): void {
  const { stream, seq, id, type, v, case: caseId, entered } = decoded;
  const own = stream === identity.stream;
  const known = findByNumber(db.orm, stream, seq);
  if (own && known?.verdict !== 'accepted') applyVerdicts(db, stream, [{ id, seq, s: 'accepted' }]);
  if (known) {
    if (known.placed !== null) return;
    placeEvent(db.orm, known.pos, cursor);
    if (caseId && foldsBeforeUnplaced(db.orm, caseId, own ? seq : null)) again.add(caseId);
    return;
  }
  const fact = openFact(decoded, findStream(db.orm, stream)?.unitCode ?? '');
  const deferred = typeof fact === 'string';
  const row = { stream, seq, id, type, v, caseId, entered, ...signed };
  // PL3: a kind newer than this program is kept, and folded after an update.
  insertEvent(db.orm, { ...row, verdict: 'accepted', placed: cursor, deferred });
  if (caseId && foldsBeforeUnplaced(db.orm, caseId, null)) again.add(caseId);
  else if (!deferred) project(db.orm, fact);
}

/** The verdict that a notice tells; what else a newer bureau may write there is nothing to this program. */
function verdictIn(text: string): Verdict[] {
  try {
    const notice = VerdictNotice.safeParse(JSON.parse(text));
    return notice.success ? [notice.data.verdict] : [];
  } catch {
    return [];
  }
}

/** FD5: the feed goes on differently after `common`. Nothing is deleted: places are given anew as it is read again. */
function readAgain(db: Db, scope: string, common: number, digest: Buffer): void {
  db.write(() => {
    writeCursor(db.orm, { scope, cursor: common, digest: common === 0 ? EMPTY_DIGEST : digest });
    if (!scope.startsWith('unit:')) return;
    for (const caseId of unplaceAfter(db.orm, common)) refold(db.orm, db.sqlite, caseId);
  });
}

function pullRefused(no: Exclude<PullNo, { code: 'DIVERGED' }>): Result<never, PullTrouble> {
  switch (no.code) {
    case 'BUSY':
      return refuse('busy', { detail: { seconds: no.retryAfter } });
    case 'NOT_YOURS':
      return refuse('not-yours');
    case 'REVOKED':
      return refuse('revoked');
    case 'UNKNOWN_STREAM':
      return refuse('unknown-stream');
  }
}
