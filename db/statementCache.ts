import type Database from 'better-sqlite3';

/** Different texts kept: the queries of the program are some dozens, lists and inserts of many rows vary them. */
const MOST = 400;

/**
 * The same database, with statements compiled once and used again. The query builder compiles anew for every call, which
 * costs more than most of our queries themselves; what it does not know of, the driver's own `prepare`, stays as it is.
 * The builder reads a text always in the same way, so that a statement's mode never differs between two uses.
 */
export function withStatementCache(sqlite: Database.Database): Database.Database {
  const cache = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const known = cache.get(text);
    if (known) return known;
    const made = sqlite.prepare(text);
    const oldest = cache.size >= MOST ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(text, made);
    return made;
  };
  return Object.create(sqlite, { prepare: { value: prepare } }) as Database.Database;
}
