import { describe, expect, it } from 'vitest';
import { CATEGORIES, categoryPath, isCategory, TOWN_SHORT_LIST } from './category.ts';
import { CHANNEL_NAMES, Channel, isVisit } from './channel.ts';
import { DISPUTE_NAMES, DisputeType } from './disputeType.ts';
import { ClaimOutcome, OUTCOME_NAMES } from './outcome.ts';
import { PURPOSE_NAMES, Purpose } from './purpose.ts';
import { SERVICE_NAMES, ServiceMethod } from './serviceMethod.ts';

describe('the category tree', () => {
  it('has 20 first levels and 112 seconds, each code once', () => {
    const first = CATEGORIES.filter((c) => c.parent === undefined);
    expect([first.length, CATEGORIES.length - first.length]).toEqual([20, 112]);
    expect(new Set(CATEGORIES.map((c) => c.code)).size).toBe(CATEGORIES.length);
  });

  it('every second level stands under a first one and begins with its code', () => {
    const wrong = CATEGORIES.filter(({ code, parent }) => {
      const above = CATEGORIES.find((c) => c.code === parent);
      return parent !== undefined && (above?.parent !== undefined || !above || !code.startsWith(parent));
    });
    expect(wrong).toEqual([]);
  });

  it('no first level is empty, and names differ within their parent', () => {
    for (const { code, parent } of CATEGORIES) {
      const children = CATEGORIES.filter((c) => c.parent === code);
      if (parent === undefined && code !== 'C19') expect(children.length, code).toBeGreaterThan(0);
      expect(new Set(children.map((c) => c.name)).size).toBe(children.length);
    }
  });

  it('the town’s short list holds known codes, each once', () => {
    expect(TOWN_SHORT_LIST.filter((code) => !isCategory(code))).toEqual([]);
    expect(new Set(TOWN_SHORT_LIST).size).toBe(TOWN_SHORT_LIST.length);
  });

  it('a path is read with its first level, an unknown code as it is', () => {
    expect([categoryPath('C0101'), categoryPath('C01'), categoryPath('C7777')]).toEqual([
      '农村农业／村务管理',
      '农村农业',
      'C7777',
    ]);
    expect(['C01', 'C0101', '', 'c0101', '__proto__'].map(isCategory)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

it.each([
  ['channels', Channel.options, CHANNEL_NAMES],
  ['purposes', Purpose.options, PURPOSE_NAMES],
  ['outcomes', ClaimOutcome.options, OUTCOME_NAMES],
  ['ways of service', ServiceMethod.options, SERVICE_NAMES],
  ['kinds of dispute', DisputeType.options, DISPUTE_NAMES],
] as const)('all %s have a Chinese name of their own', (_name, codes, names) => {
  expect(Object.keys(names).sort()).toEqual([...codes].sort());
  expect(new Set(Object.values(names)).size).toBe(codes.length);
  for (const name of Object.values(names)) expect(name).toMatch(/\p{Script=Han}/u);
});

it('a visit is where people stand before the clerk', () => {
  expect(Channel.options.filter(isVisit)).toEqual(['VISIT', 'LEADER_RECEPTION', 'DOWN_VISIT']);
});
