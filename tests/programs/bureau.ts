import { randomUUID } from 'node:crypto';
import { type BureauContract, bureauContract } from '../../contract/bureauConsole.ts';
import { type Client, createClient } from '../../contract/client.ts';
import type { Result } from '../../domain/result.ts';
import { type Program, startProgram } from '../journeys/shell.ts';
import { taken } from './desk.ts';

interface Account {
  name: string;
  password: string;
}

/** The bureau's own program, running, with its administrator signed in. */
export interface RunningBureau {
  url: string;
  program: Program;
  console: Client<BureauContract>;
  officer: Account;
  /** A one-time code for a desk of the unit. */
  code(unit: string): Promise<string>;
  end(signal?: NodeJS.Signals): Promise<void>;
}

const OFFICER_PASSWORD = '一次办好绝不折返';

/** Starts the server on this data folder and port (any free one); a new bureau's one-time password is changed. */
export async function startBureau(
  folder: string,
  { env = process.env, port = '0' }: { env?: NodeJS.ProcessEnv; port?: string } = {},
): Promise<RunningBureau> {
  const program = startProgram(['bureau/main.ts', '--data', folder, '--port', port, '--json'], env);
  const line = (await program.firstLine) as { url: string; administrator: Account | null };
  const url = line.url.replace(/\/$/, '');
  const officer = { name: line.administrator?.name ?? '管理员', password: OFFICER_PASSWORD };
  const client = consoleAt(url);
  const first = line.administrator?.password ?? officer.password;
  taken(await client.session.signIn({ name: officer.name, password: first }));
  if (line.administrator) {
    const change = { commandId: randomUUID(), oldPassword: first, newPassword: officer.password };
    taken(await client.session.changePassword(change));
  }
  return {
    ...{ url, program, console: client, officer },
    code: async (unit) =>
      taken(await client.desks.createCode({ commandId: randomUUID(), unit, days: 7 })).code,
    end: (signal = 'SIGTERM') => program.end(signal),
  };
}

/** An officer's page without the page: the console's calls over HTTP, with its cookie. */
export function consoleAt(url: string): Client<BureauContract> {
  let cookie = '';
  return createClient(bureauContract, async (method, input) => {
    const answer = await fetch(`${url}/console/${method.replace('.', '/')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify(input),
    });
    const given = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (given !== undefined) cookie = given;
    return (await answer.json()) as Result<unknown, string>;
  });
}
