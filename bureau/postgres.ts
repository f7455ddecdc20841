import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findPrograms, type Programs, StartTrouble } from './postgresPrograms.ts';

/** A PostgreSQL of our own in the data folder. */
export interface PrivatePostgres {
  url: string;
  /** Ends it in order; nothing may be using it any more. */
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** Any number no other lock has: held by the one bureau that owns the cluster. */
const OWNER_LOCK = 4_414_810_004;

/** Longest wait (ms) for it to come up; recovering after a power cut takes its time. */
const START_WAIT = 120_000;
/** Pause (ms) before it is started again when it ended by itself. */
const RESTART_PAUSE = 500;

/** One cluster of a data folder: where it lies, how it is reached. */
interface Cluster {
  programs: Programs;
  folder: string;
  log: string;
  port: number;
  password: string;
}

const urlOf = ({ password, port }: Cluster): string =>
  `postgres://bureau:${password}@127.0.0.1:${port}/postgres`;

/**
 * Starts the private PostgreSQL of this data folder and owns it: made on the first start, durable (every commit is on
 * disk), started again when it ends by itself. A folder that another living bureau has is refused; a PostgreSQL that a
 * killed bureau left behind is taken over.
 */
export async function startPostgres(
  data: string,
  report: (error: unknown) => void,
): Promise<PrivatePostgres> {
  // Others may walk through, to what is theirs; they see nothing.
  mkdirSync(data, { recursive: true });
  chmodSync(data, 0o711);
  const programs = findPrograms(data);
  const folder = join(data, 'postgres');
  const password = readPassword(data, programs);
  if (!existsSync(folder)) await initialise(programs, data, folder);
  await endOrphan(programs, folder, password);
  const cluster = { programs, folder, log: join(data, 'postgres.log'), port: await freePort(), password };
  return supervise(cluster, report);
}

/** Made once; only we and the user it runs as can read it. Two starts at the same moment agree on one. */
function readPassword(data: string, { runAs }: Programs): string {
  const file = join(data, 'postgres.password');
  if (!existsSync(file)) {
    const made = `${file}.${process.pid}`;
    writeFileSync(made, randomBytes(24).toString('base64url'), { mode: 0o600 });
    own(made, runAs);
    try {
      linkSync(made, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(made);
    }
  }
  return readFileSync(file, 'utf8');
}

function own(path: string, runAs: Programs['runAs']): void {
  if ('uid' in runAs) chownSync(path, runAs.uid, runAs.gid);
}

/** Makes the cluster under a name of our own first, so that half of one, or another start's, is never used. */
async function initialise({ initdb, runAs }: Programs, data: string, folder: string): Promise<void> {
  const half = `${folder}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  own(half, runAs);
  try {
    await run(
      initdb,
      [
        `--pgdata=${half}`,
        '--username=bureau',
        `--pwfile=${join(data, 'postgres.password')}`,
        '--auth=scram-sha-256',
        // Text order is byte order, on every machine alike.
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
      ],
      { ...runAs, cwd: '/' },
    );
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another start was quicker; which of us may have it is asked next.
    if (!existsSync(folder)) throw error;
  }
}

/** A PostgreSQL runs here already: its owner is alive and we are one too many, or it was killed and we end what it left. */
async function endOrphan(programs: Programs, folder: string, password: string): Promise<void> {
  const port = Number(pidFile(folder)[3]);
  if (!port) return;
  const client = await tryToOwn(`postgres://bureau:${password}@127.0.0.1:${port}/postgres`);
  if (client === 'nobody') return;
  await client.end();
  await stopCluster(programs, folder);
}

/** Lines of the file that a running PostgreSQL keeps: process id, folder, start, port, … */
function pidFile(folder: string): string[] {
  const file = join(folder, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** A connection that holds the owner's lock, or nobody when none answers there. Throws when another bureau holds it. */
async function tryToOwn(url: string): Promise<Client | 'nobody'> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // It ends with its PostgreSQL; the process that ends is what we watch.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch {
    return 'nobody';
  }
  const { rows } = await client.query('select pg_try_advisory_lock($1) as owned', [OWNER_LOCK]);
  if (rows[0].owned) return client;
  await client.end();
  throw new StartTrouble(
    '这个数据文件夹已有另一个信访局服务在使用，请先关闭它，或用 --data 指定另一个文件夹。',
  );
}

const stopCluster = ({ pgCtl, runAs }: Programs, folder: string) =>
  run(pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'], { ...runAs, cwd: '/' });

/** A port that nobody has at this moment. */
function freePort(): Promise<number> {
  return new Promise((done, refuse) => {
    const server = createServer();
    server.on('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts the cluster, and again whenever it ends without having been told to. */
async function supervise(cluster: Cluster, report: (error: unknown) => void): Promise<PrivatePostgres> {
  let stopping = false;
  let running = await startOnce(cluster);
  const watch = () => {
    running.child.once('exit', async () => {
      if (stopping) return;
      report(new Error('PostgreSQL ended by itself and is started again'));
      await delay(RESTART_PAUSE);
      if (stopping) return;
      try {
        running = await startOnce(cluster);
        watch();
      } catch (error) {
        report(error);
      }
    });
  };
  watch();
  return {
    url: urlOf(cluster),
    async stop() {
      stopping = true;
      await running.owner.end();
      await stopCluster(cluster.programs, cluster.folder);
    },
  };
}

interface Running {
  child: ChildProcess;
  /** The connection that holds the owner's lock. */
  owner: Client;
}

/** Starts the server program and waits until it answers and is ours. */
async function startOnce(cluster: Cluster): Promise<Running> {
  const { programs, folder, port, log } = cluster;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: '60',
    timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(programs.postgres, ['-D', folder, '-p', String(port), ...flags], {
    ...programs.runAs,
    cwd: '/',
    // Its own group: Ctrl+C in our terminal must not end it before the last request is done.
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let ended: string | undefined;
  child.on('error', (error) => {
    ended = error.message;
  });
  child.on('exit', (code) => {
    ended ??= `exit code ${code}`;
  });
  const until = performance.now() + START_WAIT;
  while (ended === undefined && performance.now() < until) {
    const owner = await tryToOwn(urlOf(cluster));
    if (owner !== 'nobody') return { child, owner };
    await delay(50);
  }
  // Another process that started at the same moment has the cluster now.
  const rival = Number(pidFile(folder)[3]);
  if (rival) await tryToOwn(urlOf({ ...cluster, port: rival }));
  child.kill();
  throw new StartTrouble(`内置的 PostgreSQL 没有启动（${ended ?? '没有应答'}），原因见 ${log}。`);
}
