import type { Petitioner } from './person.ts';

/**
 * Numbers as pages show them until somebody asks for one and that is logged: enough to tell two people apart and to ask
 * "does it end in …", too little to use. An identity number keeps the region's first four and the last four digits, so
 * that the birthday is hidden; a phone number its first three and last four; a short one at most its last two.
 */
export const maskIdNumber = (text: string): string => mask(text, 4, 4);

/** `138****0000`. */
export const maskPhone = (text: string): string => mask(text, 3, 4);

/** Shows head and tail only where at least four characters stay hidden between them. */
function mask(text: string, head: number, tail: number): string {
  const characters = [...text];
  const { length } = characters;
  const [first, last] = length >= head + tail + 4 ? [head, tail] : [0, length >= 6 ? 2 : 0];
  return characters.map((c, i) => (i < first || i >= length - last ? c : '*')).join('');
}

/** A person with masked numbers, everything else as it is. */
export const maskNumbers = <P extends Pick<Petitioner, 'name' | 'phone' | 'idNumber'>>(person: P): P => ({
  ...person,
  ...(person.phone && { phone: maskPhone(person.phone) }),
  ...(person.idNumber && { idNumber: maskIdNumber(person.idNumber) }),
});

/**
 * Petitioners as a page sent them back, with the stored number wherever it sent the mask of one; so the mask of a number
 * is never taken for the number. `null` with its place when a mask fits no stored number.
 */
export function unmaskPetitioners(
  sent: readonly Petitioner[],
  stored: readonly Petitioner[],
): { petitioners: Petitioner[] } | { unknownMask: string } {
  const petitioners: Petitioner[] = [];
  for (const [index, person] of sent.entries()) {
    const whole = { ...person };
    for (const [field, maskOf] of [['phone', maskPhone] as const, ['idNumber', maskIdNumber] as const]) {
      const text = person[field];
      if (!text || !isMasked(text)) continue;
      const owner = [stored[index], ...stored].find((one) => one?.[field] && maskOf(one[field]) === text);
      if (!owner?.[field]) return { unknownMask: `${index}.${field}` };
      whole[field] = owner[field];
    }
    petitioners.push(whole);
  }
  return { petitioners };
}

/** Nobody's number holds four stars in a row. */
const isMasked = (text: string): boolean => /\*{4}/.test(text) || /^\*+$/.test(text);
