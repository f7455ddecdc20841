/** Type-checks every part with its own settings: `node build/types.ts`. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** domain and contract see neither Node nor the page; renderer sees the page only; tests see both; '.' is Node. */
const PARTS = ['domain', 'contract', 'renderer', 'tests', '.'];

interface PartCheck {
  part: string;
  /** 'empty' = the part has no files yet. */
  outcome: 'passed' | 'failed' | 'empty';
}

/** Runs tsc over each part, printing what it says and one line a part. */
export function checkTypes(): PartCheck[] {
  return PARTS.map((part) => {
    const args = [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', part];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    const outcome = status === 0 ? 'passed' : stdout.includes('TS18003') ? 'empty' : 'failed';
    if (outcome === 'failed') console.log(`${stdout}${stderr}`.trim());
    console.log(
      `types of ${part === '.' ? 'the Node side' : part}: ${outcome === 'empty' ? 'no files yet' : outcome}`,
    );
    return { part, outcome };
  });
}

if (import.meta.main && checkTypes().some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
