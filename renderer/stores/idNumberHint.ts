import type { LocalDate } from '../../domain/localDate.ts';
import { registrationText } from '../text/registration.ts';
import { normaliseWidth, readDate } from '../ui/dateText.ts';

const words = registrationText.people.idOdd;

/** GB 11643: six digits of the place, eight of the birth date, three of the order (odd = male), one check character. */
const SHAPE = /^\d{6}(\d{8})\d{2}(\d)[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** A number this long is no passport or permit any more: digits were lost or doubled. */
const NEARLY = 15;

/** What a complete and sound identity number says about its person; null for everything else. */
export function readIdNumber(
  text: string,
  today: LocalDate,
): { sex?: 'male' | 'female'; birthDate?: string } | null {
  const number = normaliseWidth(text).toUpperCase();
  const found = SHAPE.exec(number);
  const birthDate = found && readBirth(found[1] ?? '', today);
  if (!found || !birthDate || checkOf(number) !== number[17]) return null;
  return { sex: Number(found[2]) % 2 === 1 ? 'male' : 'female', birthDate };
}

/** What looks wrong about a typed number, as a sentence; it never keeps anybody from saving. */
export function idHint(text: string, today: LocalDate): string | undefined {
  const number = normaliseWidth(text).toUpperCase();
  if (!/^\d+X?$/.test(number) || number.length < NEARLY) return undefined;
  const found = SHAPE.exec(number);
  if (!found) return words.length;
  if (!readBirth(found[1] ?? '', today)) return words.date;
  return checkOf(number) === number[17] ? undefined : words.check;
}

const readBirth = (digits: string, today: LocalDate): LocalDate | null => {
  const date = readDate(digits, today);
  return date && date <= today && date >= '1900-01-01' ? date : null;
};

function checkOf(number: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECKS[sum % 11];
}
