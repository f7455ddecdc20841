import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from './database.ts';

/** What to do with a row whose key is there already: overwrite all its columns, or leave it. Neither = it throws. */
type Known = 'overwrite' | 'leave';

const BYTES = 'bytea';

/**
 * Inserts many rows of one table with one parameter, their JSON, which PostgreSQL takes apart. The query builder would
 * write a placeholder for every value, which for a push of 500 events costs more than the database does.
 */
export function insertRows<T extends PgTable>(table: T, known?: Known) {
  const head = statementOf(table, known);
  return async (tx: Transaction, rows: readonly T['$inferInsert'][]): Promise<void> => {
    if (rows.length === 0) return;
    await tx.execute(head(JSON.stringify(rows.map(asJson))));
  };
}

/** Bytes as base64; everything else is JSON already. */
const asJson = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value.toString('base64') : value,
    ]),
  );

function statementOf(table: PgTable, known: Known | undefined): (json: string) => SQL {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: column.name,
    type: column.getSQLType(),
  }));
  const quoted = (text: string) => `"${text}"`;
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const values = columns
    .map(({ key, type }) => (type === BYTES ? `decode(${quoted(key)}, 'base64')` : quoted(key)))
    .join(', ');
  const shape = columns.map(({ key, type }) => `${quoted(key)} ${type === BYTES ? 'text' : type}`).join(', ');
  const into = `insert into ${quoted(getTableConfig(table).name)} (${names}) select ${values} from json_to_recordset(`;
  const rest = `::json) as row(${shape}) ${known ? onConflict(table, columns, known) : ''}`;
  return (json) => sql`${sql.raw(into)}${json}${sql.raw(rest)}`;
}

function onConflict(table: PgTable, columns: readonly { name: string }[], known: Known): string {
  if (known === 'leave') return 'on conflict do nothing';
  const key = keyOf(table);
  const set = columns
    .filter(({ name }) => !key.includes(name))
    .map(({ name }) => `"${name}" = excluded."${name}"`);
  return `on conflict (${key.map((name) => `"${name}"`).join(', ')}) do update set ${set.join(', ')}`;
}

/** Names of the columns of the primary key. */
function keyOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const single = columns.filter(({ primary }) => primary).map(({ name }) => name);
  return single.length > 0 ? single : (primaryKeys[0]?.columns ?? []).map(({ name }) => name);
}
