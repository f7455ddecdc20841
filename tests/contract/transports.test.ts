/** The same conversation with a desk over every transport gets the same answers. */
import { rmSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { beijingDate } from '../../domain/localDate.ts';
import type { Result } from '../../domain/result.ts';
import { ensureBuilt } from '../shells/built.ts';
import { SETUP } from '../shells/setUp.ts';
import { TRANSPORTS, type Transport } from './transports.ts';

type Answer = Result<unknown, string>;
/** One turn: the call, and what it takes from the answers so far. */
type Turn = [method: string, input: object | ((before: Answer[]) => object)];

const commandId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const codeIn = (before: Answer[]) => answered<{ recoveryCode: string }>(before, 'recoveryCode').recoveryCode;
const caseIn = (before: Answer[]) => answered<{ caseId: string }>(before, 'caseId').caseId;

/** The first value among the answers that has this member. */
function answered<T>(before: Answer[], member: string): T {
  const found = before.find(
    (answer) => answer.ok && typeof answer.value === 'object' && member in (answer.value ?? {}),
  );
  if (!found?.ok) throw new Error(`no answer so far has ${member}`);
  return found.value as T;
}

// Made-up people and matter; 4-byte characters, a line break and what looks like markup must come back as they went.
const FACTS = '村道积水，多次反映未处理。\r\n<b>𠮷家坡</b> "引号" \\ \u2028 😀';
const registration = {
  channel: 'VISIT',
  purpose: 'CLAIM',
  category: 'C0101',
  title: '请求修复村道积水',
  facts: FACTS,
  request: '请求派人核实并修复。',
  place: { code: '441481104', name: '新陂镇' },
  receivedOn: beijingDate(new Date().toISOString()),
  petitioners: [
    { name: '钟𠮷祥', lead: true, representative: false, phone: '13800000000', address: '新金村上围小组' },
  ],
  personsPresent: 1,
  anonymous: false,
  addressUnclear: false,
};

const CONVERSATION: Turn[] = [
  ['session.state', {}],
  ['session.nothing', {}],
  ['', {}],
  ['cases.list', {}],
  ['session.signIn', { name: '罗秀英', password: 'guess' }],
  ['session.setTextSize', { textSize: 'enormous' }],
  ['places.children', { code: '441481' }],
  ['places.search', { text: '新陂', within: '4414' }],
  ['setup.create', { ...SETUP, townCode: '000000000' }],
  ['setup.create', { ...SETUP, password: '12345678' }],
  ['setup.create', { ...SETUP, alsoClerk: true, letter: 'a' }],
  ['setup.create', { ...SETUP, alsoClerk: true }],
  ['setup.confirmRecovery', { commandId: commandId(1), recoveryCode: 'AAAA-AAAA' }],
  ['setup.confirmRecovery', (before) => ({ commandId: commandId(2), recoveryCode: codeIn(before) })],
  ['session.signIn', { name: '罗秀英', password: 'wrong-password-1' }],
  ['session.signIn', { name: '罗秀英', password: SETUP.password }],
  ['unit.get', {}],
  ['accounts.list', {}],
  ['handling.decideExtension', {}],
  ['registration.register', { commandId: commandId(3), registration: { ...registration, title: '' } }],
  ['registration.register', { commandId: commandId(4), registration }],
  // The same command again, as a page does whose answer was lost.
  ['registration.register', { commandId: commandId(4), registration }],
  ['cases.get', (before) => ({ caseId: caseIn(before) })],
  ['cases.get', { caseId: commandId(9) }],
  ['cases.list', {}],
  ['today.overview', {}],
  ['sync.state', {}],
  ['session.signOut', {}],
  ['cases.list', {}],
];

/** Runs the conversation; answers what was said, with what differs from desk to desk (ids, codes, times) taken out. */
async function converse(transport: Transport) {
  const answers: Answer[] = [];
  for (const [method, input] of CONVERSATION) {
    const given = typeof input === 'function' ? input(answers) : input;
    answers.push(await transport.call(method, given));
  }
  return { answers, plain: answers.map(plain) };
}

const plain = (answer: Answer): unknown =>
  JSON.parse(JSON.stringify(answer), (name, value: unknown) => {
    if (name === 'recoveryCode') return 'CODE';
    if (typeof value !== 'string') return value;
    return value
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+08:00)/g, 'TIME');
  });

describe('a conversation with the desk', () => {
  const heard = new Map<string, Awaited<ReturnType<typeof converse>>>();

  beforeAll(async () => {
    await ensureBuilt();
    for (const [name, open] of Object.entries(TRANSPORTS)) {
      const transport = await open();
      try {
        heard.set(name, await converse(transport));
      } finally {
        await transport.close();
        rmSync(transport.folder, { recursive: true, force: true });
      }
    }
  }, 300_000);

  it('goes as it should: what is refused is refused, what is done is done', () => {
    const outcomes = heard.get('in process')?.answers.map((answer, i) => {
      return `${CONVERSATION[i]?.[0]} ${answer.ok ? 'ok' : answer.refusal.code}`;
    });
    expect(outcomes).toEqual([
      'session.state ok',
      'session.nothing invalid-input',
      ' invalid-input',
      'cases.list not-signed-in',
      'session.signIn ok',
      'session.setTextSize invalid-input',
      'places.children ok',
      'places.search ok',
      'setup.create unknown-town',
      'setup.create weak-password',
      'setup.create invalid-input',
      'setup.create ok',
      'setup.confirmRecovery wrong-code',
      'setup.confirmRecovery ok',
      'session.signIn wrong-password',
      'session.signIn ok',
      'unit.get ok',
      'accounts.list ok',
      'handling.decideExtension not-allowed',
      'registration.register invalid-input',
      'registration.register ok',
      'registration.register ok',
      'cases.get ok',
      'cases.get unknown-case',
      'cases.list ok',
      'today.overview ok',
      'sync.state ok',
      'session.signOut ok',
      'cases.list not-signed-in',
    ]);
  });

  it.each(Object.keys(TRANSPORTS))('gets the same answers %s', (name) => {
    expect(heard.get(name)?.plain).toEqual(heard.get('in process')?.plain);
  });

  it.each(Object.keys(TRANSPORTS))('brings texts back as they went %s', (name) => {
    expect(JSON.stringify(heard.get(name)?.answers)).toContain(JSON.stringify(FACTS).slice(1, -1));
  });

  it.each(Object.keys(TRANSPORTS))('does a repeated command once %s', (name) => {
    const done = (heard.get(name)?.answers ?? []).filter(
      (_, i) => CONVERSATION[i]?.[0] === 'registration.register',
    );
    expect(done[2]).toEqual(done[1]);
  });
});
