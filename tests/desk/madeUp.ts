import { randomUUID } from 'node:crypto';
import type { Caller } from '../../contract/dispatch.ts';
import type { DomainEvent } from '../../domain/events/all.ts';
import type { Registration } from '../../domain/events/registration.ts';
import type { Role } from '../../domain/person.ts';

// Made-up people; the town is real, nothing else is.

export const TOWN = { code: '441481104', name: '新陂镇' };
export const BUREAU = { code: '441481', name: '兴宁市信访局' };

const person = (id: string, name: string, ...roles: Role[]): Caller => ({ id, name, roles });
export const clerk = person('clerk-0001', '罗秀英', 'clerk');
export const otherClerk = person('clerk-0002', '温小敏', 'clerk');
export const mediator = person('mediator-1', '黄国强', 'mediator');
export const leader = person('leader-001', '陈志强', 'leader');
export const administrator = person('admin-0001', '罗秀英', 'administrator');

/** A command id, fresh each time. */
export const id = (): string => randomUUID();

/** An item as a clerk writes it down on 2 March 2026. */
export const item = (change: Partial<Registration> = {}): Registration => ({
  channel: 'VISIT',
  purpose: 'CLAIM',
  category: 'C0302',
  title: '新金村村道路面破损影响出行，请求修复',
  facts: '2025年9月连续降雨后，新金村上围路口至小学门前的村道路面出现坑洼。',
  request: '修复村道路面。',
  place: { code: '441481104201', name: '新陂镇新金村' },
  petitioners: [
    {
      name: '张德福',
      lead: true,
      representative: false,
      sex: 'male',
      idNumber: '441481196203050018',
      phone: '13800000000',
      address: '新陂镇新金村上围小组12号',
    },
  ],
  personsPresent: 1,
  anonymous: false,
  addressUnclear: false,
  receivedOn: '2026-03-02',
  ...change,
});

/** The bureau sends a case down to the town. */
export const assigned = (
  assignmentId: string,
  change: Partial<Extract<DomainEvent, { type: 'petition-assigned' }>['body']> = {},
): DomainEvent => ({
  type: 'petition-assigned',
  body: {
    assignmentId,
    manner: 'assign',
    from: BUREAU,
    to: TOWN,
    reportDue: '2026-06-10',
    requirement: '请依法办理并报送办结报告。',
    assignedOn: '2026-03-02',
    documentNumber: '兴信交〔2026〕31号',
    ...change,
  },
});
