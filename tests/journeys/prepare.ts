import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { openDesk } from '../../desk/open.ts';
import { ADMINISTRATOR, type Member, TOWN } from './people.ts';

interface Place {
  code: string;
  name: string;
}

/** Which desk is set up. */
export interface Installed {
  folder: string;
  town?: Place;
  /** Letter of the PC in its town. */
  letter?: string;
  members: readonly Member[];
}

/** Makes a call of the contract; a refusal is an error here. */
export type Call = <T>(method: string, input: object) => Promise<T>;

/** The first run of the journeys pays what a real one pays; the others open what was made at a fraction of it. */
const CHEAP = { memoryKiB: 1024, passes: 1 };

/** Opens the desk of a folder in this process, lets `work` call it, and closes it again. */
export async function withDesk(folder: string, work: (call: Call) => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ports = {
    printPdf: () => Promise.reject(new Error('nothing is printed here')),
    fetch,
    now: () => new Date(),
  };
  const desk = await openDesk({ folder, version: '0.0.0', ports, cost: CHEAP });
  try {
    await work(async (method, input) => {
      const answer = await desk.call('preparation', method, { commandId: randomUUID(), ...input });
      if (!answer.ok) throw new Error(`${method} was refused: ${JSON.stringify(answer.refusal)}`);
      return answer.value as never;
    });
  } finally {
    await desk.close();
  }
}

/**
 * A desk as it stands after the first run (whose own journey walks through the pages): set up through the contract, the
 * recovery code typed back, everybody's account made.
 */
export const install = ({ folder, town = TOWN, letter = 'A', members }: Installed): Promise<void> =>
  withDesk(folder, async (call) => {
    const { recoveryCode } = await call<{ recoveryCode: string }>('setup.create', {
      townCode: town.code,
      organName: `兴宁市${town.name}人民政府`,
      organCode: `${town.name.replace(/镇$/, '')}府`,
      statutoryRole: 'ART23_ORGAN',
      letter,
      contactPerson: ADMINISTRATOR.name,
      contactPhone: '0753-0000000',
      superiorOrgan: '兴宁市人民政府',
      administratorName: ADMINISTRATOR.name,
      password: ADMINISTRATOR.password,
      alsoClerk: true,
    });
    await call('setup.confirmRecovery', { recoveryCode });
    await call('session.signIn', { name: ADMINISTRATOR.name, password: ADMINISTRATOR.password });
    for (const { name, password, roles } of members)
      if (name !== ADMINISTRATOR.name) await call('accounts.add', { name, password, roles });
  });
