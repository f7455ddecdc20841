import { describe, expect, it } from 'vitest';
import { EMPTY_SETUP, proposeUnit, setupErrors } from './setup.ts';

describe('what the set-up proposes for a unit', () => {
  it('names a town government and the government above it', () => {
    expect(proposeUnit({ code: '441481104', name: '新陂镇' }, '兴宁市')).toMatchObject({
      organName: '兴宁市新陂镇人民政府',
      organCode: '新陂府',
      superiorOrgan: '兴宁市人民政府',
    });
  });

  it('names a street by its office, with and without the office in its name', () => {
    for (const name of ['兴田街道', '兴田街道办事处'])
      expect(proposeUnit({ code: '441481001', name }, '兴宁市').organName).toBe('兴宁市兴田街道办事处');
  });
});

describe('what the set-up refuses', () => {
  it('asks for a town, and for a town rather than a county', () => {
    expect(setupErrors(EMPTY_SETUP, 0)).toHaveProperty('townCode');
    expect(setupErrors({ ...EMPTY_SETUP, townCode: '441481' }, 0)).toHaveProperty('townCode');
    expect(setupErrors({ ...EMPTY_SETUP, townCode: '441481104' }, 0)).toEqual({});
  });

  it('names every empty field of the unit', () => {
    expect(Object.keys(setupErrors(EMPTY_SETUP, 1))).toEqual(['organName', 'organCode', 'superiorOrgan']);
  });

  it('refuses a short password and one that was typed differently', () => {
    const form = { ...EMPTY_SETUP, administratorName: '钟海云', password: '短', repeat: '短' };
    expect(setupErrors(form, 2)).toHaveProperty('password');
    expect(setupErrors({ ...form, password: '春江水暖鸭先知道', repeat: '别的' }, 2)).toEqual({
      repeat: expect.any(String),
    });
  });
});
