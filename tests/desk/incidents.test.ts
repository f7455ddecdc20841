import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createIncidents } from '../../desk/incidents.ts';
import { newFolder, opened, setUp, signedIn, taken } from './premises.ts';

const now = () => new Date('2026-03-02T17:30:00Z');
const linesOf = (folder: string) =>
  readFileSync(join(folder, 'incidents.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a bug', () => {
  it('is answered with a number that stands in the log, and what the call wrote is undone', async () => {
    const house = await opened(newFolder(onTestFinished));
    onTestFinished(() => house.desk.close());
    await setUp(house);
    const client = await signedIn(house, 'a');
    const settings = taken(await client.unit.get({}));
    for (const name of ['keys.json', 'keys.copy.json']) rmSync(join(house.folder, name));
    const changed = { ...settings, contactPerson: '张德福' };
    const answer = await client.unit.update({ commandId: randomUUID(), settings: changed });
    const incident = answer.ok ? '' : answer.refusal.detail?.incident;
    expect(incident).toMatch(/^20260302-[0-9A-F]{4}$/);
    expect(linesOf(house.folder)).toMatchObject([{ incident, method: 'unit.update', name: 'Error' }]);
    expect(taken(await client.unit.get({}))).toEqual(settings);
    expect(readFileSync(join(house.folder, 'incidents.log'), 'utf8')).not.toContain('张德福');
  });

  it('is written with its frames, without its words and without the folders of this computer', () => {
    const folder = newFolder(onTestFinished);
    const cause = new TypeError('phone 13800000000\n    at home of 张德福 (/home/zhang/a.ts:1:2)');
    const incident = createIncidents(folder, now)(
      new Error('身份证 441481196203050018', { cause }),
      'cases.get',
    );
    expect(incident).toMatch(/^20260303-[0-9A-F]{4}$/);
    const [line] = linesOf(folder);
    expect(line).toEqual({
      ...{ incident, at: '2026-03-03T01:30:00+08:00', method: 'cases.get', name: 'Error' },
      frames: expect.any(Array),
      cause: { name: 'TypeError', frames: expect.any(Array) },
    });
    const text = readFileSync(join(folder, 'incidents.log'), 'utf8');
    expect(text).toMatch(/desk\/incidents\.test\.ts:\d+:\d+/);
    const personal = ['441481', '13800000000', '张德福', 'zhang', process.cwd()];
    expect(personal.filter((word) => text.includes(word))).toEqual([]);
  });

  it('may be anything that is thrown', () => {
    const folder = newFolder(onTestFinished);
    const report = createIncidents(folder, now);
    for (const thrown of ['张德福', null, undefined, { name: '张德福' }]) report(thrown, 'x.y');
    expect(linesOf(folder).map(({ name }) => name)).toEqual(['string', 'object', 'undefined', 'object']);
  });

  it('puts a full log aside and begins a new one', () => {
    const folder = newFolder(onTestFinished);
    const report = createIncidents(folder, now);
    writeFileSync(join(folder, 'incidents.log'), '');
    truncateSync(join(folder, 'incidents.log'), 1024 * 1024);
    report(new Error('x'), 'x.y');
    expect(statSync(join(folder, 'incidents.1.log')).size).toBe(1024 * 1024);
    expect(linesOf(folder).length).toBe(1);
  });

  it('is answered with a number when nothing can be written', () => {
    const folder = join(newFolder(onTestFinished), 'gone');
    expect(createIncidents(folder, now)(new Error('x'), 'x.y')).toMatch(/^20260303-[0-9A-F]{4}$/);
    expect(existsSync(folder)).toBe(false);
  });
});
