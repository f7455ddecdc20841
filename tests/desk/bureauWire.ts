/** A desk whose network is in the test's hand, and a real bureau in memory behind it. Everybody is made up. */

import type { WireAnswer, WireRequest } from '../../sync/envelope.ts';
import { openInMemoryBureau } from '../sync/bureau.ts';
import { TOWN } from './madeUp.ts';
import { openWorkplace } from './workplace.ts';

/** What the network says in the bureau's place; null lets the bureau answer. */
export type Interference = (request: WireRequest, signal: AbortSignal) => Promise<Response | null>;

const asResponse = ({ status, headers, body }: WireAnswer): Response =>
  new Response(new Uint8Array(body), { status, headers: headers as Record<string, string> });

export type BureauOfTown = Awaited<ReturnType<typeof openBureauOfTown>>;

/** A bureau that the desk of the town can be enrolled at. */
export const openBureauOfTown = () =>
  openInMemoryBureau(
    () => new Date('2026-03-02T09:15:00+08:00'),
    [TOWN, { code: '441481105', name: '刁坊镇' }],
  );

/** A desk, not enrolled, whose own background exchange is ended: tests begin one of their own. */
export async function openDeskOnWire(bureau: BureauOfTown, letter: string) {
  const wire = { interfere: (async () => null) as Interference, sent: [] as string[] };
  const carry = async (url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const request: WireRequest = {
      path: new URL(String(url)).pathname,
      headers: init.headers as Record<string, string>,
      body: Buffer.from(init.body as Uint8Array),
    };
    wire.sent.push(request.path);
    const signal = init.signal ?? new AbortController().signal;
    return (await wire.interfere(request, signal)) ?? asResponse(await bureau.answer(request));
  };
  const desk = openWorkplace({ letter, fetch: carry });
  await desk.sync.stop();
  return { desk, wire };
}

/** Asks `sync` to enrol the desk with a new code of the town. */
export const enrolInput = async (bureau: BureauOfTown, commandId: string) => ({
  ...{ commandId, url: 'http://bureau.test', code: await bureau.code(TOWN.code), deskName: '一号接访台' },
});
