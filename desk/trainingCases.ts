import { randomUUID } from 'node:crypto';
import type { Caller } from '../contract/dispatch.ts';
import { addDays, type LocalDate } from '../domain/localDate.ts';
import type { Result } from '../domain/result.ts';
import { todayAt } from './command.ts';
import { handling } from './handling.ts';
import { mediation } from './mediation.ts';
import { registration } from './registration.ts';
import { settingsOf } from './stepContext.ts';
import { MATTERS, type Matter } from './trainingMatters.ts';
import type { Workplace } from './workplace.ts';

/** Who does what at the training desk. */
export type TrainingPeople = Record<'clerk' | 'mediator' | 'leader', Caller>;

/** A case of the training desk, moved on step by step as people at a desk would do it. */
interface Story {
  caseId: string;
  notice(ago: number): Promise<Story>;
  accept(ago: number): Promise<Story>;
  askExtension(): Promise<Story>;
  extend(): Promise<Story>;
  opinion(ago: number): Promise<{ paperId: string }>;
}

/** Registers the made-up cases and brings each as far as a clerk may meet it. Days are counted back from today. */
export async function tellTrainingCases(at: Workplace, people: TrainingPeople): Promise<void> {
  const tell = storyteller(at, people);
  await tell.register(MATTERS.waterPipe, 0);
  await tell.register(MATTERS.complaint, 2);
  await (await tell.register(MATTERS.wages, 1)).notice(1);
  await (await tell.register(MATTERS.allowance, 12)).notice(3);
  await (await tell.register(MATTERS.boundary, 20)).accept(16);
  await (await (await tell.register(MATTERS.landPrice, 58)).accept(50)).askExtension();
  const extended = await (await tell.register(MATTERS.houseRepair, 61)).accept(55);
  await (await extended.askExtension()).extend();
  await (await (await tell.register(MATTERS.smell, 35)).accept(30)).opinion(4);
  await tell.deliveredAndConcluded(MATTERS.road, 50);
  await tell.answered(MATTERS.insurance, 6);
  await tell.transferred(MATTERS.judgment, 9);
  await tell.mediate(MATTERS.neighbours, 10);
  await tell.agree(await tell.mediate(MATTERS.path, 25), 18);
}

