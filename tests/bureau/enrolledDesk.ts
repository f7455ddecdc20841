/** A made-up desk that is enrolled at the bureau of a test and pushes what it is told to, one event at a time. */
import { randomUUID } from 'node:crypto';
import { caseNumber } from '../../domain/caseNumber.ts';
import type { DomainEvent } from '../../domain/events/all.ts';
import type { Registration } from '../../domain/events/registration.ts';
import { acceptPush } from '../../sync/accept.ts';
import type { Bureau, BureauStore, Unit } from '../../sync/bureauStore.ts';
import { enrolDesk } from '../../sync/enrolDesk.ts';
import { restrictedScope } from '../../sync/feed.ts';
import type { Frame } from '../../sync/frame.ts';
import { madeUpDesk } from './madeUpDesk.ts';

/** A registration that a clerk could have typed. */
export const aRegistration = (change: Partial<Registration> = {}): Registration => ({
  channel: 'VISIT',
  purpose: 'CLAIM',
  category: 'C0102',
  title: '反映土地承包经营权被他人占用',
  facts: '来访人称其承包的两亩水田被邻人占用种植，多次协商未果。',
  request: '请求收回承包地。',
  place: { code: '441481104', name: '新陂镇' },
  petitioners: [
    {
      name: '张某田',
      lead: true,
      representative: false,
      phone: '13800001234',
      idNumber: '44148119700101123X',
      address: '新陂镇某村',
    },
  ],
  personsPresent: 1,
  anonymous: false,
  addressUnclear: false,
  receivedOn: '2026-03-02',
  ...change,
});

export async function enrolledDesk(
  at: { bureau: Bureau; store: BureauStore; now: () => Date },
  { code, unit, letter, deskName }: { code: string; unit: Unit; letter: string; deskName: string },
) {
  const desk = madeUpDesk(unit, letter);
  const instant = () => at.now().toISOString();
  const asked = { proto: 1, code, publicKey: desk.keys.publicKey, letter, deskName, training: false };
  const enrolled = await enrolDesk(at.bureau, at.store, { ...asked, unit: unit.code }, instant());
  if (!enrolled.ok) throw new Error(`not enrolled: ${JSON.stringify(enrolled)}`);
  let cases = 0;

  async function push(event: DomainEvent, caseId: string, change?: Partial<Frame>) {
    const events = [desk.sign(event, caseId, change)];
    const answer = await acceptPush(at.store, { stream: desk.stream, events }, instant());
    if (!answer.ok) throw new Error(`not taken: ${JSON.stringify(answer)}`);
    return answer.value.verdicts[0];
  }

  return {
    stream: desk.stream,
    push,
    /** Registers a case and answers its id and number. */
    async register(change: Partial<Registration> = {}) {
      cases += 1;
      const number = caseNumber({ townCode: unit.code, day: '2026-03-02', letter, sequence: cases });
      const caseId = randomUUID();
      const body = { ...aRegistration(change), number, unit };
      const scope = body.purpose === 'ACCUSE' ? { scope: restrictedScope(unit.code) } : {};
      const verdict = await push({ type: 'petition-registered', body }, caseId, scope);
      if (verdict?.s !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(verdict)}`);
      return { caseId, number };
    },
  };
}
