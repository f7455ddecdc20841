import { CHANNEL_NAMES } from './codes/channel.ts';
import { TERMINATION_NAMES, VOID_NAMES } from './codes/ending.ts';
import { OUTCOME_NAMES } from './codes/outcome.ts';
import { PROCEDURES } from './codes/procedure.ts';
import { isNoMore, REFUSAL_REASONS } from './codes/refusalReason.ts';
import { REVIEW_RESULT_NAMES } from './codes/reviewResult.ts';
import { SERVICE_NAMES } from './codes/serviceMethod.ts';
import { SIMPLE_GROUND_NAMES } from './codes/simpleGround.ts';
import type { EventOf, EventType, Recorded } from './events/all.ts';
import type { IssuedPaper } from './events/handling.ts';
import type { Amendment } from './events/registration.ts';
import type { ReviewStage } from './events/review.ts';
import { routeArticle } from './legalRoute.ts';
import { formatChineseDate } from './localDate.ts';
import { PAPERS } from './papers/paper.ts';

/** Longest quotation of a text that stands in full elsewhere on the page of the case. */
const QUOTED = 120;

type Body<T extends EventType> = EventOf<T>['body'];
type Sentences = { [T in EventType]: (body: Body<T>) => string };

const AMENDED_NAMES: Readonly<Record<keyof Amendment, string>> = {
  category: '内容分类',
  title: '事由',
  facts: '主要事实',
  request: '主要请求',
  place: '问题属地',
  petitioners: '信访人',
  personsPresent: '到场人数',
  externalNumber: '外部编号',
};

const CONCLUSION_GROUNDS: Readonly<Record<Body<'petition-concluded'>['ground'], string>> = {
  'opinion-delivered': '处理意见书已送达',
  agreement: '达成调解协议',
  answered: '已答复',
  'transferred-out': '已转送有权处理的机关',
  'no-address': '姓名或地址不清，无法送达',
};

const MEDIATION_END_REASONS = {
  refused: '一方拒绝调解',
  withdrawn: '当事人撤回',
  other: '其他原因',
} as const;

const REVISIT_NAMES: Readonly<Record<Body<'mediation-revisited'>['found'], string>> = {
  performed: '已履行',
  partly: '部分履行',
  'not-performed': '未履行',
};

const RESOLUTION_NAMES: Readonly<Record<Body<'resolution-recorded'>['resolution'], string>> = {
  solved: '已化解，问题得到解决',
  'at-rest': '已化解，停诉息访',
  'not-resolved': '未化解',
};

const STAGE_NAMES: Readonly<Record<ReviewStage, string>> = { review: '复查', reexamination: '复核' };

const mannerName = (manner: Body<'petition-assigned'>['manner']) => (manner === 'assign' ? '交办' : '转送');

