import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allEvents, insertEvent, readHead, trustStream, writeVerdict } from '../db/events.ts';
import { readCase } from '../db/project.ts';
import { testDatabase } from '../db/testDatabase.ts';
import type { DomainEvent } from '../domain/events/all.ts';
import { assignedEvent, registeredEvent, TOWN } from '../domain/example.ts';
import { accepted, mediation, opinion, served } from '../domain/exampleFacts.ts';
import { exampleWalk } from '../domain/exampleSteps.ts';
import { unitScope } from './feed.ts';
import { decodeFrame, type Frame, hashFrame, NO_HASH, sealFrame } from './frame.ts';
import { makeKeyPair, streamIdOf, verifyHash } from './keys.ts';
import { appendOwn, type Identity, readDeferred, rebuild, recordedOf, refold } from './log.ts';

const keys = makeKeyPair();
const identity: Identity = { stream: streamIdOf(keys.publicKey), keys, unit: TOWN };

let db: ReturnType<typeof testDatabase>;
let written = 0;
beforeEach(() => {
  db = testDatabase();
  trustStream(db.orm, {
    stream: identity.stream,
    publicKey: keys.publicKey,
    unitCode: TOWN.code,
    unitName: TOWN.name,
  });
});
afterEach(() => db.remove());

const append = (event: DomainEvent, caseId = 'case-0001', as: Identity = identity) =>
  appendOwn(db.orm, as, {
    ...{
      id: `event-${String(++written).padStart(6, '0')}`,
      event,
      caseId,
      scope: unitScope(TOWN.code),
      custody: 0,
    },
    actor: { id: 'clerk-1', name: '罗秀英' },
    ...{ claimed: '2026-03-02T00:00:00+08:00', entered: '2026-03-02T09:15:00+08:00', clockOffset: null },
  });
const write = (events: DomainEvent[], caseId?: string) =>
  db.write(() => events.map((event) => append(event, caseId)));
/** Every projected row, and what the word index answers. */
const tables = () => ({
  cases: db.sqlite.prepare('select * from petition_case order by row_id').all(),
  people: db.sqlite.prepare('select * from petitioner_key order by case_row, ord').all(),
  assignments: db.sqlite.prepare('select * from assignment order by assignment_id').all(),
  mediations: db.sqlite.prepare('select * from mediation order by mediation_id').all(),
  words: db.sqlite
    .prepare("select rowid from case_text where case_text match '村道' or case_text match '路面'")
    .all(),
});

