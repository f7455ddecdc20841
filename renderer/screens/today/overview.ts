import type { OutputOf } from '../../../contract/define.ts';
import type { DeskContract } from '../../../contract/deskContract.ts';

/** What 今日 is made of. */
export type Overview = OutputOf<DeskContract['today']['overview']>;
