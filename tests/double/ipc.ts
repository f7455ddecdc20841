import { EventEmitter } from 'node:events';
import type { Frame } from 'playwright-core';
import { fromHttp } from './address.ts';
import { strict } from './strict.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = strict(
  'ipcMain',
  Object.assign(new EventEmitter(), {
    handle(channel: string, handler: Handler) {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
    removeHandler: (channel: string) => void handlers.delete(channel),
  }),
);

/** What Electron calls a WebFrameMain; one object a frame, so that `===` works. */
export interface WebFrame {
  readonly url: string;
  readonly parent: WebFrame | null;
}

const frames = new WeakMap<Frame, WebFrame>();

/** The one WebFrameMain of a Chromium frame. */
export function webFrame(frame: Frame): WebFrame {
  const known = frames.get(frame) ?? {
    get url() {
      return fromHttp(frame.url());
    },
    get parent() {
      const parent = frame.parentFrame();
      return parent ? webFrame(parent) : null;
    },
  };
  frames.set(frame, known);
  return known;
}

/** An answer on its way back to the page; an error crosses as its text only, as in Electron. */
export type InvokeAnswer = { ok: true; value: unknown } | { ok: false; text: string };

/** One `ipcRenderer.invoke`. */
export async function invoke(
  sender: object,
  frame: Frame,
  channel: string,
  args: unknown[],
): Promise<InvokeAnswer> {
  const event = { sender, senderFrame: webFrame(frame), processId: 1, frameId: 1 };
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    // Electron clones both ways; what cannot be cloned must fail here too.
    return { ok: true, value: structuredClone(await handler(event, ...args)) };
  } catch (error) {
    return { ok: false, text: String(error) };
  }
}
