import { builtInCalendar } from '../domain/calendar.ts';
import { caseClock } from '../domain/clocks.ts';
import { categoryPath } from '../domain/codes/category.ts';
import { CHANNEL_NAMES, isVisit } from '../domain/codes/channel.ts';
import { PURPOSE_NAMES } from '../domain/codes/purpose.ts';
import { SERVICE_NAMES } from '../domain/codes/serviceMethod.ts';
import type { IssuedPaper } from '../domain/events/handling.ts';
import { formatChineseDate, type LocalDate } from '../domain/localDate.ts';
import type { PaperData } from '../domain/papers/paper.ts';
import { MAX_REPRESENTATIVES } from '../domain/person.ts';
import { type PetitionState, samePaper } from '../domain/petition.ts';
import { noticeNotOwed } from '../domain/steps/notice.ts';
import { paperTitle } from './paperList.ts';
import { leadOf, petitionerName } from './petitionWords.ts';

const SEXES = { male: '男', female: '女', unknown: '未知' } as const;

/** What stands on the sheets that every case has: the register, the slip and the receipts of service. */

/** `9:15`, only where it was written down on the day it was received: else nobody knows the hour. */
function hourOf({ registration, registeredAt }: PetitionState): string | undefined {
  if (!registeredAt.startsWith(registration.receivedOn)) return undefined;
  return registeredAt.slice(11, 16).replace(/^0/, '');
}

function noticeLine(state: PetitionState): string | undefined {
  const notice = state.notices.at(-1);
  if (notice) {
    const manner = notice.manner === 'on-the-spot' ? '当场书面告知' : '书面告知';
    const day = formatChineseDate(notice.givenOn);
    return `${day}${manner}（${paperTitle(state, notice.paper)}，${notice.paper.number}）。`;
  }
  return noticeNotOwed(state) ? '姓名（名称）或者住址不清，不需要书面告知。' : undefined;
}

/** F01, with the data as they stand now: it is the desk's own sheet, not a paper that went out. */
export function visitRegisterData(state: PetitionState): PaperData<'visitRegister'> {
  const { registration } = state;
  const { petitioners } = registration;
  const lead = leadOf(state);
  const representatives = petitioners.filter((p) => p.representative).slice(0, MAX_REPRESENTATIVES);
  return {
    caseNumber: state.number,
    visit: isVisit(registration.channel),
    channel: CHANNEL_NAMES[registration.channel],
    receivedOn: registration.receivedOn,
    receivedAt: hourOf(state),
    petitioner: {
      name: lead.name,
      sex: lead.sex && SEXES[lead.sex],
      birthDate: lead.birthDate,
      idType: lead.idType || undefined,
      idNumber: lead.idNumber || undefined,
      phone: lead.phone || undefined,
      address: lead.address || undefined,
      occupation: lead.occupation || undefined,
    },
    personsPresent: registration.personsPresent,
    representatives: representatives.map(({ name, phone }) => ({ name, phone: phone || undefined })),
    accompanying: petitioners.filter((p) => !p.lead && !p.representative).map(({ name }) => name),
    externalNumber: registration.externalNumber || undefined,
    problemPlace: registration.place.name || '—',
    category: categoryPath(registration.category),
    purpose: PURPOSE_NAMES[registration.purpose],
    matter: registration.title,
    request: registration.request,
    facts: registration.facts,
    notice: noticeLine(state),
    receiver: state.registeredBy,
  };
}

/** The slip that goes home with the petitioner; it promises a notice only while one is still owed. */
export function receiptSlipData(state: PetitionState, today: LocalDate): PaperData<'receiptSlip'> {
  const { registration } = state;
  const notice = caseClock(state, 'D02', { today, calendar: builtInCalendar });
  return {
    caseNumber: state.number,
    petitioner: petitionerName(state),
    channel: CHANNEL_NAMES[registration.channel],
    receivedOn: registration.receivedOn,
    receivedAt: hourOf(state),
    matter: registration.title,
    receiver: state.registeredBy,
    noticeBy: notice?.state === 'running' ? notice.dueLegal : undefined,
  };
}

/** F20 for one paper: what is known is printed, the rest is filled in by hand at the door. */
export function deliveryReceiptData(state: PetitionState, paper: IssuedPaper): PaperData<'deliveryReceipt'> {
  const served = state.papers.find((p) => samePaper(p.paper, paper))?.served;
  const notice = state.notices.find((n) => samePaper(n.paper, paper));
  const method = served?.method ?? notice?.method;
  return {
    caseNumber: state.number,
    matter: state.registration.title,
    addressee: petitionerName(state),
    documents: [{ title: paperTitle(state, paper), number: paper.number }],
    place: served?.place || undefined,
    method: method && SERVICE_NAMES[method],
    servedOn: served?.servedOn,
    receivedBy: served?.receivedBy,
    relation: served?.relation,
    refused: served?.refused,
    note: served?.note,
    deliverer: served?.deliverer,
  };
}
