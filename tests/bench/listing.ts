import type { InputOf } from '../../contract/define.ts';
import type { deskContract } from '../../contract/deskContract.ts';
import { type signedInDesk, taken } from '../programs/desk.ts';
import { type Figure, quantile, timed } from './figure.ts';

type Client = Awaited<ReturnType<typeof signedInDesk>>['client'];
type Filter = InputOf<typeof deskContract.cases.list>;

const FILTERS: readonly Filter[] = [
  {},
  { text: '征地' },
  { text: '罗' },
  { text: 'lxy' },
  { text: '00012' },
  { due: 'overdue' },
  { due: 'week', sort: 'due' },
  { status: ['registered'], channel: ['LETTER'] },
  { category: 'C0401', offset: 200 },
  { sort: 'number', offset: 10_000 },
];
const ROUNDS = 40;

/** (c) List and case page over the prepared desk: time of the call through dispatch, parsed in and out. */
export async function listing(client: Client, caseIds: readonly string[]): Promise<Figure[]> {
  const lists: number[] = [];
  const pages: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const filter of FILTERS)
      lists.push(await timed(async () => taken(await client.cases.list({ ...filter, limit: 50 }))));
    for (let i = 0; i < FILTERS.length; i += 1) {
      const caseId = caseIds[(round * 997 + i * 131) % caseIds.length] as string;
      pages.push(await timed(async () => taken(await client.cases.get({ caseId }))));
    }
  }
  const figure = (name: string, samples: number[]): Figure => ({
    name,
    value: quantile(samples, 0.95),
    unit: 'ms',
    reference: quantile(samples, 0.5),
    barOn: 'value',
    bar: 20,
  });
  return [figure('list-p95-of-20000', lists), figure('case-page-p95-of-20000', pages)];
}
