/** Everybody here is made up, with phone and identity numbers of nobody. */

/** Somebody with an account at the desk. */
export interface Member {
  name: string;
  password: string;
  roles: readonly ('clerk' | 'mediator' | 'leader' | 'administrator')[];
}

export const ADMINISTRATOR: Member = {
  name: '何文清',
  password: '枫桥经验六十周年',
  roles: ['administrator', 'clerk'],
};
export const CLERK: Member = { name: '陈小满', password: '接访台前先倒杯茶', roles: ['clerk'] };
export const LEADER: Member = { name: '罗建国', password: '包案化解一包到底', roles: ['leader'] };
export const MEDIATOR: Member = { name: '刁秀兰', password: '大事化小小事化了', roles: ['mediator'] };
export const MEMBERS: readonly Member[] = [ADMINISTRATOR, CLERK, LEADER, MEDIATOR];

/** The town that the desks of the journeys stand in, unless they say otherwise. */
export const TOWN = { code: '441481104', name: '新陂镇' };

/** A petitioner as the clerk types it. */
export interface Petitioner {
  name: string;
  idNumber?: string;
  phone?: string;
  address?: string;
  representative?: boolean;
}

export const ZHANG: Petitioner = {
  name: '张三妹',
  idNumber: '441425196203050024',
  phone: '19900000001',
  address: '新陂镇茅塘村三组 8 号',
};
