/**
 * 300 real messages go through the whole loop and come back byte for byte. The texts belong to others: they are read
 * from where they lie beside the project, never copied into it, and without them the test is skipped with its reason.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../domain/codes/channel.ts';
import { beijingDate } from '../../domain/localDate.ts';
import { decodeFrame } from '../../sync/frame.ts';
import { newFolder, signedInDesk, taken } from '../programs/desk.ts';
import { openInMemoryBureau } from '../sync/bureau.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');
const FUZHOU = 'fuzhou_hotline.shared.jsonl.gz';
const PEOPLE = 'people_gas_2023.shared.jsonl.gz';
const TOWN = { code: '441481104', name: '新陂镇' };
const EACH = 150;

interface Message {
  channel: Channel;
  title: string;
  body: string;
  reply: string;
  place: string;
}

const lines = (file: string): Record<string, string>[] =>
  gunzipSync(readFileSync(join(data, file)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const channelOf = (word = ''): Channel =>
  word === '电话' ? 'CALL' : word.includes('12345') ? 'HOTLINE_12345' : 'NET';

function messages(): Message[] {
  const fuzhou = lines(FUZHOU).map((row) => ({
    ...{ channel: channelOf(row.channel), title: row.title ?? '', body: row.body ?? '' },
    ...{ reply: row.reply ?? '', place: `福州市${row.district}` },
  }));
  const people = lines(PEOPLE).map((row) => ({
    ...{ channel: 'NET' as const, title: row.title ?? '', body: row.body ?? '', reply: row.reply ?? '' },
    place: `${row.province}${row.city}${row.county}`,
  }));
  const whole = (message: Message) =>
    Boolean(message.title.trim() && message.body.trim() && message.reply.trim());
  return [...fuzhou.filter(whole).slice(0, EACH), ...people.filter(whole).slice(0, EACH)];
}

const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
/** Two neighbouring Han characters of the title: what a clerk would type. */
const wordOf = ({ title }: Message) => /\p{Script=Han}{2}/u.exec(title)?.[0] ?? title.trim();

const present = existsSync(join(data, FUZHOU)) && existsSync(join(data, PEOPLE));
if (!present) console.log('skipped: the real texts are not here (they may not ship with the project)');

// Three hundred items through two databases: minutes on a busy machine.
describe.skipIf(!present)('real messages', { timeout: 600_000 }, () => {
  let sent: Message[];
  let desk: Awaited<ReturnType<typeof signedInDesk>>;
  let bureau: Awaited<ReturnType<typeof openInMemoryBureau>>;
  const folder = newFolder('real');
  const cases = new Map<string, Message>();

  beforeAll(async () => {
    sent = messages();
    bureau = await openInMemoryBureau(() => new Date(), [TOWN]);
    desk = await signedInDesk(folder, {
      fetch: async (address, init) => {
        const headers = Object.fromEntries(new Headers(init?.headers));
        const body = Buffer.from(init?.body as Uint8Array);
        const answer = await bureau.answer({ path: new URL(String(address)).pathname, headers, body });
        const kept = Object.entries(answer.headers).filter(
          (pair): pair is [string, string] => pair[1] !== undefined,
        );
        // A browser or Node would have taken the compression off; the desk must see the signed bytes.
        return new Response(Buffer.from(answer.body), { status: answer.status, headers: kept });
      },
    });
  });
  afterAll(async () => {
    await desk.desk.close();
    await bureau.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are registered through the contract, 300 of them', async () => {
    const today = beijingDate(new Date().toISOString());
    for (const message of sent) {
      const registration = {
        ...{ channel: message.channel, purpose: 'CLAIM' as const, category: 'C1502', request: '' },
        ...{
          title: message.title.trim().slice(0, 200),
          facts: message.body,
          anonymous: true,
          addressUnclear: true,
        },
        ...{ place: { code: '', name: message.place }, personsPresent: 1, receivedOn: today },
        petitioners: [{ name: '网友', lead: true, representative: false }],
      };
      const answer = await desk.client.registration.register({ commandId: randomUUID(), registration });
      cases.set(taken(answer).caseId, message);
    }
    expect(cases.size).toBe(2 * EACH);
  });

  it('are read back at the desk byte for byte', async () => {
    for (const [caseId, message] of cases) {
      const { registration } = taken(await desk.client.cases.get({ caseId }));
      expect(sha(registration.facts)).toBe(sha(message.body));
    }
  });

  it('are found by two characters of their titles', async () => {
    for (const [caseId, message] of [...cases].filter((_, i) => i % 5 === 0)) {
      const { rows } = taken(await desk.client.cases.list({ text: wordOf(message), limit: 200 }));
      expect(rows.map((row) => row.caseId)).toContain(caseId);
    }
  });

  it('are at the bureau byte for byte after the exchange', async () => {
    const enrolled = await desk.client.sync.enrol({
      ...{ commandId: randomUUID(), url: 'http://bureau.example', deskName: '接待室一号机' },
      code: await bureau.code(TOWN.code),
    });
    taken(enrolled);
    for (let round = 0; round < 5; round += 1) taken(await desk.client.sync.exchange({}));
    expect(taken(await desk.client.sync.state({}))).toMatchObject({ waiting: 0, attention: 0 });
    const rows = await bureau.rows<{ frame: Uint8Array }>(
      "select frame from event where type = 'petition-registered' and verdict = 'accepted'",
    );
    expect(rows).toHaveLength(2 * EACH);
    for (const { frame } of rows) {
      const decoded = decodeFrame(frame);
      const body = JSON.parse(decoded?.body ?? '{}') as { facts: string };
      expect(sha(body.facts)).toBe(sha(cases.get(decoded?.case ?? '')?.body ?? ''));
    }
  });

  it('are assigned to the town and answered, and the answers arrive byte for byte', async () => {
    const assigned = new Map<string, string>();
    for (const caseId of cases.keys()) {
      const assignmentId = randomUUID();
      await bureau.assign(caseId, TOWN, assignmentId);
      assigned.set(caseId, assignmentId);
    }
    for (let round = 0; round < 5; round += 1) taken(await desk.client.sync.exchange({}));
    for (const [caseId, assignmentId] of assigned) {
      const today = beijingDate(new Date().toISOString());
      const of = { caseId, assignmentId };
      taken(await desk.client.assignments.sign({ commandId: randomUUID(), ...of, signedOn: today }));
      const text = cases.get(caseId)?.reply.trim() ?? '';
      const report = { commandId: randomUUID(), ...of, reportedOn: today, text, signer: '罗秀英' };
      taken(await desk.client.assignments.report(report));
    }
    for (let round = 0; round < 5; round += 1) taken(await desk.client.sync.exchange({}));
    const rows = await bureau.rows<{ frame: Uint8Array }>(
      "select frame from event where type = 'assignment-reported' and verdict = 'accepted'",
    );
    expect(rows).toHaveLength(2 * EACH);
    for (const { frame } of rows) {
      const decoded = decodeFrame(frame);
      const body = JSON.parse(decoded?.body ?? '{}') as { text: string };
      expect(sha(body.text)).toBe(sha(cases.get(decoded?.case ?? '')?.reply.trim() ?? ''));
    }
  });
});
