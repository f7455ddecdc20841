import type { Bureau, BureauStore } from '../sync/bureauStore.ts';
import { close } from '../sync/docket.ts';
import { appendBureau, type BureauFact, openOwn } from '../sync/ownStream.ts';
import { type Database, inTransaction, type Transaction } from './database.ts';
import { readerOn } from './storeReader.ts';
import { writerOn } from './storeWriter.ts';

/** The bureau's store on PostgreSQL: the port of `sync/` and nothing more. */
export const createStore = (orm: Database): BureauStore => ({
  reader: readerOn(orm),
  write: (work) => inTransaction(orm, (tx) => work(writerOn(tx))),
});

/**
 * Adds facts of the bureau itself within the transaction of a command: signed, judged, projected and fed like a desk's.
 * Call it once, with all facts of the command, and after everything else: feeds are locked last (FD2).
 */
export async function appendFacts(
  bureau: Bureau,
  tx: Transaction,
  now: string,
  facts: readonly BureauFact[],
): Promise<void> {
  const own = await openOwn(bureau, writerOn(tx), now);
  for (const fact of facts) await appendBureau(own, fact);
  await close(own.docket);
}
