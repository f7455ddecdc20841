/** A case number without its town code where that is our own; a number of another town stays whole. */
export function shortNumber(number: string, unitCode: string): string {
  const own = `${unitCode}-`;
  return unitCode && number.startsWith(own) ? number.slice(own.length) : number;
}
