import { execFile } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPrograms } from '../../bureau/postgresPrograms.ts';

const run = promisify(execFile);

/** A PostgreSQL that is nobody's but the test's: it ends and starts when the test says so. */
export interface OwnPostgres {
  url: string;
  start(): Promise<void>;
  /** `immediate` ends it as a power cut does: nothing is finished, and the next start recovers. */
  stop(how: 'immediate' | 'fast'): Promise<void>;
}

/** Makes a cluster in this folder and starts it. */
export async function startOwnPostgres(folder: string): Promise<OwnPostgres> {
  const { initdb, pgCtl, runAs } = findPrograms(folder);
  const data = join(folder, 'cluster');
  mkdirSync(data, { mode: 0o700 });
  if ('uid' in runAs) chownSync(data, runAs.uid, runAs.gid);
  const asThem = { ...runAs, cwd: '/' };
  await run(
    initdb,
    [`--pgdata=${data}`, '--username=bureau', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    asThem,
  );
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
  const control = (...args: string[]) => run(pgCtl, [...args, '-D', data, '-w'], asThem);
  const postgres: OwnPostgres = {
    url: `postgres://bureau@127.0.0.1:${port}/postgres`,
    start: async () => void (await control('start', '-l', join(data, 'log'), '-o', settings)),
    stop: async (how) => void (await control('stop', '-m', how)),
  };
  await postgres.start();
  return postgres;
}

/** A port that nobody has at this moment. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
