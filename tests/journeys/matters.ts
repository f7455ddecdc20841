import type { Matter } from './pages/registration.ts';
import { type Petitioner, ZHANG } from './people.ts';

/** Made-up matters of a made-up town. */

export const LAND: Matter = {
  people: [ZHANG],
  category: ['tdzs', '土地征收'],
  purpose: ['1', '求决'],
  title: '征地补偿款未发放',
  facts:
    '2025年3月修建通村公路征用责任田一亩二分，补偿款至今没有发放。\n村里说在等上级拨款，已经等了一年多。',
  request: '请求尽快发放补偿款三万六千元。',
};

export const LETTER: Matter = {
  channel: '来信',
  people: [{ name: '曾阿婆', address: '新陂镇新金村' }],
  category: ['slsd', '水利水电'],
  purpose: ['3', '意见建议'],
  title: '建议修缮村口水圳',
  facts: '村口水圳年久失修，雨季漫水，建议在汛期前修缮。',
};

export const CALL: Matter = {
  channel: '来电',
  people: [{ name: '范先生', phone: '13000000007' }],
  category: ['hjwr', '环境污染'],
  purpose: ['1', '求决'],
  title: '石材厂夜间噪声扰民',
  facts: '石材厂夜间十一点后仍在切割，噪声大，老人小孩无法入睡。',
};

/** Nine persons; the first `representatives` of them speak for the others. */
export const group = (representatives: number): Matter => ({
  people: NINE.map((name, index): Petitioner => ({ name, representative: index < representatives })),
  personsPresent: '9',
  category: ['tdzs', '土地征收'],
  purpose: ['1', '求决'],
  title: '九户村民反映安置地未落实',
  facts: '2023年水库加固搬迁九户，承诺的安置地至今没有划定。',
  request: '请求在年内划定安置地。',
});

const NINE = ['丘一', '丘二', '丘三', '丘四', '丘五', '丘六', '丘七', '丘八', '丘九'];

/** A market-day morning: ten people one after the other, short of words. */
export const TEN: readonly Matter[] = [
  '低保金停发两个月',
  '自来水管破裂无人修',
  '村道路灯不亮',
  '拖欠工资一万二千元',
  '邻居建房占用水沟',
  '养老金认证不成功',
  '砂石车压坏村道',
  '医保报销被退回',
  '山林界址不清',
  '学校门口摆摊堵路',
].map((title, index) => ({
  people: [{ name: `赶集${'一二三四五六七八九十'[index]}` }],
  category: ['tdzs', '土地征收'],
  purpose: ['1', '求决'],
  title,
  facts: `${title}，请求处理。`,
}));
