import type { Topic } from '../contract/deskContract.ts';
import type { Db } from '../db/open.ts';
import type { Identity } from '../sync/log.ts';

/** What the shell lends to the desk: everything outside that is not the disk. */
export interface Ports {
  /** The PDF of a complete HTML page that loads and runs nothing. Rejects where there is no browser. */
  printPdf(html: string): Promise<Uint8Array>;
  fetch: typeof fetch;
  now(): Date;
}

/** An opened data folder: what every feature works with while somebody is signed in. */
export interface Workplace {
  folder: string;
  /** Made-up people, its own database, never enrolled at a bureau. */
  training: boolean;
  db: Db;
  identity: Identity;
  /** 32 bytes; keys of attachments are derived from it. */
  dataKey: Buffer;
  ports: Ports;
  version: string;
  /** Tells the pages which topics to ask for again; after the commit, never within it. */
  changed(topics: readonly Topic[]): void;
}

/** Gives the workplace of the seat a call came from; a call before sign-in never gets here. */
export type At = () => Workplace;
