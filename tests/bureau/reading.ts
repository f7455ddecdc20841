/** A desk that reads feeds as a reader must, checking every page. */
import { expect } from 'vitest';
import { fromB64, toB64 } from '../../sync/bytes.ts';
import { EMPTY_DIGEST, hashNotice, hashPage, nextDigest } from '../../sync/feed.ts';
import { servePages } from '../../sync/feedPages.ts';
import { hashFrame } from '../../sync/frame.ts';
import { verifyHash } from '../../sync/keys.ts';
import type { Page } from '../../sync/protocol.ts';
import type { MadeUpDesk } from './madeUpDesk.ts';
import { type FreshBureau, NOW } from './stores.ts';

/** Scope → cursor and digest, as a pull says where its reader stands. */
export type Feeds = Record<string, [number, string]>;
export const START: [number, string] = [0, toB64(EMPTY_DIGEST)];

/** One pull, as the bureau answers it. */
export const pull = ({ bureau, store }: FreshBureau, desk: MadeUpDesk, feeds: Feeds, bytes = 1_000_000) =>
  servePages(bureau, store, { stream: desk.stream, feeds, bytes }, NOW);

/** Pages of these scopes, each checked as a reader must check it. */
export async function pages(
  bureau: FreshBureau,
  desk: MadeUpDesk,
  feeds: Feeds,
  bytes?: number,
): Promise<Page[]> {
  const answer = await pull(bureau, desk, feeds, bytes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  for (const page of answer.value.pages) check(bureau, page, feeds[page.scope] ?? START);
  return answer.value.pages;
}

/** Dense, digest and signature (PL2). */
function check({ bureau }: FreshBureau, page: Page, [cursor, digest]: [number, string]): void {
  let end: Buffer = fromB64(digest);
  page.items.forEach((item, i) => {
    expect(item.c).toBe(cursor + 1 + i);
    const hash = item.e ? hashFrame(fromB64(item.e.f)) : hashNotice(item.note ?? '');
    end = nextDigest(end, item.k, hash);
  });
  expect({ from: page.from, to: page.to, digest: page.digest }).toEqual({
    ...{ from: cursor + 1, to: cursor + page.items.length, digest: toB64(end) },
  });
  const signed = hashPage(page.scope, page.from, page.to, fromB64(page.digest));
  expect(verifyHash(bureau.keys.publicKey, signed, fromB64(page.sig))).toBe(true);
}
