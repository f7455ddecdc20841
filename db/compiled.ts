import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Orm } from './open.ts';

/** A statement built once a database: building one costs many times what running it does. For those of every write. */
export function compiled<T extends object>(build: (orm: Orm) => T): (orm: Orm) => T {
  const built = new WeakMap<Orm, T>();
  return (orm) => {
    const known = built.get(orm);
    if (known) return known;
    const fresh = build(orm);
    built.set(orm, fresh);
    return fresh;
  };
}

/** Placeholders for columns, each under the column's own name. */
const placeholders = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));

/** Writes the row with this key, all but the key and the columns that `stay`, by a statement built once. */
export function compiledUpdate<T extends SQLiteTable, N extends keyof NewRow<T>>(
  table: T,
  key: SQLiteColumn,
  stay: readonly N[],
): (orm: Orm, keyValue: string | number, row: Omit<NewRow<T>, N>) => void {
  const written = Object.entries(getTableColumns(table))
    .filter(([name, column]) => column !== key && !stay.includes(name as unknown as N))
    .map(([name]) => name);
  const statement = compiled((orm) =>
    orm
      .update(table)
      .set(placeholders(written) as never)
      .where(eq(key, sql.placeholder('keyValue')))
      .prepare(),
  );
  return (orm, keyValue, row) => {
    statement(orm).run({ ...row, keyValue });
  };
}

/** A new row of a table: what it leaves out has its default, else null. */
type NewRow<T extends SQLiteTable> = T['$inferInsert'];

/**
 * Inserts one row, by a statement built once: the row may not be there yet. Answers the number of the row.
 * A column that counts by itself is left to the database.
 */
export function compiledInsert<T extends SQLiteTable>(table: T): (orm: Orm, row: NewRow<T>) => number {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([, column]) => !('autoIncrement' in column && column.autoIncrement),
  );
  const statement = compiled((orm) =>
    orm
      .insert(table)
      .values(placeholders(columns.map(([name]) => name)) as NewRow<T>)
      .prepare(),
  );
  return (orm, row) => {
    const values = columns.map(([name, column]): [string, unknown] => [
      name,
      row[name as keyof NewRow<T>] ?? column.default ?? null,
    ]);
    return Number(statement(orm).run(Object.fromEntries(values)).lastInsertRowid);
  };
}
