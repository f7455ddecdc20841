/**
 * Suites that are written and do not count yet: none has been seen green from beginning to end on a quiet machine. They
 * are left out of `npm test`, which prints each with its reason. A line goes when its suite has passed over both shells.
 */
const UNSEEN = 'not yet seen green from beginning to end';

/** Files under tests/ that vitest leaves out. */
export const WAITING_SUITES: Readonly<Record<string, string>> = {
  'tests/sync/simulation.test.ts': UNSEEN,
};

/** Journeys, `project file`, that Playwright leaves out. */
export const WAITING_JOURNEYS: Readonly<Record<string, string>> = {
  'loopback axe.spec.ts': UNSEEN,
  'loopback bureau.spec.ts': UNSEEN,
  'loopback setUp.spec.ts': UNSEEN,
  'loopback training.spec.ts': UNSEEN,
  'loopback trouble.spec.ts': UNSEEN,
  'loopback visits.spec.ts': UNSEEN,
  'electron-double axe.spec.ts': UNSEEN,
  'electron-double badInput.spec.ts': UNSEEN,
  'electron-double bureau.spec.ts': UNSEEN,
  'electron-double draft.spec.ts': UNSEEN,
  'electron-double handling.spec.ts': UNSEEN,
  'electron-double mediation.spec.ts': UNSEEN,
  'electron-double setUp.spec.ts': UNSEEN,
  'electron-double training.spec.ts': UNSEEN,
  'electron-double trouble.spec.ts': UNSEEN,
  'electron-double visits.spec.ts': UNSEEN,
};
