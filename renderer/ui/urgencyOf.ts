import type { Urgency } from '../../contract/case.ts';

/** The warning ladder for a plain date (DOMAIN 2.2): green > 5 days, yellow ≤ 5, orange ≤ 2, red today, black past. */
export function urgencyOf(daysLeft: number): Urgency {
  if (daysLeft < 0) return 'black';
  if (daysLeft === 0) return 'red';
  if (daysLeft <= 2) return 'orange';
  return daysLeft <= 5 ? 'yellow' : 'green';
}
