/** A desk that exists only in tests: signs events of made-up people as a real one would. */
import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '../../domain/events/all.ts';
import type { Registration } from '../../domain/events/registration.ts';
import type { Unit } from '../../sync/bureauStore.ts';
import {
  type Frame,
  NO_HASH,
  type SealedFrame,
  type SignedEvent,
  sealFrame,
  toWire,
} from '../../sync/frame.ts';
import { nextHlc } from '../../sync/hlc.ts';
import { ALG, type KeyPair, makeKeyPair, streamIdOf } from '../../sync/keys.ts';

/** Two of the towns of Xingning, and one that is not there. */
export const NINGXIN: Unit = { code: '441481002', name: '宁新街道' };
export const YETANG: Unit = { code: '441481110', name: '叶塘镇' };
export const LUOGANG: Unit = { code: '441481105', name: '罗岗镇' };

export const CLERK = { id: 'clerk-1', name: '温小雨' };

export interface MadeUpDesk {
  unit: Unit;
  letter: string;
  keys: KeyPair;
  stream: string;
  head: { seq: number; hash: string };
  /** Seals the next event of the stream. */
  seal(event: DomainEvent, caseId: string, change?: Partial<Frame>): SealedFrame & { frameOf: Frame };
  /** The same, as it travels. */
  sign(event: DomainEvent, caseId: string, change?: Partial<Frame>): SignedEvent;
}

/** A desk with a fresh key; `keys` makes a clone of another one. */
export function madeUpDesk(unit: Unit, letter = 'A', keys: KeyPair = makeKeyPair()): MadeUpDesk {
  const stream = streamIdOf(keys.publicKey);
  const desk: MadeUpDesk = {
    ...{ unit, letter, keys, stream },
    head: { seq: 0, hash: NO_HASH },
    seal(event, caseId, change = {}) {
      const frameOf: Frame = {
        ...{ alg: ALG, stream, seq: desk.head.seq + 1, prev: desk.head.hash, id: randomUUID() },
        ...{ type: event.type, v: 1, case: caseId, scope: `unit:${unit.code}`, custody: 0 },
        actor: JSON.stringify(CLERK),
        hlc: nextHlc('', Date.parse('2026-03-02T01:00:00Z'), stream),
        ...{ claimed: '2026-03-02T09:00:00+08:00', entered: '2026-03-02T09:05:00+08:00' },
        ...{ clk: { off: null, src: 'none' }, blobs: [], body: JSON.stringify(event.body) },
        ...change,
      };
      const sealed = sealFrame(frameOf, keys.privateKey);
      desk.head = { seq: frameOf.seq, hash: sealed.hash.toString('hex') };
      return { ...sealed, frameOf };
    },
    sign: (event, caseId, change) => toWire(desk.seal(event, caseId, change)),
  };
  return desk;
}

/** A registration by this unit; made-up petitioner. */
export function registered(unit: Unit, change: Partial<Registration> = {}): DomainEvent {
  return {
    type: 'petition-registered',
    body: {
      ...{ channel: 'VISIT', purpose: 'CLAIM', category: '0101', title: '村道路灯不亮' },
      ...{ facts: '自去年十月起村口三盏路灯不亮。', request: '请求修复路灯。' },
      place: { code: '441481002001', name: '宁新街道文峰社区' },
      petitioners: [{ name: '刘大明', lead: true, representative: false, phone: '13800000001' }],
      ...{ personsPresent: 1, anonymous: false, addressUnclear: false, receivedOn: '2026-03-02' },
      ...change,
      ...{ number: `${unit.code}-20260302-A0001-K`, unit },
    },
  };
}

export const note = (text: string): DomainEvent => ({ type: 'note-added', body: { text } });

/** Acceptance by a unit: a step that needs custody. */
export const accepted = (number = '受〔2026〕A1号'): DomainEvent => ({
  type: 'petition-accepted',
  body: {
    ...{ acceptedOn: '2026-03-03', legalRoute: 6, department: '公共服务办公室' },
    paper: { kind: 'acceptanceNotice', number },
  },
});

/** Assignment by the bureau to a unit. */
export const assigned = (to: Unit, assignmentId: string): DomainEvent => ({
  type: 'petition-assigned',
  body: {
    ...{ assignmentId, manner: 'assign', from: { code: '441481', name: '兴宁市信访局' }, to },
    ...{ reportDue: '2026-04-30', requirement: '请依法处理。', assignedOn: '2026-03-04' },
  },
});

export const transferredOut = (toUnit: { code?: string; name: string }): DomainEvent => ({
  type: 'petition-transferred-out',
  body: {
    ...{ transferredOn: '2026-03-03', toUnit, basis: '属其职权范围' },
    letter: { kind: 'transferLetter', number: '转〔2026〕A1号' },
    whereabouts: { kind: 'whereaboutsNotice', number: '告〔2026〕A1号' },
  },
});

/** A mediation of a petition, or one that stands alone (`caseId` null). */
export const mediationOpened = (unit: Unit, mediationId: string, caseId: string | null): DomainEvent => ({
  type: 'mediation-opened',
  body: {
    ...{ mediationId, caseId, unit, committee: '人民调解委员会', mediators: ['陈调解'] },
    ...{ disputeType: '02', title: '宅基地边界', facts: '', openedOn: '2026-03-02' },
    parties: [
      { name: '罗甲', consentOn: '2026-03-02', consentManner: 'written' },
      { name: '罗乙', consentOn: '2026-03-02', consentManner: 'oral' },
    ],
  },
});
