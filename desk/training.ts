import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from '../contract/dispatch.ts';
import { readSetting, writeSetting } from '../db/desk.ts';
import { beijingDate, beijingTime, type LocalDate } from '../domain/localDate.ts';
import { Role } from '../domain/person.ts';
import { committeeOf, type Installation, installationSteps } from './installation.ts';
import { type KeyFile, readKeyFile } from './keyFile.ts';
import type { Office } from './office.ts';
import { createPremises, type Premises, untilClosed } from './premises.ts';
import { moveFile } from './sealedFile.ts';
import type { Seat } from './seats.ts';
import { type TrainingPeople, tellTrainingCases } from './trainingCases.ts';
import { readFolder } from './trouble.ts';
import type { Workplace } from './workplace.ts';

/**
 * The training desk has no secret: its people are made up, and its key stands here for everybody to read. It is never
 * the real key, its folder is its own, and its first event says `training`, which no bureau enrols.
 */
const openKey = (): Buffer => createHash('sha256').update('fengqiao training desk: an open key').digest();

/** Made-up people, one a role. */
const PEOPLE: Record<Role, { id: string; name: string }> = {
  clerk: { id: 'training-clerk', name: '练习接待员' },
  mediator: { id: 'training-mediator', name: '练习调解员' },
  leader: { id: 'training-leader', name: '练习分管领导' },
  administrator: { id: 'training-administrator', name: '练习管理员' },
};

/** Where the desk stands in practice before it is set up. */
const SOMEWHERE: KeyFile['unit'] = {
  code: '441481104',
  name: '新陂镇',
  organName: '兴宁市新陂镇人民政府',
  statutoryRole: 'ART23_ORGAN',
  letter: 'A',
};

/**
 * Makes sure that there is a training desk of today. Every day begins with fresh cases, and what cannot be opened is
 * made anew: nothing in it is anybody's record.
 */
export async function prepareTraining(office: Office): Promise<void> {
  const { training } = office;
  if (training.current()) return;
  const today = beijingDate(office.ports.now().toISOString());
  await untilClosed(training);
  if ((await madeOn(training)) === today) return;
  const fresh = join(office.folder, 'training.new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  await makeTraining(office, fresh, today);
  rmSync(training.folder, { recursive: true, force: true });
  moveFile(fresh, training.folder);
}

/** Seats the made-up person of that role at the prepared training desk. */
export async function sitInTraining(office: Office, seat: Seat, role: Role): Promise<void> {
  await untilClosed(office.training);
  open(office.training);
  seat.person = { id: PEOPLE[role].id, at: office.training };
}

function open(premises: Premises): Workplace {
  const folder = readFolder(premises.folder);
  if (folder.is !== 'there') throw new Error('there is no training desk');
  return premises.open(folder.keys, openKey());
}

/** The day of the cases in the training folder; null when it cannot be opened, whatever the reason. */
async function madeOn(premises: Premises): Promise<unknown> {
  try {
    return readSetting(open(premises).db.orm, 'trainingDay');
  } catch {
    return null;
  } finally {
    await premises.close();
  }
}

async function makeTraining(office: Office, folder: string, today: LocalDate): Promise<void> {
  for (const step of installationSteps(planOf(office, folder))) step();
  const { ports, version, report } = office;
  // Its changes concern no page: nobody is there yet.
  const premises = createPremises({ folder, training: true, ports, version, changed: () => {}, report });
  try {
    const at = open(premises);
    await tellTrainingCases(at, callers());
    at.db.write(() => writeSetting(at.db.orm, 'trainingDay', today));
  } finally {
    await premises.close();
  }
}

function planOf({ folder: real, ports }: Office, folder: string): Installation {
  const keys = readKeyFile(real);
  const unit = keys.is === 'there' ? keys.file.unit : SOMEWHERE;
  const at = beijingTime(ports.now().toISOString());
  const { organName } = unit;
  return {
    folder,
    key: openKey(),
    unit,
    settings: {
      ...{
        organName,
        organCode: unit.name.slice(0, 12),
        contactPerson: '练习联系人',
        contactPhone: '10000000000',
      },
      ...{ superiorOrgan: '练习市人民政府', committee: committeeOf(organName) },
    },
    training: true,
    accounts: Role.options.map((role) => ({
      ...PEOPLE[role],
      roles: JSON.stringify([role]),
      active: true,
      createdAt: at,
    })),
    founder: PEOPLE.administrator,
    slots: [],
    at,
  };
}

function callers(): TrainingPeople {
  const as = (role: Role): Caller => ({ ...PEOPLE[role], roles: [role] });
  return { clerk: as('clerk'), mediator: as('mediator'), leader: as('leader') };
}
