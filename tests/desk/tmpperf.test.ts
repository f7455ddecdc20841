import { it } from 'vitest';
import { registration } from '../../desk/registration.ts';
import { clerk, leader, id, item } from './madeUp.ts';
import { openWorkplace } from './workplace.ts';
import { addDays } from '../../domain/localDate.ts';
it('perf', async () => {
  const desk = openWorkplace();
  const at = desk.workplace;
  const reg = registration(() => at);
  const names = '张李王陈罗黄刘温曾钟'.split('');
  const ids: string[] = [];
  const t0 = performance.now();
  for (let b = 0; b < 20; b++) at.db.write(() => {
    for (let i = 0; i < 1000; i++) {
      const n = b * 1000 + i;
      const a = reg.register({ commandId: id(), registration: item({ receivedOn: addDays('2026-03-02', -(n % 700)), purpose: n % 50 === 0 ? 'ACCUSE' : 'CLAIM', title: `第${n}件 村道修复请求`, petitioners: [{ name: names[n % 10] + '某' + names[(n / 10 | 0) % 10], lead: true, representative: false, phone: String(13800000000 + n) }] }) } as never, clerk) as any;
      ids.push(a.value.caseId);
    }
  });
  console.log('fill', ((performance.now() - t0) / 20000).toFixed(3), 'ms/case');
  at.db.sqlite.exec("update event set verdict='accepted' where seq % 10 <> 0");
  const p95 = async (name: string, f: (i: number) => Promise<unknown>) => {
    const t: number[] = [];
    for (let i = 0; i < 60; i++) { const s = performance.now(); await f(i); t.push(performance.now() - s); }
    t.sort((a, b) => a - b);
    console.log(name.padEnd(20), 'p50', t[30]!.toFixed(1), 'p95', t[57]!.toFixed(1));
  };
  for (const who of [clerk, leader]) {
    const l = (f: object) => () => desk.must(who, 'cases', 'list', f);
    console.log(who.name);
    await p95('list default', l({}));
    await p95('list offset', l({ offset: 15000 }));
    await p95('list due', l({ sort: 'due' }));
    await p95('list number', l({ sort: 'number' }));
    await p95('list text', l({ text: '修复' }));
    await p95('list text rare', l({ text: '19999' }));
    await p95('list initials', l({ text: 'zm' }));
    await p95('list status', l({ status: ['registered'] }));
    await p95('list category', l({ category: 'C0302' }));
    await p95('list channel', l({ channel: ['LETTER'] }));
    await p95('list ours', l({ custody: 'ours' }));
    await p95('list elsewhere', l({ custody: 'elsewhere' }));
    await p95('list overdue', l({ due: 'overdue' }));
    await p95('list week', l({ due: 'week' }));
    await p95('get', (i) => desk.must(who, 'cases', 'get', { caseId: ids[i * 300]! }));
    await p95('today', () => desk.must(who, 'today', 'overview', {}));
  }
  await p95('register', () => desk.register());
  await desk.close();
}, 600000);
