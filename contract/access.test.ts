/** Who may make which call, written down a second time: a right that changes in the contract must be changed here too. */
import { describe, expect, it } from 'vitest';
import { OfficerRole, Role } from '../domain/person.ts';
import { ok } from '../domain/result.ts';
import { bureauContract } from './bureauConsole.ts';
import type { Contract } from './define.ts';
import { deskContract } from './deskContract.ts';
import { createDispatch, type Handlers } from './dispatch.ts';

// Call, kind, and who: `anyone` before sign-in too, `signed-in` every account, else the roles.
const DESK = `
session.state query anyone
session.signIn query anyone
session.signOut query anyone
session.changePassword command signed-in
session.enterTraining query anyone
session.leaveTraining query anyone
session.setTextSize query anyone
setup.create command anyone
setup.recoverySheet query anyone
setup.renewCode command anyone
setup.confirmRecovery command anyone
setup.recover command anyone
accounts.list query administrator
accounts.auditTrail query administrator
accounts.add command administrator
accounts.setRoles command administrator
accounts.disable command administrator
accounts.resetPassword command administrator
unit.get query signed-in
unit.update command administrator
places.children query anyone
places.search query anyone
today.overview query clerk|mediator|leader
registration.register command clerk|leader
registration.amend command clerk|leader
drafts.save query signed-in
drafts.list query signed-in
drafts.discard query signed-in
cases.list query clerk|mediator|leader
cases.get query clerk|mediator|leader
cases.unmask query clerk|mediator|leader
cases.addNote command clerk|mediator|leader
handling.giveNotice command clerk|leader
handling.decideRoute command clerk|leader
handling.accept command clerk|leader
handling.chooseSimple command clerk|leader
handling.resumeOrdinary command clerk|leader
handling.recordResolution command clerk|leader
handling.refuseAcceptance command leader
handling.requestSupplement command clerk|leader
handling.receiveSupplement command clerk|leader
handling.terminate command leader
handling.voidRegistration command leader
handling.transferOut command clerk|leader
handling.requestExtension command clerk|leader
handling.decideExtension command leader
handling.issueOpinion command clerk|leader
handling.recordDelivery command clerk|leader
handling.conclude command clerk|leader
parts.merge command clerk|leader
parts.split command clerk|leader
reviews.request command clerk|leader
reviews.answer command clerk|leader
reviews.holdHearing command clerk|leader
reviews.recordOpinion command clerk|leader
reviews.serveOpinion command clerk|leader
assignments.list query clerk|mediator|leader
assignments.sign command clerk|leader
assignments.object command clerk|leader
assignments.report command clerk|leader
mediation.list query mediator|clerk|leader
mediation.get query mediator|clerk|leader
mediation.unmask query mediator|clerk|leader
mediation.open command mediator|clerk|leader
mediation.addSession command mediator|clerk|leader
mediation.conclude command mediator|clerk|leader
mediation.applyForConfirmation command mediator|clerk|leader
mediation.recordRuling command mediator|clerk|leader
mediation.recordPerformance command mediator|clerk|leader
mediation.revisit command mediator|clerk|leader
papers.pdf query clerk|mediator|leader
papers.printed query clerk|mediator|leader
attachments.append query clerk|mediator|leader
attachments.finish command clerk|mediator|leader
attachments.read query clerk|mediator|leader
sync.state query signed-in
sync.outbox query clerk|mediator|leader|administrator
sync.exchange query clerk|mediator|leader|administrator
sync.enrol command administrator
sync.settle command clerk|mediator|leader|administrator
`;
const BUREAU = `
session.state query anyone
session.signIn query anyone
session.signOut query anyone
session.changePassword command signed-in
cases.list query officer
cases.get query officer
cases.unmask query officer
cases.assign command officer
cases.decideObjection command officer
cases.register command officer
units.list query signed-in
units.add command administrator
desks.list query signed-in
desks.attention query officer
desks.codes query administrator
desks.createCode command administrator
desks.cancelCode command administrator
officers.list query administrator
officers.add command administrator
officers.update command administrator
officers.resetPassword command administrator
`;

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line): [string, string, string] => {
      const [method = '', kind = '', access = ''] = line.split(' ');
      return [method, kind, access];
    });

function listed(contract: Contract): [string, string, string][] {
  return Object.entries(contract).flatMap(([group, calls]) =>
    Object.entries(calls).map(([name, { kind, access }]): [string, string, string] => {
      return [`${group}.${name}`, kind, typeof access === 'string' ? access : access.join('|')];
    }),
  );
}

/** Who gets to a handler, asked through dispatch itself: nobody signed in, no role at all, and each role alone. */
async function passes<R extends string>(
  contract: Contract,
  method: string,
  roles: readonly R[],
): Promise<string[]> {
  const handlers = Object.fromEntries(
    Object.entries(contract).map(([group, calls]) => [
      group,
      Object.fromEntries(Object.keys(calls).map((name) => [name, () => ok({})])),
    ]),
  ) as Handlers<Contract, R>;
  const call = createDispatch<Contract, R>(contract, handlers, () => 'incident');
  const people: [string, R[] | null][] = [
    ['nobody', null],
    ['no role', []],
    ...roles.map((role): [string, R[]] => [role, [role]]),
  ];
  const through: string[] = [];
  for (const [who, held] of people) {
    const answer = await call(method, undefined, held && { id: 'p', name: '某人', roles: held });
    if (answer.ok || !['not-signed-in', 'not-allowed'].includes(answer.refusal.code)) through.push(who);
  }
  return through.sort();
}

const expected = (access: string, roles: readonly string[]) =>
  (access === 'anyone'
    ? ['nobody', 'no role', ...roles]
    : access === 'signed-in'
      ? ['no role', ...roles]
      : access.split('|')
  ).sort();

describe.each([
  ['the desk', deskContract as Contract, DESK, Role.options],
  ['the bureau', bureauContract as Contract, BUREAU, OfficerRole.options],
] as const)('%s', (_name, contract, table, roles) => {
  it('has just these calls with just these rights', () => {
    expect(listed(contract)).toEqual(rowsOf(table));
  });

  it.each(rowsOf(table))('%s (%s, %s) lets nobody else through', async (method, _kind, access) => {
    expect(await passes<string>(contract, method, roles)).toEqual(expected(access, roles));
  });

  it('before sign-in a page may ask for nothing of a case', () => {
    const open = rowsOf(table).filter(([, , access]) => access === 'anyone');
    expect(open.filter(([method]) => !/^(session|setup|places)\./.test(method))).toEqual([]);
  });

  it('the administrator role alone reads no case', () => {
    const calls = rowsOf(table).filter(([, , access]) => access.split('|').includes('administrator'));
    const groups = /^(accounts|unit|sync|units|desks|officers)\./;
    expect(calls.filter(([method]) => !groups.test(method))).toEqual([]);
  });

  it('what a command does is done once: each carries an id made by the page', () => {
    for (const [group, calls] of Object.entries(contract))
      for (const [name, call] of Object.entries(calls)) {
        const refused = call.input.safeParse({});
        const asks = !refused.success && refused.error.issues.some((issue) => issue.path[0] === 'commandId');
        expect([`${group}.${name}`, asks]).toEqual([`${group}.${name}`, call.kind === 'command']);
      }
  });
});
