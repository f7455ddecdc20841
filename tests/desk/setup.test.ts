import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findByNumber } from '../../db/events.ts';
import { openDatabase } from '../../db/open.ts';
import { installationSteps, newDataKey } from '../../desk/installation.ts';
import { makeSlot, openSlot, readKeyFile } from '../../desk/keyFile.ts';
import { resourceFolder } from '../../desk/resources.ts';
import { recordedOf } from '../../sync/log.ts';
import {
  ADMINISTRATOR,
  CHEAP,
  codeOf,
  newFolder,
  opened,
  setUp,
  setupInput,
  signedIn,
  taken,
} from './premises.ts';

async function emptyDesk(printPdf?: (html: string) => Promise<Uint8Array>) {
  const house = await opened(newFolder(onTestFinished), printPdf);
  onTestFinished(() => house.desk.close());
  return { ...house, page: house.at('page') };
}

describe('the first run', () => {
  it('goes from the empty folder over the recovery code to the sign-in', async () => {
    const house = await emptyDesk();
    const { page } = house;
    const always = {
      training: false,
      textSize: 'large',
      today: expect.any(String),
      version: '1.2.3',
      names: [],
    };
    expect(taken(await page.session.state({}))).toEqual({ ...always, phase: 'setup' });
    const { recoveryCode } = taken(await page.setup.create(setupInput()));
    expect(recoveryCode).toMatch(/^([2-9A-HJKMNP-TV-Z]{5}-){3}[2-9A-HJKMNP-TV-Z]{5}$/);
    const between = taken(await page.session.state({}));
    expect(between.phase).toBe('confirm-recovery');
    expect(codeOf(await page.setup.confirmRecovery({ commandId: randomUUID(), recoveryCode: 'WRONG' }))).toBe(
      'wrong-code',
    );
    const commandId = randomUUID();
    const confirmed = taken(await page.setup.confirmRecovery({ commandId, recoveryCode }));
    expect(confirmed).toEqual({ ...between, phase: 'signed-out' });
    expect(taken(await page.setup.confirmRecovery({ commandId, recoveryCode }))).toEqual(confirmed);
    await signedIn(house, 'page');
    const unit = taken(await page.unit.get({}));
    expect(unit).toEqual({
      organName: '兴宁市新陂镇人民政府',
      organCode: '新陂府',
      contactPerson: '罗秀英',
      contactPhone: '0753-0000000',
      superiorOrgan: '兴宁市人民政府',
      committee: '兴宁市新陂镇人民调解委员会',
    });
  });

  it('lets nobody in before the code was typed back', async () => {
    const { page } = await emptyDesk();
    taken(await page.setup.create(setupInput()));
    const { name, password } = ADMINISTRATOR;
    expect(taken(await page.session.signIn({ name, password })).phase).toBe('confirm-recovery');
    expect(codeOf(await page.drafts.list({}))).toBe('not-signed-in');
  });

  it('begins the stream of this desk with who and where it is', async () => {
    const house = await emptyDesk();
    await setUp(house);
    await house.desk.close();
    const keys = readKeyFile(house.folder);
    const slot = keys.is === 'there' ? keys.file.slots[0] : undefined;
    const key = keys.is === 'there' && slot ? await openSlot(keys.file, slot, ADMINISTRATOR.password) : null;
    if (!key) throw new Error('the slot does not open');
    const db = openDatabase({
      file: join(house.folder, 'desk.db'),
      key,
      migrations: resourceFolder('migrations'),
    });
    onTestFinished(() => db.close());
    const head = db.sqlite.prepare('select stream, seq from stream_head').get() as {
      stream: string;
      seq: number;
    };
    const stored = findByNumber(db.orm, head.stream, 1);
    expect(head.seq).toBe(1);
    expect(stored && recordedOf(db.orm, stored)).toMatchObject({
      seq: 1,
      unit: '441481104',
      actor: { id: expect.any(String), name: ADMINISTRATOR.name },
      event: {
        type: 'desk-started',
        body: {
          unit: { code: '441481104', name: '新陂镇' },
          statutoryRole: 'ART23_ORGAN',
          letter: 'A',
          training: false,
        },
      },
    });
  });

  it('answers the same code to the same command, and sets up once when the button was pressed twice', async () => {
    const { page } = await emptyDesk();
    const input = setupInput();
    const [first, second] = await Promise.all([page.setup.create(input), page.setup.create(input)]);
    expect(second).toEqual(first);
    expect(codeOf(await page.setup.create(setupInput()))).toBe('already-set-up');
  });

  it.each([
    ['an unknown town', { townCode: '441481999' }, 'unknown-town', 'townCode'],
    ['a password of the first row of keys', { password: '1234567890' }, 'weak-password', 'password'],
    [
      'the own name as password',
      { administratorName: '欧阳罗秀英子女士', password: '欧阳罗秀英子女士' },
      'weak-password',
      'password',
    ],
    ['a county instead of a town', { townCode: '441481' }, 'invalid-input', 'townCode'],
    ['two letters', { letter: 'AB' }, 'invalid-input', 'letter'],
    ['no organ above', { superiorOrgan: ' ' }, 'invalid-input', 'superiorOrgan'],
  ])('refuses %s at its field and writes nothing', async (_what, change, code, field) => {
    const { page, folder } = await emptyDesk();
    expect(await page.setup.create(setupInput(change))).toEqual({ ok: false, refusal: { code, field } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes a fresh code for the password after a power cut, and the lost one opens nothing more', async () => {
    const { page, desk, folder } = await emptyDesk();
    const lost = taken(await page.setup.create(setupInput())).recoveryCode;
    await desk.close();
    const house = await opened(folder);
    onTestFinished(() => house.desk.close());
    const again = house.at('page');
    const renew = (password: string, commandId = randomUUID()) =>
      again.setup.renewCode({ commandId, password });
    expect(codeOf(await renew('not this one'))).toBe('wrong-password');
    const command = randomUUID();
    const fresh = taken(await renew(ADMINISTRATOR.password, command));
    expect(taken(await renew(ADMINISTRATOR.password, command))).toEqual(fresh);
    const confirm = (recoveryCode: string) =>
      again.setup.confirmRecovery({ commandId: randomUUID(), recoveryCode });
    expect(codeOf(await confirm(lost))).toBe('wrong-code');
    taken(await confirm(fresh.recoveryCode));
    await signedIn(house, 'page');
    expect(codeOf(await renew(ADMINISTRATOR.password))).toBe('already-set-up');
  });

  it('prints the sheet of the code until it is confirmed, and only of the right code', async () => {
    const printed: string[] = [];
    const { page } = await emptyDesk(async (html) => {
      printed.push(html);
      return Buffer.from('%PDF-1.7 made up');
    });
    const { recoveryCode } = taken(await page.setup.create(setupInput()));
    expect(codeOf(await page.setup.recoverySheet({ recoveryCode: 'AAAAA' }))).toBe('wrong-code');
    const sheet = taken(await page.setup.recoverySheet({ recoveryCode }));
    expect(Buffer.from(sheet.pdf, 'base64').toString()).toBe('%PDF-1.7 made up');
    expect(recoveryCode.split('-').filter((group) => !printed[0]?.includes(`<span>${group}</span>`))).toEqual(
      [],
    );
    taken(await page.setup.confirmRecovery({ commandId: randomUUID(), recoveryCode }));
    expect(codeOf(await page.setup.recoverySheet({ recoveryCode }))).toBe('wrong-code');
    expect(printed.length).toBe(1);
  });

  it('says that there is no browser to print with', async () => {
    const { page } = await emptyDesk();
    const { recoveryCode } = taken(await page.setup.create(setupInput()));
    expect(codeOf(await page.setup.recoverySheet({ recoveryCode }))).toBe('printing-unavailable');
  });
});

describe('a set-up that was cut off', () => {
  /** Stops after so many steps, as a power cut would. */
  async function cutOff(folder: string, steps: number): Promise<void> {
    const key = newDataKey();
    const founder = { id: 'founder-1', name: ADMINISTRATOR.name };
    const at = '2026-03-02T09:00:00+08:00';
    const slots = [
      await makeSlot(key, { kind: 'user', ...founder }, ADMINISTRATOR.password, CHEAP),
      await makeSlot(key, { kind: 'recovery', id: 'recovery', name: '' }, 'AAAAA-BBBBB-CCCCC-DDDDD', CHEAP),
    ];
    const { organName, statutoryRole, letter, townCode, ...rest } = setupInput();
    const { organCode, contactPerson, contactPhone, superiorOrgan } = rest;
    const all = installationSteps({
      ...{ folder, key, founder, slots, at, training: false },
      unit: { code: townCode, name: '新陂镇', organName, statutoryRole, letter },
      settings: { organName, organCode, contactPerson, contactPhone, superiorOrgan, committee: '' },
      accounts: [{ ...founder, roles: '["administrator"]', active: true, createdAt: at }],
    });
    expect(all.length).toBe(4);
    for (const step of all.slice(0, steps)) step();
  }

  it.each([
    [0, 'setup'],
    [1, 'setup'],
    [2, 'setup'],
    [3, 'confirm-recovery'],
    [4, 'confirm-recovery'],
  ])('after %i steps is %s, and ends in a working desk', async (steps, phase) => {
    const house = await emptyDesk();
    await cutOff(house.folder, steps);
    expect(taken(await house.page.session.state({})).phase).toBe(phase);
    if (phase === 'setup') await setUp(house);
    else {
      const recoveryCode = 'AAAAA-BBBBB-CCCCC-DDDDD';
      taken(await house.page.setup.confirmRecovery({ commandId: randomUUID(), recoveryCode }));
    }
    const client = await signedIn(house, 'page');
    expect(taken(await client.accounts.list({})).map((a) => a.name)).toEqual([ADMINISTRATOR.name]);
    expect(readdirSync(house.folder).filter((name) => name.startsWith('setup'))).toEqual([]);
  });

  it('in the middle of the database file begins again', async () => {
    const house = await emptyDesk();
    await cutOff(house.folder, 2);
    truncateSync(join(house.folder, 'setup.db'), 5000);
    writeFileSync(join(house.folder, 'setup.db-wal'), 'torn');
    expect(taken(await house.page.session.state({})).phase).toBe('setup');
    await setUp(house);
    await signedIn(house, 'page');
  });

  it('between the two copies of the key file is complete', async () => {
    const house = await emptyDesk();
    await cutOff(house.folder, 3);
    const second = join(house.folder, 'keys.copy.json');
    expect(existsSync(second)).toBe(true);
    writeFileSync(second, readFileSync(second).subarray(0, 40));
    expect(taken(await house.page.session.state({})).phase).toBe('confirm-recovery');
  });
});
