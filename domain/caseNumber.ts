import type { LocalDate } from './localDate.ts';

/** What a case number says: where, when and by which desk of the town it was issued, and the how-manieth of that day. */
export interface CaseNumberParts {
  /** 9-digit code of the town. */
  townCode: string;
  /** Beijing date of the registration. */
  day: LocalDate;
  /** Letter of the desk, so that desks that do not see each other never issue the same number. */
  letter: string;
  /** From 1 each day; printed with at least four digits. */
  sequence: number;
}

/** Characters of GB 32100-2015: digits and capitals without I, O, S, V and Z, which are misread. 31 is prime. */
const CHECK_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^\d{9}-(\d{4})(\d{2})(\d{2})-[A-Z](\d{4}|[1-9]\d{4,6})-([0-9A-Y])$/;

/** `441481104-20260302-A0007-B`: issued offline, never renumbered, with a check character for what is read aloud or typed. */
export function caseNumber({ townCode, day, letter, sequence }: CaseNumberParts): string {
  const rest = `${townCode}-${day.replaceAll('-', '')}-${letter}${String(sequence).padStart(4, '0')}`;
  const number = `${rest}-${checkCharacter(rest)}`;
  if (!SHAPE.test(number)) throw new RangeError(`no case number: ${number}`);
  return number;
}

/** True for a number with the right shape and check character; capitals only. */
export function isCaseNumber(text: string): boolean {
  return SHAPE.test(text) && checkCharacter(text.slice(0, -2)) === text.at(-1);
}

/**
 * The scheme of the national social credit code (GB 32100-2015): weights 3^i modulo 31. All weights of a number differ
 * (3 is a primitive root, numbers are shorter than 30), so every single wrong digit and every swap of two digits shows.
 * The letter counts as 10 to 35; its place is fixed by the shape.
 */
function checkCharacter(rest: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of rest.replaceAll('-', '')) {
    sum += Number.parseInt(character, 36) * weight;
    weight = (weight * 3) % 31;
  }
  return CHECK_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}
