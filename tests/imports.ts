import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** One import as it stands in a source file. */
export interface SourceImport {
  specifier: string;
  /** The imported file, relative to the root with `/`; absent for a package. */
  file?: string;
  /** Erased before the program runs. */
  typeOnly: boolean;
  /** `import()`: runs later, so it can close no circle. */
  deferred: boolean;
}

/** Every import of a file: static, re-export, `import()` of a value or a type, `require`, `new URL(…, import.meta.url)`. */
export function importsOf(root: string, file: string): SourceImport[] {
  const { program, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: SourceImport[] = [];
  const add = (source: unknown, kind: { typeOnly?: boolean; deferred?: boolean } = {}) => {
    const literal = (source as { value?: unknown } | null)?.value;
    const specifier = typeof literal === 'string' ? literal : '(an address computed at run time)';
    const path = join(dirname(file), specifier.replace(/\?.*$/, '')).replaceAll('\\', '/');
    const target = specifier.startsWith('.') ? { file: path } : {};
    found.push({ specifier, typeOnly: kind.typeOnly ?? false, deferred: kind.deferred ?? false, ...target });
  };
  new Visitor({
    ImportDeclaration: ({ source, importKind, specifiers }) => {
      const allTypes =
        specifiers.length > 0 &&
        specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type');
      add(source, { typeOnly: importKind === 'type' || allTypes });
    },
    ExportAllDeclaration: ({ source, exportKind }) => add(source, { typeOnly: exportKind === 'type' }),
    ExportNamedDeclaration: ({ source, exportKind }) => {
      if (source) add(source, { typeOnly: exportKind === 'type' });
    },
    ImportExpression: ({ source }) => add(source, { deferred: true }),
    TSImportType: ({ source }) => add(source, { typeOnly: true }),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require') add(first);
    },
    NewExpression: ({ callee, arguments: [first, base] }) => {
      const isUrl =
        callee.type === 'Identifier' && callee.name === 'URL' && base?.type === 'MemberExpression';
      if (isUrl && base.object.type === 'MetaProperty') add(first, { deferred: true });
    },
  }).visit(program);
  return found;
}

/** A circle in the graph as the list of its nodes, the first one repeated at the end; empty when there is none. */
export function findCycle(graph: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
