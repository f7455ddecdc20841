import { writeEnrolment } from '../../desk/enrolment.ts';
import { toB64 } from '../../sync/bytes.ts';
import { expand, H_NONCE, packAnswer, type WireAnswer, type WireRequest } from '../../sync/envelope.ts';
import { EMPTY_DIGEST, type FeedKind, hashNotice, hashPage, nextDigest } from '../../sync/feed.ts';
import { type Frame, NO_HASH, sealFrame, toWire } from '../../sync/frame.ts';
import { ALG, type KeyPair, makeKeyPair, signHash, streamIdOf } from '../../sync/keys.ts';
import type { FeedItem, Page } from '../../sync/protocol.ts';
import type { TestDesk } from './desk.ts';

/** What a bureau says to one request: a reply of the protocol, or bytes that are none. */
export type Said = { ok: boolean; value?: unknown; refusal?: unknown } | WireAnswer;
type Script = (path: string, json: never, n: number) => Said | Promise<Said>;

const NOW = '2026-03-02T01:00:00.000Z';

/**
 * A bureau that says exactly what a test tells it, for what an honest one never says. It holds its own key, so its answers
 * count unless the test takes care that they do not.
 */
export function scriptedBureau(script: Script) {
  const keys = makeKeyPair();
  const heard: { path: string; json: unknown; bytes: number }[] = [];
  return {
    keys,
    stream: streamIdOf(keys.publicKey),
    heard,
    async answer(request: WireRequest): Promise<WireAnswer> {
      const json = expand(request.body);
      heard.push({ path: request.path, json, bytes: request.body.length });
      const said = await script(request.path, json as never, heard.length);
      return 'status' in said ? said : packAnswer(request.headers[H_NONCE] ?? '', 200, said, keys);
    },
    /** Makes this the desk's bureau without asking. */
    adopt(desk: TestDesk): void {
      const answer = {
        ...{ bureauName: '试验信访局', bureauKey: keys.publicKey, bureauStream: streamIdOf(keys.publicKey) },
        ...{ stream: desk.identity.stream, unit: desk.identity.unit, scopes: scopesOf(desk), now: NOW },
      };
      desk.db.write(() => writeEnrolment(desk.db.orm, 'http://bureau.test', answer));
    },
  };
}

export type ScriptedBureau = ReturnType<typeof scriptedBureau>;

export const scopesOf = ({ identity: { stream, unit } }: TestDesk): string[] => [
  'dir',
  `unit:${unit.code}`,
  `mail:${stream}`,
];

/** A hello that has nothing of the desk, or as far as told. */
export const helloOf = (desk: TestDesk, head: [number, string] = [0, NO_HASH], limits = {}) => ({
  ok: true,
  value: {
    ...{ epoch: 'e1', now: NOW, head, scopes: scopesOf(desk), feeds: {} },
    limits: { events: 500, bytes: 1024 * 1024, ...limits },
  },
});

/** Pages that say that no feed has anything. */
export const nothingNew = (desk: TestDesk, keys: KeyPair) => ({
  ok: true,
  value: { now: NOW, pages: scopesOf(desk).map((scope) => pageOf(keys, scope, [])) },
});

/** A signed event of some stream. */
export function eventOf(keys: KeyPair, change: Partial<Frame>) {
  const frame: Frame = {
    ...{
      alg: ALG,
      stream: streamIdOf(keys.publicKey),
      seq: 1,
      prev: NO_HASH,
      id: `id-${toB64(keys.privateKey.export({ type: 'pkcs8', format: 'der' })).slice(-12)}-${change.seq ?? 1}`,
    },
    ...{ type: 'note-added', v: 1, case: 'case-x', scope: 'unit:1', custody: 0 },
    ...{ actor: JSON.stringify({ id: 'clerk-Z', name: '温小敏' }), hlc: '', blobs: [] },
    ...{ claimed: '2026-03-02T09:00:00+08:00', entered: '2026-03-02T09:00:00+08:00' },
    ...{ clk: { off: null, src: 'none' as const }, body: JSON.stringify({ text: '补记' }) },
    ...change,
  };
  return toWire(sealFrame(frame, keys.privateKey));
}
export type Wire = ReturnType<typeof eventOf>;

/** A signed page from the beginning of a feed; `spoil` makes it what an honest bureau never sends. */
export function pageOf(
  keys: KeyPair,
  scope: string,
  entries: readonly { k?: FeedKind; e?: Wire; note?: string }[],
  spoil: (page: Page) => Page = (page) => page,
): Page {
  let digest: Buffer = EMPTY_DIGEST;
  const items = entries.map(({ k = 'event', ...entry }, i): FeedItem => {
    const hash = entry.e ? Buffer.from(entry.e.h, 'base64url') : hashNotice(entry.note ?? '');
    digest = nextDigest(digest, k, hash);
    return { c: i + 1, k, ...entry };
  });
  const sig = toB64(signHash(keys.privateKey, hashPage(scope, 1, items.length, digest)));
  const ends = { from: 1, to: items.length, head: items.length, more: false };
  return spoil({ scope, ...ends, digest: toB64(digest), sig, items });
}
