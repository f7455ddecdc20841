/**
 * A bureau and two desks with made-up people, to see the whole loop in a minute: `npm run demo`. Everything lies in a
 * temporary folder and goes when the demo ends. It prints the addresses; people open them in a browser of their own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type BureauContract, bureauContract } from '../contract/bureauConsole.ts';
import { type CallFunction, type Client, createClient } from '../contract/client.ts';
import type { InputOf } from '../contract/define.ts';
import { type DeskContract, deskContract } from '../contract/deskContract.ts';
import { prepareFolder } from '../desk/folder.ts';
import { openDesk } from '../desk/open.ts';
import { addDays, beijingDate } from '../domain/localDate.ts';
import type { Result } from '../domain/result.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'fengqiao-demo-'));
// PostgreSQL runs as a person of its own when we are root, and must be let through to its folder.
chmodSync(folder, 0o711);
const PASSWORD = '枫桥经验六十余年';
const children: ChildProcess[] = [];

type DeskClient = Client<DeskContract>;
type Registration = InputOf<DeskContract['registration']['register']>['registration'];

function taken<T>(answer: Result<T, string>): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
}

const command = () => ({ commandId: randomUUID() });
const today = beijingDate(new Date().toISOString());

/** Starts one of our programs and answers its line of JSON. */
function program<T>(...args: string[]): Promise<T> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((done, refuse) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{')) done(JSON.parse(line) as T);
      else console.log(line);
    });
    child.once('exit', (code) => refuse(new Error(`${args[0]} ended (${code})`)));
  });
}

function consoleAt(url: string): Client<BureauContract> {
  let cookie = '';
  const call: CallFunction = async (method, input) => {
    const headers = { 'content-type': 'application/json', origin: url, cookie };
    const path = `${url}/console/${method.replace('.', '/')}`;
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return (await answer.json()) as Result<unknown, string>;
  };
  return createClient(bureauContract, call);
}

// Made-up people, matters and numbers; the towns are real, nothing else is.
const item = (
  name: string,
  title: string,
  facts: string,
  category: string,
  daysAgo: number,
): Registration => ({
  ...{ channel: 'VISIT', purpose: 'CLAIM', category, title, facts, request: '请求镇里核实并处理。' },
  ...{ place: { code: '', name: '上围小组' }, personsPresent: 1, anonymous: false, addressUnclear: false },
  petitioners: [{ name, lead: true, representative: false, phone: '19900000001', address: '上围小组12号' }],
  receivedOn: addDays(today, -daysAgo),
});
const ITEMS: Record<string, Registration[]> = {
  '441481104': [
    item('张三妹', '村道路面破损影响出行', '去年九月暴雨后路面坑洼，老人多次摔倒。', 'C0302', 0),
    item('刘德福', '征地补偿款未到账', '去年征收的水田，补偿款至今没有发放。', 'C0202', 3),
    item('钟桂兰', '养殖场臭味扰民', '村口养殖场排污，夜间臭味严重。', 'C1502', 12),
  ],
  '441481105': [
    item('曾志强', '拖欠工资', '在镇上工地做工三个月，工资没有结清。', 'C0401', 1),
    item('何春梅', '宅基地边界争议', '邻居砌墙占用通道，多次协商不成。', 'C0302', 5),
  ],
};

interface Town {
  code: string;
  name: string;
  clerk: string;
}

/** Sets a desk up, registers its items, joins the bureau and sends them. */
async function fillDesk(town: Town, url: string, code: string): Promise<string> {
  const data = prepareFolder(join(folder, town.code));
  const ports = { printPdf: () => Promise.reject(new Error('not here')), fetch, now: () => new Date() };
  const desk = await openDesk({ folder: data, version: '0.0.0', ports });
  const client: DeskClient = createClient(deskContract, (method, input) => desk.call('demo', method, input));
  const { recoveryCode } = taken(
    await client.setup.create({
      ...command(),
      ...{
        townCode: town.code,
        organName: `兴宁市${town.name}人民政府`,
        organCode: town.name.replace(/镇$/, ''),
      },
      ...{
        statutoryRole: 'ART23_ORGAN',
        letter: 'A',
        contactPerson: town.clerk,
        contactPhone: '0753-3000000',
      },
      ...{
        superiorOrgan: '兴宁市人民政府',
        administratorName: town.clerk,
        password: PASSWORD,
        alsoClerk: true,
      },
    }),
  );
  taken(await client.setup.confirmRecovery({ ...command(), recoveryCode }));
  if (taken(await client.session.state({})).phase !== 'signed-in')
    taken(await client.session.signIn({ name: town.clerk, password: PASSWORD }));
  for (const registration of ITEMS[town.code] ?? [])
    taken(await client.registration.register({ ...command(), registration }));
  taken(await client.sync.enrol({ ...command(), url, code, deskName: `${town.name}接待室` }));
  while (taken(await client.sync.state({})).waiting > 0) taken(await client.sync.exchange({}));
  await desk.close();
  return data;
}

async function demo(): Promise<void> {
  console.log('正在准备演示：信访局一个，接访台两个，人物和事项都是虚构的……');
  const started = await program<{ url: string; administrator: { name: string; password: string } }>(
    ...['bureau/main.ts', '--data', join(folder, 'bureau'), '--port', '0', '--json'],
  );
  const url = started.url.replace(/\/$/, '');
  const { administrator } = started;
  const officer = consoleAt(url);
  taken(await officer.session.signIn(administrator));
  const change = { oldPassword: administrator.password, newPassword: PASSWORD };
  taken(await officer.session.changePassword({ ...command(), ...change }));
  const towns: Town[] = [
    { code: '441481104', name: '新陂镇', clerk: '罗秀英' },
    { code: '441481105', name: '刁坊镇', clerk: '陈小满' },
  ];
  const desks: { town: Town; opener: string }[] = [];
  for (const town of towns) {
    const { code } = taken(await officer.desks.createCode({ ...command(), unit: town.code, days: 1 }));
    const data = await fillDesk(town, url, code);
    const { opener } = await program<{ opener: string }>('out/loopback/main.cjs', '--data', data, '--json');
    desks.push({ town, opener });
  }
  const { rows } = taken(await officer.cases.list({}));
  const [waiting] = rows.filter((row) => row.origin.code === towns[0]?.code);
  if (waiting) {
    const assign = { caseId: waiting.caseId, toUnit: '441481104', manner: 'assign' as const };
    const due = { reportDue: addDays(today, 20), requirement: '请依法办理，按期报送办结报告。' };
    taken(await officer.cases.assign({ ...command(), ...assign, ...due }));
  }
  console.log(`\n信访局：${url}　账户 ${administrator.name}　密码 ${PASSWORD}`);
  for (const { town, opener } of desks)
    console.log(
      `${town.name}接访台：用 Chromium、Chrome 或 Edge 打开 ${opener}　账户 ${town.clerk}　密码 ${PASSWORD}`,
    );
  console.log(
    `信访局已收到 ${rows.length} 件，并向新陂镇交办 1 件；接访台登录后自动取回。按 Ctrl+C 结束演示。`,
  );
}

async function end(code: number): Promise<void> {
  const ended = children
    .filter((one) => one.exitCode === null)
    .map((one) => new Promise((done) => one.once('exit', done)));
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(ended);
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0));
demo().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  void end(1);
});
