/** A console with two officers, one of whom may read accusations, and a desk that is enrolled; all of them made up. */
import type { BureauCase } from '../../contract/bureauViews.ts';
import { must, openConsole, TOWNS } from './console.ts';
import { enrolledDesk } from './enrolledDesk.ts';

export const [XINPI, DIAOFANG] = TOWNS as [{ code: string; name: string }, { code: string; name: string }];
export const BUREAU = { code: '441481', name: '兴宁市信访局' };

/** An assignment as an officer fills it in. */
export const toXinpi = {
  toUnit: XINPI.code,
  manner: 'assign' as const,
  reportDue: '2026-04-30',
  requirement: '请依法办理，并报送办结报告。',
};

export async function openCaseConsole() {
  const at = await openConsole();
  const officer = await at.signedIn({ name: '普通甲' });
  const named = await at.signedIn({ name: '密件甲', restricted: true });
  const boss = await at.signedIn({ roles: ['administrator'] });
  const { code } = must(await boss.bureau.desks.createCode({ commandId: 'code-0000001', unit: XINPI.code }));
  const exchange = { bureau: at.office.bureau, store: at.store, now: at.office.now };
  const desk = await enrolledDesk(exchange, { code, unit: XINPI, letter: 'A', deskName: '一号机' });
  let commands = 0;
  /** An id as a page makes one a form. */
  const commandId = () => {
    commands += 1;
    return `command-${String(commands).padStart(4, '0')}`;
  };
  return { at, officer, named, desk, commandId };
}

/** The refusal that a call must answer. */
export const refusal = (code: string, field?: string) => ({
  ok: false,
  refusal: { ...(field && { field }), code },
});

export const assignmentIdOf = (view: BureauCase): string => view.assignments.at(-1)?.assignmentId ?? '';
