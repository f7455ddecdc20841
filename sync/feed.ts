import { taggedHash } from './bytes.ts';

/** What a feed entry is (FD1): a new event, an old one handed over, an order to hide, a message to one desk. */
export type FeedKind = 'event' | 'backfill' | 'evict' | 'notice';

/** Scopes (FD3). `restricted` carries accusation material and is read only by desks certified for it. */
export const unitScope = (unitCode: string): string => `unit:${unitCode}`;
export const restrictedScope = (unitCode: string): string => `unit:${unitCode}:restricted`;
export const mailScope = (stream: string): string => `mail:${stream}`;
export const DIRECTORY = 'dir';

/** Digest before the first entry. */
export const EMPTY_DIGEST = Buffer.alloc(32);

/** FD4: digest(n) = SHA-256(digest(n−1) ‖ kind ‖ entry hash). Equal cursor and digest = equal entries. */
export const nextDigest = (before: Uint8Array, kind: FeedKind, entryHash: Uint8Array): Buffer =>
  taggedHash('fd1', before, kind, entryHash);

/** Hash of a notice's exact JSON text, which stands where an event hash would. */
export const hashNotice = (text: string): Buffer => taggedHash('nt1', text);

/** What the bureau signs of a page: scope, range and the digest at its end. */
export const hashPage = (scope: string, from: number, to: number, digest: Uint8Array): Buffer =>
  taggedHash('pg1', `${scope}\n${from}\n${to}\n`, digest);
