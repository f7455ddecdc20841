import type { Send, WireAnswer, WireRequest } from '../../sync/envelope.ts';

/** What the network does to one request. */
export type Fate =
  | 'deliver'
  /** The request never arrives. */
  | 'drop'
  /** It arrives and is done; the answer is lost. */
  | 'lose-answer'
  /** It arrives twice; the second answer is the one that comes back. */
  | 'twice'
  /** It arrives cut off. */
  | 'cut-request'
  /** The answer arrives cut off. */
  | 'cut-answer'
  /** It does not arrive now, but later, when nobody waits for it any more. */
  | 'delay'
  /** A login page answers in the bureau's place. */
  | 'login-page';

export const FATES: readonly Fate[] = [
  'deliver',
  'drop',
  'lose-answer',
  'twice',
  'cut-request',
  'cut-answer',
  'delay',
  'login-page',
];

const loginPage: WireAnswer = { status: 200, headers: {}, body: Buffer.from('<html>请先登录网络</html>') };
const lost = () => Promise.reject(new Error('connection reset'));
const half = (body: Uint8Array) => Buffer.from(body.subarray(0, Math.floor(body.length / 2)));

/** A network that delivers when told: `fate` is asked before each request. */
export function createNetwork(bureau: Send, fate: (request: WireRequest) => Fate) {
  const late: WireRequest[] = [];
  const sent: WireRequest[] = [];
  const send: Send = async (request) => {
    sent.push(request);
    switch (fate(request)) {
      case 'deliver':
        return bureau(request);
      case 'drop':
        return lost();
      case 'lose-answer':
        await bureau(request);
        return lost();
      case 'twice':
        await bureau(request);
        return bureau(request);
      case 'cut-request':
        return bureau({ ...request, body: half(request.body) });
      case 'cut-answer': {
        const answer = await bureau(request);
        return { ...answer, body: half(answer.body) };
      }
      case 'delay':
        late.push(request);
        return lost();
      case 'login-page':
        return loginPage;
    }
  };
  return {
    send,
    sent,
    /** Delivers what was held back, in any order, to a bureau that has long gone on. */
    async deliverLate(): Promise<void> {
      for (const request of late.splice(0).reverse()) await bureau(request);
    },
  };
}