/** A sentence an event type; a type without one does not compile. */
const SENTENCES: Sentences = {
  'desk-started': ({ unit, letter, training }) =>
    `${training ? '培训终端' : '终端'}启用：${unit.name}（${letter} 机）`,
  'stream-enrolled': ({ unit, letter, deskName }) => `终端“${deskName}”接入：${unit.name}（${letter} 机）`,
  'petition-registered': ({ channel, title, personsPresent }) =>
    `登记${CHANNEL_NAMES[channel]}：${title}（${personsPresent} 人）`,
  'registration-amended': ({ changes, reason }) => `更正登记（${amended(changes)}），理由：${quote(reason)}`,
  'note-added': ({ text }) => `补记：${text}`,
  'attachment-added': ({ name }) => `添加附件：${name}`,
  'notice-given': ({ manner, route, paper }) =>
    `${manner === 'on-the-spot' ? '当场书面告知' : '书面告知'}（${paper.number}）：${quote(route)}`,
  'route-decided': routeDecided,
  'simple-handling-chosen': ({ ground }) => `适用简易办理：${SIMPLE_GROUND_NAMES[ground]}`,
  'ordinary-handling-resumed': ({ reason }) => `转为普通程序，理由：${quote(reason)}`,
  'resolution-recorded': ({ resolution, note }) => `${RESOLUTION_NAMES[resolution]}：${quote(note)}`,
  'acceptance-refused': ({ reason, organ, document, note, approver, paper }) =>
    `${approver}决定${isNoMore(reason) ? '不再' : '不予'}受理${paper ? `（${paper.number}）` : ''}：` +
    `${REFUSAL_REASONS[reason].text}，${organ}${document ? `（${document.number}）` : ''}` +
    (note ? `；${quote(note)}` : ''),
  'petition-terminated': ({ ground, note, approver }) =>
    `${approver}决定终结（${TERMINATION_NAMES[ground]}）：${quote(note)}`,
  'registration-voided': ({ ground, reason, approver }) =>
    `${approver}决定作废（${VOID_NAMES[ground]}）：${quote(reason)}`,
  'supplement-requested': ({ materials, wantedBy }) =>
    `要求补正${wantedBy ? `，请在${formatChineseDate(wantedBy)}前提供` : ''}：${quote(materials)}`,
  'supplement-received': ({ complete, note }) => `${complete ? '补正材料已齐' : '补正未齐'}：${quote(note)}`,
  'petition-merged': ({ into, reason }) => `并入 ${into.number} 一并办理，理由：${quote(reason)}`,
  'petition-joined': ({ from }) => `${from.number} 并入本件：${quote(from.title)}`,
  'petition-split': ({ parts, reason }) =>
    `拆分为 ${parts.length} 件（${parts.map((part) => part.number).join('、')}），理由：${quote(reason)}`,
  'part-registered': ({ of }) => `由 ${of.number} 拆分登记`,
  'part-settled': ({ ended, on }) => `${formatChineseDate(on)}，一件分件${ended ? '已结束' : '重新办理'}`,
  'petition-accepted': ({ legalRoute, department, paper }) =>
    `受理，由${department}办理，属于${routeArticle(legalRoute)}（${paper.number}）`,
  'petition-transferred-out': ({ toUnit, basis, letter }) =>
    `转送${toUnit.name}（${letter.number}），依据：${quote(basis)}`,
  'extension-requested': ({ days, reason }) => `申请延长办理期限 ${days} 日，理由：${quote(reason)}`,
  'extension-approved': ({ days, approver, late, paper }) =>
    `${approver}批准延长办理期限 ${days} 日（${paper.number}）${late ? '，批准时已超过法定期限' : ''}`,
  'extension-refused': ({ reason }) => `不批准延长办理期限，理由：${quote(reason)}`,
  'opinion-issued': ({ claims, signer, paper }) =>
    `出具处理意见书（${paper.number}），${signer}签发：${claims.map((c) => OUTCOME_NAMES[c.outcome]).join('、')}`,
  'paper-served': served,
  'petition-concluded': ({ ground, summary }) => `办结（${CONCLUSION_GROUNDS[ground]}）：${quote(summary)}`,
  'review-requested': ({ stage, organ, receivedOn, postmarkedOn, late }) =>
    `请求${STAGE_NAMES[stage]}，${organ}${formatChineseDate(receivedOn)}收到` +
    `${postmarkedOn ? `，${formatChineseDate(postmarkedOn)}付邮` : ''}${late ? '，已超过期限' : ''}`,
  'review-answered': ({ stage, accepted, reason }) =>
    `${STAGE_NAMES[stage]}请求${accepted ? '已受理' : '不予受理'}${reason ? `：${quote(reason)}` : ''}`,
  'hearing-held': ({ from, to, days, place }) =>
    `${formatChineseDate(from)}至${formatChineseDate(to)}${place ? `在${place}` : ''}听证，不计入期限 ${days} 日`,
  'review-opinion-issued': ({ stage, result, documentNumber, opinion }) =>
    `${STAGE_NAMES[stage]}意见（${documentNumber}）：${REVIEW_RESULT_NAMES[result]}；${quote(opinion)}`,
  'review-opinion-served': ({ stage, servedOn, method, receivedBy }) =>
    `${STAGE_NAMES[stage]}意见${formatChineseDate(servedOn)}送达：${SERVICE_NAMES[method]}，${receivedBy}签收`,
  'petition-assigned': ({ manner, to, reportDue, documentNumber, requirement }) =>
    `${mannerName(manner)}${to.name}办理${documentNumber ? `（${documentNumber}）` : ''}` +
    `${reportDue ? `，${formatChineseDate(reportDue)}前报送办结报告` : ''}${requirement ? `；要求：${quote(requirement)}` : ''}`,
  'assignment-signed': ({ signedOn }) => `${formatChineseDate(signedOn)}签收`,
  'objection-raised': ({ reasons, proposedUnit, late, paper }) =>
    `${late ? '逾期' : ''}提出异议（${paper.number}），理由：${quote(reasons)}` +
    (proposedUnit ? `；建议由${proposedUnit}办理` : ''),
  'objection-decided': ({ upheld, reason }) =>
    `答复异议：${upheld ? '成立，收回材料' : '不成立，继续办理'}${reason ? `；理由：${quote(reason)}` : ''}`,
  'assignment-reported': ({ text, signer, paper }) =>
    `报送办结报告（${paper.number}），${signer}签发：${quote(text)}`,
  'mediation-opened': ({ title, committee, mediators }) =>
    `${committee}受理调解：${title}（调解员 ${mediators.join('、')}）`,
  'mediation-session-held': ({ heldOn, place, record }) =>
    `${formatChineseDate(heldOn)}${place ? `在${place}` : ''}调解：${quote(record)}`,
  'mediation-concluded': mediationConcluded,
  'mediation-confirmation-applied': ({ court }) => `双方共同向${court}申请司法确认`,
  'mediation-confirmation-decided': ({ confirmed, documentNumber }) =>
    `司法确认：${confirmed ? '确认协议有效' : '驳回申请'}（${documentNumber}）`,
  'mediation-performed': ({ what, complete }) => `${complete ? '履行完毕' : '部分履行'}：${quote(what)}`,
  'mediation-revisited': ({ found, note }) => `回访（${REVISIT_NAMES[found]}）：${quote(note)}`,
};

