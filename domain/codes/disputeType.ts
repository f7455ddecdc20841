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
