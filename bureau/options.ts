import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks of the bureau's server. */
export interface Options {
  /** Data folder, absolute: the private PostgreSQL and the log of incidents. */
  data: string;
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Name and 6-digit code of a bureau that is founded now; a founded one keeps its own. */
  name: string;
  code: string;
  /** Print one JSON line for a program instead of sentences for a person. */
  json: boolean;
}

/** Root's own folder is closed to the user that PostgreSQL runs as, so root gets the place of services. */
function defaultFolder(): string {
  const name = 'FengqiaoBureau';
  if (process.platform === 'win32') return join(process.env.APPDATA || homedir(), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  if (process.getuid?.() === 0) return '/var/lib/fengqiao-bureau';
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), name);
}

export const USAGE = `用法：npm run bureau -- [选项]
  --data <文件夹>   数据文件夹（默认 ${defaultFolder()}）
  --host <地址>     监听地址（默认 127.0.0.1）
  --port <端口>     监听端口（默认 7080）
  --name <名称>     首次启动时的单位名称（默认 兴宁市信访局）
  --code <代码>     首次启动时的六位区划代码（默认 441481）
  --json            启动后输出一行 JSON（供其他程序使用）
环境变量 DATABASE_URL 指定单位已有的 PostgreSQL；不指定则自带一个。`;

/** Reads the command line; null when it holds something unknown. */
export function readOptions(args: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '7080' },
        name: { type: 'string', default: '兴宁市信访局' },
        code: { type: 'string', default: '441481' },
        json: { type: 'boolean', default: false },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) return null;
    if (!/^\d{6}$/.test(values.code) || !values.name.trim()) return null;
    const data = resolve(values.data ?? defaultFolder());
    return { ...values, data, port: Number(values.port), name: values.name.trim() };
  } catch {
    return null;
  }
}
