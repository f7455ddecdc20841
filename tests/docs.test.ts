/** What the documents point at is really there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const documents = globSync(['README.md', 'README.zh-CN.md', 'docs/**/*.md'], { cwd: root }).sort();
const text = (file: string) => readFileSync(join(root, file), 'utf8');

const FOLDERS = 'domain|contract|desk|db|sync|bureau|electron|loopback|renderer|build|tests|docs|\\.ci';
/** `desk/open.ts`, `db/migrations/`, `package.json`; not a command, a placeholder, a pattern or something built. */
const REPO_PATH = new RegExp(`^(?:(?:${FOLDERS})/[\\w.\\-/]*|[\\w.\\-]+\\.(?:md|json|config\\.ts))$`);

/** The paths a document names in backticks, and the relative targets of its links and pictures. */
function pathsIn(file: string): string[] {
  const quoted = [...text(file).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code as string);
  const linked = [...text(file).matchAll(/\]\(([^)\s#]+)/g), ...text(file).matchAll(/src="([^"]+)"/g)];
  const relative = linked.map(([, target]) => target as string).filter((target) => !/^[a-z]+:/.test(target));
  return [
    ...quoted.filter((code) => REPO_PATH.test(code)),
    ...relative.map((path) => normalize(join(dirname(file), path))),
  ];
}

describe('the documents', () => {
  it('are there', () => {
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'README.zh-CN.md', 'docs/architecture.md']),
    );
  });

  it.each(documents)('%s names only files that exist', (file) => {
    const beside = (path: string) =>
      existsSync(join(root, path)) || existsSync(join(root, dirname(file), path));
    expect(pathsIn(file).filter((path) => !beside(path))).toEqual([]);
  });

  it('describe the architecture on one page (70 lines)', () => {
    expect(text('docs/architecture.md').trimEnd().split('\n').length).toBeLessThanOrEqual(70);
  });
});
