import { defineConfig } from 'drizzle-kit';

/** Writes the SQL only; `bureau/migrate.ts` runs it. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './bureau/schema.ts',
  out: './bureau/migrations',
});
