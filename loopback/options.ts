import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultFolder } from '../desk/folder.ts';

/** What the command line asks for. */
export interface Options {
  /** Data folder, absolute. */
  data: string;
  /** 0 = any free port. */
  port: number;
  /** False: a person or a test opens the browser. */
  open: boolean;
  /** Print one JSON line for a program instead of sentences for a person. */
  json: boolean;
}

export const USAGE = `用法：npm start -- [选项]
  --data <文件夹>   数据文件夹（默认 ${defaultFolder()}）
  --no-open         不打开窗口，只显示入口
  --port <端口>     指定端口（默认自动选择）
  --json            启动后输出一行 JSON（供其他程序使用，不打开窗口）`;

/** Reads the command line; null when it holds something unknown. */
export function readOptions(args: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) return null;
    return {
      data: resolve(values.data ?? defaultFolder()),
      port: Number(values.port),
      open: !values['no-open'] && !values.json,
      json: values.json,
    };
  } catch {
    return null;
  }
}
