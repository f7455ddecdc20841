import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../domain/codes/category.ts';
import { categoryName } from './categoryName.ts';

describe('categoryName', () => {
  it('names every category, a second level after its first', () => {
    for (const { code, name, parent } of CATEGORIES) {
      expect(categoryName(code)).toContain(name);
      expect(categoryName(code).includes(' · ')).toBe(Boolean(parent));
    }
  });
  it('shows an unknown code as it is', () => {
    expect(categoryName('C9999')).toBe('C9999');
  });
});
