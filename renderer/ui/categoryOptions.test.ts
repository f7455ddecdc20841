import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../domain/codes/category.ts';
import { categoryAliases, categoryInitials } from '../text/categories.ts';
import { categoryGroups, matchesCategory, plainCode } from './categoryOptions.ts';

describe('finding a content category', () => {
  it('knows the initials of every category, and of no other', () => {
    expect(Object.keys(categoryInitials).sort()).toEqual(CATEGORIES.map((c) => c.code).sort());
    expect(Object.keys(categoryAliases).every((code) => code in categoryInitials)).toBe(true);
  });

  it('puts the daily ones of a town on top and offers every second level once below', () => {
    const [daily, ...tree] = categoryGroups;
    expect(daily?.options.length).toBeGreaterThanOrEqual(10);
    expect(daily?.options.every(({ value, label }) => label !== plainCode(value))).toBe(true);
    const below = tree.flatMap((group) => group.options.map((o) => o.value));
    expect(new Set(below).size).toBe(below.length);
    expect(below).toEqual(expect.arrayContaining(CATEGORIES.filter((c) => c.parent).map((c) => c.code)));
  });

  it.each([
    ['tdzs', 'short:C0202'],
    ['土地征', 'short:C0202'],
    ['zdbc', 'short:C0202'],
    ['征地补偿', 'short:C0202'],
    ['拖欠工资', 'short:C0401'],
    ['shk', 'C0905'],
    ['LYGL', 'short:C0108'],
  ])('finds by %s', (typed, value) => {
    expect(matchesCategory(typed, value)).toBe(true);
  });

  it('shows a daily one once while something is typed, twice while the whole list is open', () => {
    expect(matchesCategory('tdzs', 'C0202')).toBe(false);
    expect(matchesCategory('', 'C0202')).toBe(true);
  });

  it('does not find by the middle of the initials', () => {
    expect(matchesCategory('zs', 'short:C0202')).toBe(false);
  });
});
