import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createThrottle } from './throttle.ts';

let folder: string;
let now: Date;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-tries-'));
  now = new Date('2026-03-02T01:00:00Z');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const throttle = () => createThrottle(folder, () => now);
const wrong = (times: number, name = '罗秀英') => {
  for (let i = 0; i < times; i++) throttle().failed(name);
};
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

describe('wrong passwords in a row', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 60],
    [7, 60],
    [8, 900],
    [10, 3600],
    [30, 3600],
  ])('after %i of them one waits %i seconds', (times, seconds) => {
    wrong(times);
    expect([throttle().countOf('罗秀英'), throttle().waitFor('罗秀英')]).toEqual([times, seconds]);
  });

  it('the wait runs off, and the next wrong one starts it again', () => {
    wrong(5);
    later(59);
    expect(throttle().waitFor('罗秀英')).toBe(1);
    later(1);
    expect(throttle().waitFor('罗秀英')).toBe(0);
    wrong(1);
    expect(throttle().waitFor('罗秀英')).toBe(60);
  });

  it('a right one ends it, for this person only', () => {
    wrong(6);
    wrong(6, '陈志强');
    throttle().succeeded('罗秀英');
    expect([throttle().waitFor('罗秀英'), throttle().waitFor('陈志强')]).toEqual([0, 60]);
    throttle().succeeded('黄国强');
  });

  it('a clock that is set back makes the wait no longer, a restart no shorter', () => {
    wrong(8);
    later(-86_400);
    expect(throttle().waitFor('罗秀英')).toBe(900);
    later(890);
    expect(throttle().waitFor('罗秀英')).toBe(10);
    later(10);
    expect(throttle().waitFor('罗秀英')).toBe(0);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'somebody called %s is counted like anybody',
    (name) => {
      expect([throttle().waitFor(name), throttle().countOf(name)]).toEqual([0, 0]);
      wrong(5, name);
      expect([throttle().waitFor(name), throttle().countOf(name)]).toEqual([60, 5]);
      throttle().succeeded(name);
      expect(throttle().waitFor(name)).toBe(0);
    },
  );

  it.each(['', '{', '[]', '[["罗秀英",{"count":"many"}]]', '{"罗秀英":{"count":5,"until":0}}', 'null'])(
    'a damaged file (%j) locks nobody out and is written anew',
    (text) => {
      writeFileSync(join(folder, 'tries.json'), text);
      expect(throttle().waitFor('罗秀英')).toBe(0);
      wrong(5);
      expect(throttle().waitFor('罗秀英')).toBe(60);
    },
  );
});
