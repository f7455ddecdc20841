import { z } from 'zod';

/** 信访形式 (DOMAIN 5.1), in the order of the digits that choose them at the counter. */
export const Channel = z.enum([
  'VISIT',
  'LETTER',
  'CALL',
  'NET',
  'HOTLINE_12345',
  'LEADER_RECEPTION',
  'DOWN_VISIT',
  'FAX',
  'OTHER',
]);
export type Channel = z.infer<typeof Channel>;

/** The name that papers, timelines and registers print. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  VISIT: '来访',
  LETTER: '来信',
  CALL: '来电',
  NET: '网上信访',
  HOTLINE_12345: '12345热线转办',
  LEADER_RECEPTION: '领导接访',
  DOWN_VISIT: '下访约访',
  FAX: '传真',
  OTHER: '其他',
};

/** True where people stand before the clerk: they get their notice in the hand and are counted as a visit (人次). */
export const isVisit = (channel: Channel): boolean =>
  channel === 'VISIT' || channel === 'LEADER_RECEPTION' || channel === 'DOWN_VISIT';
