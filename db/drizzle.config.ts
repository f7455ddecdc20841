import { defineConfig } from 'drizzle-kit';

/** Writes the SQL only; `db/migrate.ts` runs it. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema.ts', out: './db/migrations' });
