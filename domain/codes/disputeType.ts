import { z } from 'zod';

/** 纠纷类型 by the two digits of a city's mediation register (DOMAIN 7.2). */
export const DisputeType = z.enum([
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '99',
]);
export type DisputeType = z.infer<typeof DisputeType>;

/** The name that agreements print; the digits are the register's. */
export const DISPUTE_NAMES: Readonly<Record<DisputeType, string>> = {
  '01': '婚姻家庭纠纷',
  '02': '邻里纠纷',
  '03': '房产宅基地纠纷',
  '04': '合同纠纷',
  '05': '生产经营纠纷',
  '06': '损害赔偿纠纷',
  '07': '山林土地纠纷',
  '08': '征地拆迁纠纷',
  '09': '环境污染纠纷',
  '10': '劳动争议纠纷',
  '11': '旅游纠纷',
  '12': '消费纠纷',
  '13': '医疗纠纷',
  '14': '道路交通事故纠纷',
  '15': '物业管理纠纷',
  '16': '知识产权纠纷',
  '17': '互联网纠纷',
  '99': '其他纠纷',
};
