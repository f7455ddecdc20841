import { z } from 'zod';

/** The statutory procedures behind routes 1 to 5 of Art.31, as the route card offers them. */
export const Procedure = z.enum([
  'CIVIL_SUIT',
  'CIVIL_APPEAL',
  'CIVIL_RETRIAL',
  'ADMINISTRATIVE_SUIT',
  'PROCURATORATE',
  'POLICE',
  'LABOUR_ARBITRATION',
  'LAND_ARBITRATION',
  'COMMERCIAL_ARBITRATION',
  'PARTY_APPEAL',
  'REEXAMINATION',
  'RECONSIDERATION',
  'RULING',
  'CONFIRMATION',
  'LICENCE',
  'PUNISHMENT',
  'STATE_COMPENSATION',
  'INFORMATION',
  'INVESTIGATE',
  'PROTECT',
]);
export type Procedure = z.infer<typeof Procedure>;

/** One guidance card: the procedure and the limits that its own law sets. Only what was read in the law stands here. */
export interface Guidance {
  route: 1 | 2 | 3 | 4 | 5;
  name: string;
  /** Until when the citizen must act. */
  citizen?: { limit: string; article: string };
  /** By when the authority must act. */
  authority?: { limit: string; article: string };
}

const limit = (text: string, article: string) => ({ limit: text, article });

export const PROCEDURES: Readonly<Record<Procedure, Guidance>> = {
  CIVIL_SUIT: { route: 1, name: '民事诉讼' },
  CIVIL_APPEAL: {
    ...{ route: 1, name: '民事上诉' },
    citizen: limit('自判决书送达之日起15日内，裁定自送达之日起10日内', '《民事诉讼法》第一百七十一条'),
  },
  CIVIL_RETRIAL: {
    ...{ route: 1, name: '申请再审' },
    citizen: limit('一般在判决、裁定发生法律效力后6个月内', '《民事诉讼法》第二百一十六条'),
  },
  ADMINISTRATIVE_SUIT: {
    ...{ route: 1, name: '行政诉讼' },
    citizen: limit(
      '自知道或者应当知道作出行政行为之日起6个月内；经过行政复议的，自收到复议决定书之日起15日内',
      '《行政诉讼法》第四十五条、第四十六条',
    ),
  },
  PROCURATORATE: { route: 1, name: '检察机关刑事立案、法律监督程序' },
  POLICE: { route: 1, name: '公安机关法律程序' },
  LABOUR_ARBITRATION: {
    ...{ route: 2, name: '劳动人事争议仲裁' },
    citizen: limit('自知道或者应当知道权利被侵害之日起1年内', '《劳动争议调解仲裁法》第二十七条'),
    authority: limit(
      '收到申请之日起5日内决定是否受理，受理之日起45日内裁决，复杂的可以延长不超过15日',
      '《劳动争议调解仲裁法》第二十九条、第四十三条',
    ),
  },
  LAND_ARBITRATION: {
    ...{ route: 2, name: '农村土地承包经营纠纷仲裁' },
    citizen: limit(
      '自知道或者应当知道权利被侵害之日起2年内；对裁决不服的，自收到裁决书之日起30日内起诉',
      '《农村土地承包经营纠纷调解仲裁法》第十八条、第四十八条',
    ),
    authority: limit(
      '受理之日起60日内，复杂的可以延长不超过30日',
      '《农村土地承包经营纠纷调解仲裁法》第四十七条',
    ),
  },
  COMMERCIAL_ARBITRATION: { route: 2, name: '民商事仲裁' },
  PARTY_APPEAL: { route: 3, name: '党员申诉' },
  REEXAMINATION: { route: 3, name: '申请复审' },
  RECONSIDERATION: {
    ...{ route: 4, name: '行政复议' },
    citizen: limit('自知道或者应当知道行政行为之日起60日内', '《行政复议法》第二十条'),
    authority: limit(
      '适用普通程序的自受理之日起60日内，情况复杂的可以延长不超过30日；适用简易程序的30日内',
      '《行政复议法》第六十二条',
    ),
  },
  RULING: { route: 4, name: '行政裁决' },
  CONFIRMATION: { route: 4, name: '行政确认' },
  LICENCE: {
    ...{ route: 4, name: '行政许可' },
    authority: limit('20个工作日内，可以延长10个工作日', '《行政许可法》第四十二条、第八十二条'),
  },
  PUNISHMENT: {
    ...{ route: 4, name: '行政处罚' },
    authority: limit('自立案之日起90日内', '《行政处罚法》第六十条'),
  },
  STATE_COMPENSATION: {
    ...{ route: 4, name: '国家赔偿' },
    citizen: limit('自知道或者应当知道权利受到侵犯之日起2年内', '《国家赔偿法》第三十九条'),
    authority: limit('收到申请之日起2个月内', '《国家赔偿法》第十三条'),
  },
  INFORMATION: {
    ...{ route: 4, name: '政府信息公开' },
    authority: limit('20个工作日内，可以延长不超过20个工作日', '《政府信息公开条例》第三十三条'),
  },
  INVESTIGATE: {
    ...{ route: 5, name: '查处违法行为' },
    authority: limit(
      '法律、法规另有规定的从其规定；没有规定的，2个月内不履行的可以依法起诉',
      '《行政诉讼法》第四十七条',
    ),
  },
  PROTECT: {
    ...{ route: 5, name: '履行保护人身权、财产权等合法权益的职责' },
    authority: limit(
      '法律、法规另有规定的从其规定；没有规定的，2个月内不履行的可以依法起诉；情况紧急的，不受2个月期限的限制',
      '《行政诉讼法》第四十七条',
    ),
  },
};
