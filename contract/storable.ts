/**
 * The same input with texts that every database keeps and every reader reads alike: without U+0000, and with U+FFFD for
 * half a character (what is left when something is cut in the middle of 𠮷). The bureau refuses such texts (JD2), so they
 * are mended at the door, where the person still sees what became of them.
 */
export function storable(input: unknown): unknown {
  if (typeof input === 'string') return input.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(input)) return input.map(storable);
  if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype)
    return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, storable(value)]));
}
