import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trustStream } from '../../db/events.ts';
import { openDatabase } from '../../db/open.ts';
import { readCase } from '../../db/project.ts';
import { readEnrolment, writeEnrolment } from '../../desk/enrolment.ts';
import type { DomainEvent } from '../../domain/events/all.ts';
import type { Registration } from '../../domain/events/registration.ts';
import { beijingTime } from '../../domain/localDate.ts';
import { enrol } from '../../sync/enrol.ts';
import type { Send } from '../../sync/envelope.ts';
import { exchange } from '../../sync/exchange.ts';
import { restrictedScope, unitScope } from '../../sync/feed.ts';
import { makeKeyPair, streamIdOf } from '../../sync/keys.ts';
import { appendOwn, type Identity } from '../../sync/log.ts';
import { item } from '../desk/madeUp.ts';

const KEY = Buffer.alloc(32, 7);
const MIGRATIONS = join(import.meta.dirname, '../../db/migrations');

export interface DeskPlan {
  unit: { code: string; name: string };
  letter: string;
  now(): Date;
}
export type TestDesk = ReturnType<typeof openTestDesk>;

/** A desk's database, identity and exchange without its pages: a real file through the one door, in a temporary folder. */
export function openTestDesk({ unit, letter, now }: DeskPlan) {
  const folder = mkdtempSync(join(tmpdir(), 'sync-'));
  const open = () =>
    openDatabase({ file: join(folder, 'desk.db'), key: KEY, migrations: MIGRATIONS, create: true });
  const keys = makeKeyPair();
  const identity: Identity = { stream: streamIdOf(keys.publicKey), keys, unit: { ...unit } };
  let db = open();
  let facts = 0;
  const pace = { events: 128 };
  const news = { times: 0 };

  /** Adds a fact of this desk as a command would, in a transaction of its own. Answers the event's id. */
  function add(
    caseId: string,
    event: DomainEvent,
    change: { custody?: number; claimed?: string } = {},
  ): string {
    facts += 1;
    const state = readCase(db.orm, caseId)?.state;
    const accuse = event.type === 'petition-registered' && event.body.purpose === 'ACCUSE';
    const at = beijingTime(now().toISOString());
    const id = `fact-${unit.code}${letter}-${facts}`;
    db.write(() =>
      appendOwn(db.orm, identity, {
        ...{ id, event, caseId, actor: { id: `clerk-${letter}`, name: '罗秀英' } },
        scope: accuse || state?.restricted ? restrictedScope(unit.code) : unitScope(unit.code),
        custody: change.custody ?? state?.custody ?? 0,
        claimed: change.claimed ?? at,
        entered: at,
        clockOffset: null,
      }),
    );
    return id;
  }

  db.write(() => {
    trustStream(db.orm, {
      ...{ stream: identity.stream, publicKey: keys.publicKey },
      ...{ unitCode: unit.code, unitName: unit.name },
    });
  });
  add('', {
    type: 'desk-started',
    body: { unit: { ...unit }, statutoryRole: 'ART23_ORGAN', letter, training: false },
  });

  return {
    folder,
    identity,
    letter,
    pace,
    news,
    add,
    get db() {
      return db;
    },
    register(caseId: string, change: Partial<Registration> = {}): string {
      const number = `${unit.code}-20260302-${letter}${caseId}`;
      return add(caseId, {
        type: 'petition-registered',
        body: { ...item(change), number, unit: { ...unit } },
      });
    },
    note: (caseId: string, text: string) => add(caseId, { type: 'note-added', body: { text } }),
    retitle: (caseId: string, title: string) =>
      add(caseId, { type: 'registration-amended', body: { changes: { title }, reason: '更正事由' } }),
    accept: (caseId: string, custody?: number) =>
      add(
        caseId,
        {
          type: 'petition-accepted',
          body: {
            ...{ acceptedOn: '2026-03-02', legalRoute: 6, department: '公共服务办公室' },
            paper: { kind: 'acceptanceNotice', number: `新陂信受〔2026〕${letter}1号` },
          },
        },
        custody === undefined ? {} : { custody },
      ),
    async enrol(code: string, send: Send) {
      const asked = { identity, letter, deskName: `${letter} 机`, training: false, code, send, now };
      const answer = await enrol(asked);
      if (answer.ok) db.write(() => writeEnrolment(db.orm, 'http://bureau.test', answer.value));
      return answer;
    },
    exchange(send: Send) {
      const bureau = readEnrolment(db.orm);
      if (!bureau) throw new Error('the desk is not enrolled');
      return exchange({
        ...{ db, identity, bureau, send, now, version: '0.0.0', pace },
        onNews: () => {
          news.times += 1;
        },
      });
    },
    state: (caseId: string) => readCase(db.orm, caseId)?.state,
    /** The machine goes off and on: only what is on disk is left. */
    reopen() {
      db.sqlite.close();
      db = open();
    },
    close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
