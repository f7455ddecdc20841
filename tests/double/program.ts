import type { Page } from 'playwright-core';

/** A running desk in Electron or its double; tests use nothing else, so that they run over both. */
export interface DeskProgram {
  kind: 'electron' | 'double';
  /** The desk's page as soon as it is there. */
  firstWindow(): Promise<Page>;
  windows(): Page[];
  /** Runs a function in the main process: `(electron, arg) => …`. It is sent as text, so it sees its arguments only. */
  // biome-ignore lint/suspicious/noExplicitAny: each test names the part of `electron` that it uses
  evaluate<T, A = undefined>(work: (electron: any, arg: A) => T | Promise<T>, arg?: A): Promise<T>;
  /** Ends it as a person does; answers the exit code. */
  close(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Resolves with the exit code when the program has ended, for whatever reason. */
  ended: Promise<number | null>;
  /** What it printed. */
  output(): string;
}

export interface LaunchOptions {
  /** The bundled main program. */
  main: string;
  /** Data folder of the desk. */
  data: string;
  env?: Record<string, string>;
  /** Started from an installed package; default false. A real Electron knows it by itself. */
  packaged?: boolean;
  /** False for a program that is expected to end before it is ready. */
  waitReady?: boolean;
}

/** Asks until there is an answer; 30 s are plenty for a busy machine. */
export async function until<T>(ask: () => T | undefined, complaint: () => string): Promise<T> {
  for (let round = 0; round < 600; round += 1) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(complaint());
}
