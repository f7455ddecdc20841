import { beijingDate, type LocalDate } from '../domain/localDate.ts';
import type { Bureau } from '../sync/bureauStore.ts';
import type { Database } from './database.ts';
import type { PasswordCost } from './schema.ts';

/** The bureau as the console works in it. */
export interface Office {
  orm: Database;
  /** Its unit, its own stream and the key that signs there. */
  bureau: Bureau;
  version: string;
  /** What a new password costs. */
  cost: PasswordCost;
  now(): Date;
  /** Writes down a bug and gives its incident number. */
  report(bug: unknown, method: string): string;
}

/** This instant as the tables keep it: UTC, one width. */
export const instantOf = (office: Office): string => office.now().toISOString();

/** The civil date in Beijing. */
export const todayOf = (office: Office): LocalDate => beijingDate(instantOf(office));
