import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from './schema.ts';
import { testDatabase } from './testDatabase.ts';

let db: ReturnType<typeof testDatabase>;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.remove());

const tables = Object.values(schema)
  .filter((value) => is(value, SQLiteTable))
  .map((table): [string, SQLiteTable] => [getTableName(table), table]);
interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

describe('the written schema and the migrated file', () => {
  it('have the same tables, the word index besides', () => {
    const found = db.sqlite
      .prepare(
        "select name from pragma_table_list where type = 'table' and schema = 'main' and name not like 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(found.sort()).toEqual(tables.map(([name]) => name).sort());
  });

  it.each(tables)('%s: the same columns, types, NOT NULLs and keys', (name, table) => {
    const found = (db.sqlite.pragma(`table_info(${name})`) as Column[]).map((column) => ({
      name: column.name,
      type: column.type.toLowerCase(),
      notNull: column.notnull === 1,
      key: column.pk > 0,
    }));
    const composite = getTableConfig(table).primaryKeys.flatMap((key) =>
      key.columns.map((column) => column.name),
    );
    const written = Object.values(getTableColumns(table)).map((column) => ({
      name: column.name,
      type: column.getSQLType().toLowerCase(),
      notNull: column.notNull,
      key: column.primary || composite.includes(column.name),
    }));
    expect(found).toEqual(written);
  });

  it.each(tables)('%s: the same indexes', (name, table) => {
    const indexes = db.sqlite.prepare(
      'select name, "unique" as isUnique from pragma_index_list(?) where origin = \'c\' order by name',
    );
    const written = getTableConfig(table)
      .indexes.map(({ config }) => ({ name: config.name, isUnique: config.unique ? 1 : 0 }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(indexes.all(name)).toEqual(written);
  });

  it('every table is strict: no text slips into a number column', () => {
    const loose = db.sqlite
      .prepare(
        "select name from pragma_table_list where type = 'table' and schema = 'main' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    expect(() => db.sqlite.exec("insert into case_sequence values ('2026-03-02', 'many')")).toThrow(
      'cannot store TEXT',
    );
  });
});