describe('DV2: appending', () => {
  it('numbers without a gap, chains each hash to the one before, and signs', () => {
    write([registeredEvent(), accepted, opinion]);
    let prev = NO_HASH;
    const events = [...allEvents(db.orm)];
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3]);
    for (const event of events) {
      const frame = decodeFrame(event.frame);
      expect([frame?.seq, frame?.prev]).toEqual([event.seq, prev]);
      expect(hashFrame(event.frame).equals(event.hash)).toBe(true);
      expect(verifyHash(keys.publicKey, event.hash, event.sig)).toBe(true);
      prev = event.hash.toString('hex');
    }
    expect(readHead(db.orm)).toMatchObject({ stream: identity.stream, seq: 3, hash: prev });
  });

  it('the stored bytes give back the very fact that was decided', () => {
    const [recorded] = write([registeredEvent()]);
    const [stored] = [...allEvents(db.orm)];
    expect(stored && recordedOf(db.orm, stored)).toEqual(recorded);
  });

  it('what fails in the middle leaves no event, no row and the head where it was', () => {
    write([registeredEvent()]);
    const before = [readHead(db.orm), tables()];
    expect(() =>
      db.write(() => {
        append(accepted);
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    expect([readHead(db.orm), tables()]).toEqual(before);
    expect([...allEvents(db.orm)].length).toBe(1);
  });

  it('a fact that could not be read back is a bug and is not written', () => {
    const wrong = registeredEvent({ petitioners: [] });
    expect(() => write([wrong])).toThrow('petitioners');
    const more = { ...registeredEvent(), body: { ...registeredEvent().body, secret: 'x', title: ' 村道 ' } };
    write([more as DomainEvent]);
    const [stored] = [...allEvents(db.orm)];
    expect(stored && recordedOf(db.orm, stored)?.event).toEqual(registeredEvent({ title: '村道' }));
    expect(JSON.stringify(tables())).not.toContain('secret');
  });

  it('a key of another stream is not let near', () => {
    write([registeredEvent()]);
    const other = makeKeyPair();
    const stranger = { stream: streamIdOf(other.publicKey), keys: other, unit: TOWN };
    expect(() => append(accepted, 'case-0001', stranger)).toThrow('belongs to another stream');
  });

  it('an attachment is named by its hash in the frame', () => {
    write([
      registeredEvent(),
      {
        type: 'attachment-added',
        body: { attachmentId: 'a', name: '照片.jpg', mime: 'image/jpeg', size: 5, sha256: 'ab'.repeat(32) },
      },
    ]);
    const last = [...allEvents(db.orm)].at(-1);
    expect(last && decodeFrame(last.frame)?.blobs).toEqual([
      { h: 'ab'.repeat(32), n: 5, mime: 'image/jpeg' },
    ]);
  });
});

describe('IV7: the tables are nothing but the fold of the events', () => {
  it('thrown away and built again they are the same, after any lawful history of several cases', () => {
    const history = fc.array(
      fc.record({
        purpose: fc.constantFrom('CLAIM' as const, 'ACCUSE' as const),
        choices: fc.infiniteStream(fc.nat({ max: 999 })),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(history, (cases) => {
        const begun = ++written;
        db.write(() => {
          cases.forEach(({ purpose, choices }, i) => {
            const caseId = `case-${begun}-${i}`;
            const number = `441481104-20260302-A${begun}-${i}`;
            const first = registeredEvent({ purpose }, number);
            append(first, caseId);
            for (const { answer } of exampleWalk(first, (n) => (choices.next().value ?? 0) % n, 40))
              for (const event of answer.ok ? answer.value : []) append(distinct(event, caseId), caseId);
          });
        });
        const live = tables();
        rebuild(db);
        expect(tables()).toEqual(live);
      }),
      { numRuns: 15 },
    );
    expect(tables().cases.length).toBeGreaterThan(15);
  });

  it('a refused event is undone in the tables and stays in the log', () => {
    write([registeredEvent(), accepted, opinion]);
    const before = tables();
    const [servedEvent] = write([served]);
    const status = () => db.sqlite.prepare('select status from petition_case').pluck().get();
    expect(status()).toBe('delivered');
    writeVerdict(db.orm, servedEvent?.id ?? '', 'rejected', 'malformed');
    db.write(() => refold(db.orm, db.sqlite, 'case-0001'));
    expect(status()).toBe('opinion-issued');
    rebuild(db);
    expect(tables()).toEqual(before);
    expect(db.sqlite.prepare('select count(*) from event').pluck().get()).toBe(4);
  });

  it('a refused registration takes the whole case out of lists and search', () => {
    const [first] = write([registeredEvent(), assignedEvent(), ...mediation()]);
    writeVerdict(db.orm, first?.id ?? '', 'held', 'case-exists');
    db.write(() => refold(db.orm, db.sqlite, 'case-0001'));
    expect({ ...tables(), mediations: 0 }).toEqual({
      cases: [],
      people: [],
      assignments: [],
      mediations: 0,
      words: [],
    });
    const live = tables();
    rebuild(db);
    expect(tables()).toEqual(live);
  });
});

describe('VR3: what this program does not know', () => {
  const strange = (changes: Partial<Frame>): Frame => ({
    ...{ alg: 'ed25519-sha256', stream: identity.stream, seq: 1, prev: NO_HASH, id: 'event-strange', v: 1 },
    ...{
      type: 'registration-amended',
      case: 'case-0001',
      scope: '',
      custody: 0,
      actor: '{"id":"p","name":"罗"}',
    },
    ...{ hlc: '', claimed: '2026-03-02T09:00:00+08:00', entered: '2026-03-02T09:00:00+08:00' },
    ...{ clk: { off: null, src: 'none' }, blobs: [] },
    body: '{"changes":{"title":"新事由"},"reason":"笔误"}',
    ...changes,
  });

  it('is kept, and folded once it can be read', () => {
    write([registeredEvent()]);
    const frame = strange({ stream: 's-other' });
    const { frame: bytes, hash, sig } = sealFrame(frame, keys.privateKey);
    insertEvent(db.orm, {
      ...{ stream: 's-other', seq: 1, id: frame.id, type: frame.type, v: 1, caseId: frame.case, entered: '' },
      ...{ frame: bytes, hash, sig, verdict: 'accepted', deferred: true },
    });
    expect(readCase(db.orm, 'case-0001')?.state.registration.title).not.toBe('新事由');
    expect(readDeferred(db)).toBe(1);
    expect(readCase(db.orm, 'case-0001')?.state.registration.title).toBe('新事由');
    expect(readDeferred(db)).toBe(0);
  });
});

/** Ids of one example are the same in every walk; here they must be the case's own. */
function distinct(event: DomainEvent, caseId: string): DomainEvent {
  return JSON.parse(
    JSON.stringify(event, (key, value) =>
      key === 'assignmentId' || key === 'mediationId'
        ? `${caseId}-${value}`
        : key === 'caseId'
          ? caseId
          : value,
    ),
  ) as DomainEvent;
}
