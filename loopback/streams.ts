import type { IncomingMessage, ServerResponse } from 'node:http';
import { TOPICS } from '../contract/deskContract.ts';
import type { Presence } from './presence.ts';

/** The open `/changes` streams: they carry what changed to the pages, and show the program that a window is there. */
export interface Streams {
  open(connection: string, request: IncomingMessage, response: ServerResponse): void;
  tell(topics: readonly string[]): void;
  /** How many windows listen now. */
  count(): number;
  close(): void;
}

/** Between two signs of life (ms); the page takes 15 s of silence for a dead connection. */
const SIGN_OF_LIFE = 5000;

/** Streams of one program; `onCount` hears each time a window comes or goes, `presence` which one it was. */
export function createStreams(
  onCount: (count: number) => void,
  presence: Pick<Presence, 'came' | 'went'>,
): Streams {
  const open = new Set<ServerResponse>();
  const timer = setInterval(() => {
    for (const response of open) response.write(': \n\n');
  }, SIGN_OF_LIFE).unref();
  const event = (topics: readonly string[]) => `data: ${JSON.stringify(topics)}\n\n`;
  return {
    open(connection, request, response) {
      open.add(response);
      presence.came(connection);
      request.socket.setTimeout(0);
      // Every topic first: a page that was cut off asks again for everything it shows.
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(event(TOPICS));
      response.on('close', () => {
        open.delete(response);
        presence.went(connection);
        onCount(open.size);
      });
      onCount(open.size);
    },
    tell(topics) {
      for (const response of open) response.write(event(topics));
    },
    count: () => open.size,
    close() {
      clearInterval(timer);
      for (const response of open) response.end();
    },
  };
}
