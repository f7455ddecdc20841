import type { Bureau, BureauStore, StreamRow } from './bureauStore.ts';
import { DIRECTORY, mailScope, unitScope } from './feed.ts';
import { type Hello, type HelloNo, type HelloOk, MAX_BYTES, MAX_EVENTS, PROTO } from './protocol.ts';
import { ok, type Reply, refused } from './reply.ts';

/** What a desk may read (FD3). Accusation material is not among it until somebody certifies a desk for it (FD8). */
export const scopesOf = ({ stream, unit }: Pick<StreamRow, 'stream' | 'unit'>): string[] => [
  DIRECTORY,
  unitScope(unit.code),
  mailScope(stream),
];

/**
 * Answers a hello with what the bureau has (PU1) and notes how the desk is. A desk whose last event is another one than
 * ours of that number has a twin: its stream is frozen before anything collides (PU6).
 */
export const greet = (
  bureau: Bureau,
  store: BureauStore,
  hello: Hello,
  now: string,
): Promise<Reply<HelloOk, HelloNo>> =>
  store.write(async (tx) => {
    if (hello.proto > PROTO) return no('UPGRADE');
    const stream = await tx.lockStream(hello.stream);
    if (stream?.kind !== 'desk') return no('UNKNOWN_STREAM');
    await tx.noteContact(stream.stream, {
      at: now,
      waiting: hello.waiting,
      calendarVersion: hello.calendar,
      appVersion: hello.app,
      clockBehind: clockBehind(hello.now, now),
    });
    if (stream.state === 'refused') return no('REVOKED');
    if (stream.state === 'forked') return no('FENCE_FORK');
    const [seq, hash] = hello.head;
    const have = seq > 0 ? (await tx.storedBetween(stream.stream, seq, seq))[0] : undefined;
    if (have && have.hash.toString('hex') !== hash) {
      await tx.setState(stream.stream, 'forked');
      return no('FENCE_FORK');
    }
    const scopes = scopesOf(stream);
    const heads = new Map((await tx.readHeads(scopes)).map(({ scope, cursor }) => [scope, cursor]));
    return ok({
      epoch: bureau.epoch,
      now,
      head: [stream.seq, stream.hash.toString('hex')],
      scopes,
      feeds: Object.fromEntries(scopes.map((scope) => [scope, heads.get(scope) ?? 0])),
      limits: { events: MAX_EVENTS, bytes: MAX_BYTES },
    });
  });

const no = (code: HelloNo['code']): Reply<HelloOk, HelloNo> => refused({ code, detail: '' });

/** Milliseconds the desk's clock was behind ours; null when it says no time, or one beyond what is plausible to keep. */
function clockBehind(theirs: string, ours: string): number | null {
  const behind = Date.parse(ours) - Date.parse(theirs);
  return Number.isSafeInteger(behind) ? behind : null;
}