function storyteller(at: Workplace, people: TrainingPeople) {
  const { clerk, mediator } = people;
  const here = () => at;
  const today = todayAt(at);
  const desk = { ...registration(here), ...handling(here) };
  const mediate = mediation(here);
  const back = (ago: number): LocalDate => addDays(today, -ago);
  const commandId = () => randomUUID();

  async function register(matter: Matter, ago: number): Promise<Story> {
    const place = { code: at.identity.unit.code, name: at.identity.unit.name };
    const whole = { addressUnclear: false, ...matter, anonymous: false, place, receivedOn: back(ago) };
    const { caseId } = done(await desk.register({ commandId: commandId(), registration: whole }, clerk));
    return story(at, people, caseId, back);
  }

  return {
    register,

    async deliveredAndConcluded(matter: Matter, ago: number) {
      const { caseId, ...told } = await (await register(matter, ago)).accept(ago - 3);
      const { paperId } = await told.opinion(ago - 20);
      const served = {
        servedOn: back(ago - 22),
        method: 'IN_PERSON',
        place: '接访室',
        receivedBy: '练习庚',
      } as const;
      const receipt = { relation: '本人', refused: false, note: '' };
      done(
        await desk.recordDelivery({ commandId: commandId(), caseId, paperId, ...served, ...receipt }, clerk),
      );
      const end = {
        concludedOn: back(ago - 25),
        ground: 'opinion-delivered',
        summary: '已送达，信访人无异议。',
      } as const;
      done(await desk.conclude({ commandId: commandId(), caseId, ...end }, clerk));
    },

    async answered(matter: Matter, ago: number) {
      const { caseId } = await (await register(matter, ago)).notice(ago);
      const end = { concludedOn: back(ago), ground: 'answered', summary: '已当场解答。' } as const;
      done(await desk.conclude({ commandId: commandId(), caseId, ...end }, clerk));
    },

    async transferred(matter: Matter, ago: number) {
      const { caseId } = await register(matter, ago);
      const to = { toName: '练习市人民法院', toPhone: '', basis: '生效判决的执行由人民法院负责。' };
      done(
        await desk.transferOut(
          { commandId: commandId(), caseId, transferredOn: back(ago - 2), ...to },
          clerk,
        ),
      );
    },

    async mediate(matter: Matter, ago: number): Promise<string> {
      const { caseId } = await register(matter, ago);
      const openedOn = back(ago - 2);
      const names = [matter.petitioners[0]?.name ?? '', '练习对方'];
      const parties = names.map(
        (name) => ({ name, consentOn: openedOn, consentManner: 'oral', consents: true }) as const,
      );
      const { title, facts } = matter;
      const opening = {
        caseId,
        committee: settingsOf(at).committee,
        mediators: [mediator.name],
        title,
        facts,
        parties,
        openedOn,
      };
      const opened = done(
        await mediate.open({ commandId: commandId(), disputeType: '02', ...opening }, mediator),
      );
      const { mediationId } = opened;
      const session = {
        heldOn: back(ago - 4),
        place: '村委会',
        present: names.join('、'),
        record: '双方各自陈述，同意实地查看后再谈。',
      };
      done(await mediate.addSession({ commandId: commandId(), mediationId, ...session }, mediator));
      return mediationId;
    },

    async agree(mediationId: string, ago: number) {
      const terms = '一、石料三日内清走。二、小路双方共同使用，不再堆放物品。';
      const end = {
        concludedOn: back(ago),
        outcome: 'agreement',
        terms,
        performance: '当场履行',
        note: '',
      } as const;
      done(await mediate.conclude({ commandId: commandId(), mediationId, ...end }, mediator));
    },
  };
}

function story(
  at: Workplace,
  people: TrainingPeople,
  caseId: string,
  back: (ago: number) => LocalDate,
): Story {
  const { clerk, leader } = people;
  const steps = handling(() => at);
  const on = () => ({ commandId: randomUUID(), caseId });
  const told: Story = {
    caseId,
    async notice(ago) {
      const route = '您反映的事项由本机关受理，自收到之日起十五日内告知是否受理。';
      const notice = { manner: 'on-the-spot', givenOn: back(ago), method: 'IN_PERSON', route } as const;
      done(await steps.giveNotice({ ...on(), ...notice }, clerk));
      return told;
    },
    async accept(ago) {
      const acceptance = { acceptedOn: back(ago), legalRoute: 6, department: '练习办公室' };
      done(await steps.accept({ ...on(), ...acceptance }, clerk));
      return told;
    },
    async askExtension() {
      const reason = '需要实地勘验和多方核对，情况复杂。';
      done(await steps.requestExtension({ ...on(), days: 30, reason }, clerk));
      return told;
    },
    async extend() {
      done(await steps.decideExtension({ ...on(), approve: true, decidedOn: back(0), reason: '' }, leader));
      return told;
    },
    async opinion(ago) {
      const claim = {
        request: '请处理所反映的问题',
        outcome: 'SUPPORT',
        opinion: '责成有关单位限期整改。',
        basis: '《信访工作条例》第三十二条',
      } as const;
      const { superiorOrgan } = settingsOf(at);
      const opinion = {
        factsFound: '经实地查看，反映情况属实。',
        claims: [claim],
        superiorOrgan,
        signer: leader.name,
      };
      const { papers } = done(await steps.issueOpinion({ ...on(), issuedOn: back(ago), ...opinion }, clerk));
      return { paperId: papers[0]?.paperId ?? '' };
    },
  };
  return told;
}

/** The story is ours: a step that the law refuses is a mistake in it. */
function done<T>(answer: Result<T>): T {
  if (!answer.ok)
    throw new Error(`a training case is refused: ${answer.refusal.code} ${answer.refusal.field ?? ''}`);
  return answer.value;
}
