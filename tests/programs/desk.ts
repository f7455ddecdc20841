import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../../contract/client.ts';
import type { InputOf } from '../../contract/define.ts';
import { deskContract } from '../../contract/deskContract.ts';
import { openDesk } from '../../desk/open.ts';
import type { Result } from '../../domain/result.ts';

export const PASSWORD = 'jiefangtai-2026';
export const ADMINISTRATOR = '罗秀英';

/** A temporary folder of this run. */
export function newFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `fengqiao-${name}-`));
  // PostgreSQL runs as a person of its own when we are root, and must be let through to its folder.
  chmodSync(folder, 0o711);
  return folder;
}

/** The value of an answer; a refusal ends the bench. */
export function taken<T>(answer: Result<T, string>): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
}

/** Opens the folder's desk in this process, set up and signed in. */
export async function signedInDesk(folder: string, outside: { letter?: string; fetch?: typeof fetch } = {}) {
  const ports = {
    printPdf: () => Promise.reject(new Error('the bench prints nothing')),
    fetch: outside.fetch ?? fetch,
    now: () => new Date(),
  };
  const desk = await openDesk({ folder, version: '0.0.0', ports });
  const client = createClient(deskContract, (method, input) => desk.call('bench', method, input));
  const state = taken(await client.session.state({}));
  if (state.phase === 'setup') {
    const { recoveryCode } = taken(
      await client.setup.create({
        commandId: randomUUID(),
        townCode: '441481104',
        organName: '兴宁市新陂镇人民政府',
        organCode: '新陂',
        statutoryRole: 'ART23_ORGAN',
        letter: outside.letter ?? 'A',
        contactPerson: ADMINISTRATOR,
        contactPhone: '0753-3000000',
        superiorOrgan: '兴宁市人民政府',
        administratorName: ADMINISTRATOR,
        password: PASSWORD,
        alsoClerk: true,
      }),
    );
    taken(await client.setup.confirmRecovery({ commandId: randomUUID(), recoveryCode }));
  }
  if (taken(await client.session.state({})).phase !== 'signed-in')
    taken(await client.session.signIn({ name: ADMINISTRATOR, password: PASSWORD }));
  return { desk, client };
}

type Registration = InputOf<typeof deskContract.registration.register>['registration'];

// Made-up people and matters.
const SURNAMES = ['罗', '刘', '陈', '李', '张', '黄', '曾', '何', '钟', '彭'];
const GIVEN = ['秀英', '德福', '桂兰', '志强', '文辉', '伟明', '丽华', '建国', '春梅', '海生'];
const CATEGORIES = ['C0101', 'C0102', 'C0202', 'C0302', 'C0401', 'C0801', 'C1502', 'C0108'];
const MATTERS = [
  '村道路面破损',
  '宅基地边界争议',
  '征地补偿款未到账',
  '拖欠工资',
  '养殖场臭味扰民',
  '低保申请',
];
const SENTENCE =
  '去年九月连续降雨之后问题一直没有解决，向村民委员会反映过两次，答复资金不足，请求镇里派人核实处理。';

const nth = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** The `i`th made-up walk-in; the same number gives the same item. */
export function walkIn(i: number, receivedOn: string): Registration {
  const matter = nth(MATTERS, i);
  return {
    channel: i % 3 === 0 ? 'LETTER' : 'VISIT',
    purpose: 'CLAIM',
    category: nth(CATEGORIES, i),
    title: `${matter}，请求第${i}号处理`,
    facts: `${matter}。${SENTENCE.repeat(1 + (i % 5))}`,
    request: `请求处理${matter}问题。`,
    place: { code: '441481104201', name: '新金村' },
    petitioners: [
      {
        name: `${nth(SURNAMES, i)}${nth(GIVEN, Math.floor(i / 10))}`,
        lead: true,
        representative: false,
        phone: `138${String(i).padStart(8, '0')}`,
        address: `新陂镇新金村上围小组${i}号`,
      },
    ],
    personsPresent: 1 + (i % 4),
    anonymous: false,
    addressUnclear: false,
    receivedOn,
  };
}

type Client = Awaited<ReturnType<typeof signedInDesk>>['client'];

/** Registers `count` made-up items one by one; answers the case ids. */
export async function registerMany(client: Client, count: number, receivedOn: (i: number) => string) {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const registration = walkIn(i, receivedOn(i));
    const done = taken(await client.registration.register({ commandId: randomUUID(), registration }));
    ids.push(done.caseId);
  }
  return ids;
}