function routeDecided({ route, procedure, organ, reason, paper }: Body<'route-decided'>): string {
  const way = procedure
    ? `${PROCEDURES[procedure].name}${organ ? `，由${organ}处理` : ''}`
    : '按信访程序办理';
  const again = reason ? `；重新分类的理由：${quote(reason)}` : '';
  return `依法分类：属于${routeArticle(route)}，${way}${paper ? `（${paper.number}）` : ''}${again}`;
}

function served({ paper, receivedBy, relation, method, refused }: Body<'paper-served'>): string {
  const who = relation ? `${receivedBy}（${relation}）` : receivedBy;
  return `送达${paperName(paper)}：${SERVICE_NAMES[method]}，${who}${refused ? '拒绝签收' : '签收'}`;
}

function mediationConcluded({ outcome, endReason, terms, note, paper }: Body<'mediation-concluded'>): string {
  if (outcome === 'agreement') return `达成调解协议${paper ? `（${paper.number}）` : ''}：${quote(terms)}`;
  if (outcome === 'failed') return `调解不成：${quote(note)}`;
  return `终止调解（${MEDIATION_END_REASONS[endReason ?? 'other']}）：${quote(note)}`;
}

const amended = (changes: Amendment): string =>
  (Object.keys(AMENDED_NAMES) as (keyof Amendment)[])
    .filter((field) => changes[field] !== undefined)
    .map((field) => AMENDED_NAMES[field])
    .join('、');

function paperName({ kind, number }: IssuedPaper): string {
  const known = Object.hasOwn(PAPERS, kind) ? PAPERS[kind as keyof typeof PAPERS].title : '文书';
  return `${known}（${number}）`;
}

/** A text on one line, without its full stop since the sentence may go on, cut where it is long. */
function quote(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const characters = [...line.replace(/[。；，、.;,]+$/, '')];
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : characters.join('');
}

/** Identity numbers (18 places, 15 before 1999) and telephone numbers, mobile with or without gaps, fixed with area code. */
const PERSONAL_NUMBER =
  /(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15}|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?![\dA-Za-z])/g;

const withoutNumbers = (text: string): string =>
  text.replace(PERSONAL_NUMBER, (number) => `${number.slice(0, 3)}****${number.slice(-2)}`);

/**
 * The Chinese sentence of a fact, for timelines, outboxes and the bureau's lists. Numbers of people that somebody typed
 * into a text are masked: who needs them asks for them by name, and that is logged.
 */
export function factSentence({ event }: Pick<Recorded, 'event'>): string {
  const sentence = SENTENCES[event.type] as (body: unknown) => string;
  return withoutNumbers(sentence(event.body));
}
