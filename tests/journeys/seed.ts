import { CLERK, LEADER, TOWN } from './people.ts';
import { type Call, withDesk } from './prepare.ts';

/** Made-up content for looking at every screen: cases in several states, a mediation, an extension that waits. */

const dayAgo = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

interface Seeded {
  title: string;
  days: number;
  people: readonly string[];
  channel?: string;
  purpose?: string;
  category?: string;
  facts?: string;
}

const CASES: readonly Seeded[] = [
  { title: '征地补偿款未发放', days: 12, people: ['张三妹'], category: 'C0202' },
  {
    title: '建议修缮村口水圳',
    days: 3,
    people: ['曾阿婆'],
    channel: 'LETTER',
    purpose: 'SUGGEST',
    category: 'C0110',
  },
  { title: '石材厂夜间噪声扰民', days: 20, people: ['范先生'], channel: 'CALL', category: 'C1502' },
  { title: '低保金停发两个月', days: 1, people: ['伍根生'], category: 'C0804' },
  {
    title: '九户村民反映水库加固搬迁安置地至今没有划定，雨季住房漏水，请求年内落实安置地并先行发放过渡安置费',
    days: 0,
    people: ['丘一', '丘二', '丘三', '丘四', '丘五', '丘六', '丘七', '丘八', '丘九'],
    category: 'C0111',
  },
  { title: '拖欠工资一万二千元', days: 0, people: ['欧阳建明'], channel: 'NET', category: 'C0401' },
];

/** Fills an installed desk; answers the case that is accepted and waits for the leader. */
export async function seed(folder: string): Promise<{ accepted: string; fresh: string }> {
  const known = new Map<string, string>();
  await withDesk(folder, async (call) => {
    await call('session.signIn', { name: CLERK.name, password: CLERK.password });
    for (const one of CASES) known.set(one.title, (await register(call, one)).caseId);
    const accepted = known.get('征地补偿款未发放');
    await call('handling.accept', {
      ...{ caseId: accepted, acceptedOn: dayAgo(10), legalRoute: 6, department: '兴宁市新陂镇人民政府' },
    });
    await call('handling.requestExtension', {
      caseId: accepted,
      days: 30,
      reason: '涉及跨村边界，须待测绘结果。',
    });
    await call('cases.addNote', { caseId: accepted, text: '电话联系信访人，告知测绘安排在下周。' });
    await mediate(call);
    await saveDraft(call);
  });
  return { accepted: '征地补偿款未发放', fresh: '低保金停发两个月' };
}

const register = (call: Call, { title, days, people, ...rest }: Seeded) =>
  call<{ caseId: string; number: string }>('registration.register', {
    registration: {
      channel: 'VISIT',
      purpose: 'CLAIM',
      category: 'C0101',
      title,
      facts: `${title}。信访人称已多次向村里反映，没有得到答复。\n希望镇里派人到现场核实，并给一个明确的说法。`,
      request: '请求依法处理并书面答复。',
      place: TOWN,
      petitioners: people.map((name, index) => ({
        ...{ name, lead: index === 0, representative: people.length > 1 && index < 5 },
        ...(index === 0 && {
          phone: '13800000001',
          idNumber: '441425196203050024',
          address: '新陂镇茅塘村三组 8 号',
        }),
      })),
      personsPresent: people.length,
      anonymous: false,
      addressUnclear: false,
      receivedOn: dayAgo(days),
      ...rest,
    },
  });

async function mediate(call: Call): Promise<void> {
  const party = (name: string) => ({
    ...{
      name,
      phone: '13800000002',
      address: '新陂镇茅塘村',
      consentManner: 'written',
      consentOn: dayAgo(4),
    },
    consents: true,
  });
  const { mediationId } = await call<{ mediationId: string }>('mediation.open', {
    caseId: null,
    committee: '兴宁市新陂镇人民调解委员会',
    mediators: ['刁秀兰', LEADER.name],
    disputeType: '03',
    title: '池某与袁某宅基地边界纠纷',
    facts: '两家为围墙向外移了三十公分争执多次。',
    parties: [party('池水生'), party('袁桂香')],
    openedOn: dayAgo(4),
  });
  await call('mediation.addSession', {
    ...{ mediationId, heldOn: dayAgo(2), place: '镇人民调解室', present: '池水生、袁桂香、刁秀兰' },
    record: '双方各自陈述，约定三日后现场丈量。',
  });
}

const saveDraft = (call: Call) =>
  call('drafts.save', {
    ...{ draftId: 'draft-of-a-morning', form: 'registration', title: '钟某：自来水管破裂无人修' },
    body: JSON.stringify({ commandId: 'c', form: { people: [] } }),
  });
