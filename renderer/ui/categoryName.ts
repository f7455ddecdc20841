import { CATEGORIES } from '../../domain/codes/category.ts';

const byCode = new Map<string, (typeof CATEGORIES)[number]>(CATEGORIES.map((c) => [c.code, c]));

/** A content category by its code, second level after first: `农村农业 · 土地承包经营`; an unknown code as it is. */
export function categoryName(code: string): string {
  const found = byCode.get(code);
  if (!found) return code;
  const parent = found.parent ? byCode.get(found.parent) : undefined;
  return parent ? `${parent.name} · ${found.name}` : found.name;
}
