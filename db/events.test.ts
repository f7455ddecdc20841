import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  allEvents,
  countWaiting,
  eventsAfter,
  eventsOfCase,
  findByNumber,
  findStream,
  insertEvent,
  type NewEvent,
  oldestWaiting,
  outbox,
  readHead,
  settleEvent,
  trustStream,
  writeHead,
  writeVerdict,
} from './events.ts';
import { testDatabase } from './testDatabase.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
  db = testDatabase();
});
afterEach(() => db.remove());

const row = (seq: number, changes: Partial<NewEvent> = {}): NewEvent => ({
  ...{ stream: 's-own', seq, id: `event-${seq}`, type: 'note-added', v: 1, caseId: 'case-1' },
  entered: `2026-03-02T09:0${seq % 10}:00+08:00`,
  ...{ frame: Buffer.from([seq]), hash: Buffer.from([seq, 1]), sig: Buffer.from([seq, 2]), verdict: 'local' },
  ...changes,
});
const add = (...rows: NewEvent[]) => {
  for (const one of rows) insertEvent(db.orm, one);
};
const ids = (events: Iterable<{ id: string }>) => [...events].map((event) => event.id);

describe('what happened is never changed', () => {
  const tries = [
    ['delete', "delete from event where id = 'event-1'"],
    ['delete all', 'delete from event'],
    [
      'replace',
      "insert or replace into event select pos, stream, seq, id, type, v, case_id, entered, x'99', hash, sig, verdict, null, null, null, 0, null from event",
    ],
    ...['frame', 'hash', 'sig'].map((column) => [
      `change the ${column}`,
      `update event set ${column} = x'99'`,
    ]),
    ...['stream', 'id', 'type', 'case_id', 'entered'].map((column) => [
      `change the ${column}`,
      `update event set ${column} = 'x'`,
    ]),
    ...['seq', 'v'].map((column) => [`change the ${column}`, `update event set ${column} = 99`]),
  ] as [string, string][];

  it.each(tries)('to %s is refused by the file itself', (_name, sql) => {
    add(row(1));
    const before = db.sqlite.prepare('select * from event').all();
    expect(() => db.sqlite.exec(sql)).toThrow(/events are never (deleted|changed)/);
    expect(db.sqlite.prepare('select * from event').all()).toEqual(before);
  });

  it('DV3: an event is its stream and number: a second one with the same, or with the same id, is not taken', () => {
    add(row(1));
    expect(() => add(row(1, { id: 'event-other' }))).toThrow('UNIQUE');
    expect(() => add(row(2, { id: 'event-1' }))).toThrow('UNIQUE');
    expect(ids(allEvents(db.orm))).toEqual(['event-1']);
  });
});

describe('reading', () => {
  it('a case, a number, what comes after, and everything in order', () => {
    add(row(1), row(2, { caseId: 'case-2' }), row(1, { stream: 's-other', id: 'event-x' }), row(3));
    expect(ids(eventsOfCase(db.orm, 'case-1'))).toEqual(['event-1', 'event-x', 'event-3']);
    expect(findByNumber(db.orm, 's-other', 1)?.id).toBe('event-x');
    expect(findByNumber(db.orm, 's-other', 2)).toBeUndefined();
    expect(ids(eventsAfter(db.orm, 's-own', 1, 10))).toEqual(['event-2', 'event-3']);
    expect(ids(eventsAfter(db.orm, 's-own', 0, 2))).toEqual(['event-1', 'event-2']);
    expect(ids(allEvents(db.orm))).toEqual(['event-1', 'event-2', 'event-x', 'event-3']);
  });

  it('bytes come back as they were signed', () => {
    const frame = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    add(row(1, { frame }));
    expect(findByNumber(db.orm, 's-own', 1)?.frame.equals(frame)).toBe(true);
  });
});

describe('the outbox', () => {
  beforeEach(() => {
    add(row(1), row(2), row(3), row(4), row(5, { stream: 's-other' }));
    writeVerdict(db.orm, 'event-1', 'accepted', null);
    writeVerdict(db.orm, 'event-2', 'rejected', 'malformed');
    writeVerdict(db.orm, 'event-3', 'held', 'custody');
  });

  it('shows each event where it belongs, newest first, the settled last', () => {
    const shown = () => ({
      waiting: ids(outbox(db.orm, 's-own', 'waiting', 10)),
      attention: ids(outbox(db.orm, 's-own', 'attention', 10)),
      sent: ids(outbox(db.orm, 's-own', 'sent', 10)),
    });
    expect(shown()).toEqual({ waiting: ['event-4'], attention: ['event-3', 'event-2'], sent: ['event-1'] });
    expect(settleEvent(db.orm, 'event-3', '罗秀英', '已电话说明')).toBe(true);
    expect(shown().attention).toEqual(['event-2', 'event-3']);
    expect(ids(outbox(db.orm, 's-own', 'attention', 1))).toEqual(['event-2']);
  });

  it('counts what waits, and says since when', () => {
    expect([
      countWaiting(db.orm, 's-own'),
      oldestWaiting(db.orm, 's-own', { id: 'leader-1', seesRestricted: true }),
    ]).toEqual([1, '2026-03-02T09:04:00+08:00']);
    settleEvent(db.orm, 'event-2', '罗秀英', '重新登记');
    writeVerdict(db.orm, 'event-4', 'accepted', null);
    expect([
      countWaiting(db.orm, 's-own'),
      oldestWaiting(db.orm, 's-own', { id: 'leader-1', seesRestricted: true }),
    ]).toEqual([0, null]);
  });

  it('the same verdict twice is no news, another one is', () => {
    expect(writeVerdict(db.orm, 'event-2', 'rejected', 'malformed')).toBe(false);
    expect(writeVerdict(db.orm, 'event-1', 'accepted', null)).toBe(false);
    expect(writeVerdict(db.orm, 'event-2', 'held', 'custody')).toBe(true);
    expect(writeVerdict(db.orm, 'event-2', 'held', 'case-exists')).toBe(true);
    expect(writeVerdict(db.orm, 'nobody', 'accepted', null)).toBe(false);
  });

  it('only what was refused or held can be settled', () => {
    expect(['event-1', 'event-4', 'nobody'].map((id) => settleEvent(db.orm, id, '罗', '好'))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

it('the head moves, and a trusted key is never replaced', () => {
  expect(readHead(db.orm)).toBeUndefined();
  writeHead(db.orm, { stream: 's-own', seq: 1, hash: 'a', hlc: 'h1' });
  writeHead(db.orm, { stream: 's-own', seq: 2, hash: 'b', hlc: 'h2' });
  expect(readHead(db.orm)).toEqual({ stream: 's-own', seq: 2, hash: 'b', hlc: 'h2' });
  const known = { stream: 's-x', publicKey: 'one', unitCode: '441481104', unitName: '新陂镇' };
  trustStream(db.orm, known);
  trustStream(db.orm, { ...known, publicKey: 'two' });
  expect(findStream(db.orm, 's-x')).toEqual(known);
});
