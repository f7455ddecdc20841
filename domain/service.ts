/** Kinds of paper that go to the petitioner and need proof of service (F20 of DOMAIN 6.3); letters between organs do not. */
const SERVED_KINDS: ReadonlySet<string> = new Set([
  'acceptanceNotice',
  'whereaboutsNotice',
  'extensionNotice',
  'handlingOpinion',
  'routeNotice',
  'rejectionNotice',
  'noMoreNotice',
]);

/** True for a paper that has to reach the petitioner. */
export const needsService = (kind: string): boolean => SERVED_KINDS.has(kind);
