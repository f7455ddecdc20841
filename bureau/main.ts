/** The bureau's server; `USAGE` in options.ts names what may stand on the command line. */
import { mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createExchange } from '../sync/serve.ts';
import { brokenAuditEntry } from './audit.ts';
import { type Database, openDatabase, sqlStateOf } from './database.ts';
import { firstAdministrator, townsOf } from './founding.ts';
import { openBureau } from './identity.ts';
import { createIncidents } from './incidents.ts';
import { NewerDatabaseError } from './migrate.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { OFFICER_COST } from './password.ts';
import { startPostgres } from './postgres.ts';
import { StartTrouble } from './postgresPrograms.ts';
import { buildServer } from './server.ts';
import { createStore } from './store.ts';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** Requests of desks worked on at once; sixty desks that come online at 8:30 take turns. */
const MOST_IN_FLIGHT = 24;

/** Opens database, bureau and server in order; each thing opened adds how it is ended. */
async function start(options: Options, ends: End[]): Promise<void> {
  const now = () => new Date();
  mkdirSync(options.data, { recursive: true });
  const report = createIncidents(options.data, now);
  const url = process.env.DATABASE_URL || (await ownDatabase(options, ends, report));
  const database = await openDatabase(url, (error) => report(error, 'pool'));
  ends.unshift(() => database.close());
  const { orm } = database;
  const bureau = await openBureau(orm, { ...options, towns: townsOf(options.code) }, now().toISOString());
  const office = { orm, bureau, version, cost: OFFICER_COST, now, report };
  const exchange = createExchange({ bureau, store: createStore(orm), now, mostInFlight: MOST_IN_FLIGHT });
  const app = await buildServer({ office, exchange, pages: join(root, 'out', 'renderer') });
  ends.unshift(() => app.close());
  await app.listen({ host: options.host, port: options.port });
  const { port } = app.server.address() as AddressInfo;
  const administrator = await firstAdministrator(orm, OFFICER_COST, now());
  announce(options, `http://${options.host}:${port}/`, bureau.name, administrator);
  void checkAudit(orm, report);
}

/** Behind the work, once a start: a trail that was changed from outside stops nobody, and is said to who runs the server. */
async function checkAudit(orm: Database, report: ReturnType<typeof createIncidents>): Promise<void> {
  try {
    const broken = await brokenAuditEntry(orm);
    if (broken === null) return;
    const incident = report(new Error(`audit entry ${broken}`), 'audit');
    console.error(
      `留痕记录从第 ${broken} 条起与原来写下的不符，可能被人改动过；不影响办理，事件编号 ${incident}。`,
    );
  } catch (error) {
    // The database stopped in between, or the server did: the next start checks again.
    report(error, 'audit');
  }
}

async function ownDatabase(
  { data }: Options,
  ends: End[],
  report: ReturnType<typeof createIncidents>,
): Promise<string> {
  const postgres = await startPostgres(data, (error) => report(error, 'postgres'));
  ends.unshift(() => postgres.stop());
  return postgres.url;
}

type End = () => Promise<unknown>;

/** Ends what was opened, last first, once, whatever a single step throws, and then the program. */
function endOnce(ends: readonly End[]): (code: number) => void {
  let ending = false;
  const end = async (code: number) => {
    let failed = code;
    for (const step of ends) {
      try {
        await step();
      } catch (error) {
        console.error(error);
        failed = 1;
      }
    }
    process.exit(failed);
  };
  return (code) => {
    if (!ending) void end(code);
    ending = true;
  };
}

function announce(
  options: Options,
  url: string,
  name: string,
  administrator: Awaited<ReturnType<typeof firstAdministrator>>,
): void {
  if (options.json) {
    console.log(JSON.stringify({ url, name, administrator }));
    return;
  }
  const where = process.env.DATABASE_URL ? 'DATABASE_URL 指定的数据库' : options.data;
  console.log(`${name}服务端已启动：${url}（数据在 ${where}）。按 Ctrl+C 退出。`);
  if (administrator) {
    const { name: account, password } = administrator;
    console.log(
      `首次登录账户：${account}，一次性密码：${password}（首次登录后须更改；此前每次启动都会换一个）。`,
    );
  }
}

/** PostgreSQL refuses the account or the database that DATABASE_URL names, or cannot be reached. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '28000',
  '28P01',
  '3D000',
]);
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR']);

/** What a person can do about it; anything else is a bug and shown as it is. */
function sentence(error: unknown, { data, port }: Options): unknown {
  if (error instanceof StartTrouble) return error.message;
  if (error instanceof NewerDatabaseError) return '数据库由更新版本的程序建立，请升级服务端；数据没有改动。';
  const code = sqlStateOf(error) ?? '';
  if (code === 'EADDRINUSE') return `端口 ${port} 已被其他程序占用，请用 --port 换一个端口。`;
  if (UNWRITABLE.has(code)) return `数据文件夹无法写入：${data}。请检查权限和磁盘空间，原有数据没有改动。`;
  if (UNREACHABLE.has(code)) return '连接不上 DATABASE_URL 指定的数据库，请检查地址、账户和网络。';
  if (code === 'ENOENT' && String((error as NodeJS.ErrnoException).path).includes('renderer'))
    return '界面文件还没有生成，请用 npm run bureau 启动。';
  return error;
}

const options = readOptions(process.argv.slice(2));
if (options) {
  const ends: End[] = [];
  const end = endOnce(ends);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  start(options, ends).catch((error: unknown) => {
    console.error(sentence(error, options));
    end(1);
  });
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
