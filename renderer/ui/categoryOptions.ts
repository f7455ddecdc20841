import { CATEGORIES, TOWN_SHORT_LIST } from '../../domain/codes/category.ts';
import { categoryAliases, categoryInitials } from '../text/categories.ts';
import { registrationText } from '../text/registration.ts';

/** The short list repeats categories of the tree; its options need values of their own. */
const SHORT = 'short:';
const names = new Map(CATEGORIES.map((c) => [c.code, c.name]));
const children = (code: string) => CATEGORIES.filter((c) => c.parent === code);

const option = (code: string, prefix = '') => ({ value: `${prefix}${code}`, label: names.get(code) ?? code });

/** What a town meets daily, then each first level with its second level (itself when it has none). */
export const categoryGroups = [
  { label: registrationText.categoryCommon, options: TOWN_SHORT_LIST.map((code) => option(code, SHORT)) },
  ...CATEGORIES.filter((c) => !c.parent).map((first) => ({
    label: first.name,
    options: (children(first.code).length > 0 ? children(first.code) : [first]).map((c) => option(c.code)),
  })),
];

/** The code behind an option. */
export const plainCode = (value: string): string => value.replace(SHORT, '');

/**
 * True when the typed text is part of the name or of a word people say for it, or begins its pinyin initials.
 * While something is typed, what the short list has is not shown twice.
 */
export function matchesCategory(typed: string, value: string | undefined): boolean {
  const text = typed.trim().toLowerCase();
  if (!value || !text) return Boolean(value);
  const code = plainCode(value);
  if (code === value && TOWN_SHORT_LIST.includes(code)) return false;
  const [alias = '', aliasInitials = ''] = categoryAliases[code] ?? [];
  return (
    (names.get(code) ?? '').includes(text) ||
    alias.includes(text) ||
    (categoryInitials[code] ?? '').startsWith(text) ||
    (alias !== '' && aliasInitials.startsWith(text))
  );
}
