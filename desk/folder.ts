import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The data folder of the person at this computer; both shells use the same one. */
export function defaultFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const name = 'FengqiaoDesk';
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), name);
}

/** Makes the folder if it is not there, for this person only, and answers its real path. */
export function prepareFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return realpathSync(folder);
}

/** A data folder that this process alone works with. */
export interface Hold {
  release(): void;
}

/** Longest wait (ms) for the first process to say that it heard us. */
const ANSWER_WAIT = 3000;

/**
 * Takes the folder for this process, whichever shell it is; the operating system gives it back when the process dies,
 * however that happens. When another process has it, that one is asked to show itself (`onSecond` there) and the
 * answer is null. Two computers on one network folder are not seen by this.
 */
export async function holdFolder(folder: string, onSecond: () => void): Promise<Hold | null> {
  const address = addressOf(folder);
  for (let round = 0; round < 3; round += 1) {
    const server = await listen(address, onSecond);
    if (server) return { release: () => server.close() };
    if (await knock(address)) return null;
    // Nobody behind the name: a socket file that a killed process left (only where names are files), or it just ended.
    if (isFile(address)) rmSync(address, { force: true });
  }
  return null;
}

/**
 * Linux and Windows have socket names that vanish with their process; elsewhere it is a file in the folder.
 * Person and path are hashed into the name, so two people of one computer never share it.
 */
function addressOf(folder: string): string {
  const hash = createHash('sha256').update(`${userInfo().username}\0${folder}`).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\fengqiao-desk-${hash}`;
  return process.platform === 'linux' ? `\0fengqiao-desk-${hash}` : join(folder, 'desk.sock');
}

const isFile = (address: string) => !address.startsWith('\0') && !address.startsWith('\\\\');

/** The server that holds the name; undefined when the name is taken. */
function listen(address: string, onSecond: () => void): Promise<Server | undefined> {
  return new Promise((done, refuse) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end('here');
      onSecond();
    });
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(undefined) : refuse(error),
    );
    server.listen(address, () => {
      // The name alone must not keep a program alive that has nothing else to do.
      server.unref();
      done(server);
    });
  });
}

/** Whether somebody is behind the name; a process that hangs counts as somebody. */
function knock(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    const end = (found: boolean) => {
      socket.destroy();
      done(found);
    };
    socket.setTimeout(ANSWER_WAIT, () => end(true));
    socket.on('data', () => end(true));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
  });
}
