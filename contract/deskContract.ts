import { accounts } from './accounts.ts';
import { assignments } from './assignments.ts';
import { attachments } from './attachments.ts';
import { cases } from './cases.ts';
import { drafts } from './drafts.ts';
import { handling } from './handling.ts';
import { mediation } from './mediation.ts';
import { papers } from './papers.ts';
import { parts } from './parts.ts';
import { places } from './places.ts';
import { registration } from './registration.ts';
import { reviews } from './reviews.ts';
import { session } from './session.ts';
import { setup } from './setup.ts';
import { sync } from './sync.ts';
import { today } from './today.ts';
import { unit } from './unit.ts';

/** Everything a page may ask of the desk. */
export const deskContract = {
  session,
  setup,
  accounts,
  unit,
  places,
  today,
  registration,
  drafts,
  cases,
  handling,
  parts,
  reviews,
  assignments,
  mediation,
  papers,
  attachments,
  sync,
} as const;
export type DeskContract = typeof deskContract;

/** What the desk says after a change; each open screen that reads such a topic asks again. */
export const TOPICS = ['session', 'cases', 'drafts', 'sync', 'accounts', 'unit'] as const;
export type Topic = (typeof TOPICS)[number];
