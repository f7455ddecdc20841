import type { CaseRow } from '../../contract/case.ts';
import type { InputOf, OutputOf, ParsedInputOf } from '../../contract/define.ts';
import type { DeskContract } from '../../contract/deskContract.ts';
import type { Channel } from '../../domain/codes/channel.ts';
import { desk } from '../app/bridge.ts';
import { createPagedList } from './pagedList.ts';

type List = DeskContract['cases']['list'];
type Filter = ParsedInputOf<List>;
/** What the filter bar holds; dates as typed (an unreadable date is not asked for). */
export type ListFilter = Pick<Filter, 'text' | 'status' | 'due' | 'custody' | 'sort'> & {
  channel: Channel[];
  from: string;
  to: string;
};

export const NO_FILTER: ListFilter = {
  text: '',
  status: [],
  channel: [],
  due: 'any',
  custody: 'any',
  sort: 'received',
  from: '',
  to: '',
};

/** True when the filter leaves something out (the order does not). */
export const isFiltered = (filter: ListFilter): boolean =>
  (Object.keys(NO_FILTER) as (keyof ListFilter)[]).some(
    (name) => name !== 'sort' && String(filter[name]) !== String(NO_FILTER[name]),
  );

/** The case list of this page. */
export const useCaseList = createPagedList<ListFilter, CaseRow, OutputOf<List>>(
  NO_FILTER,
  (filter, offset, limit) => desk.cases.list({ ...questionOf(filter), offset, limit }),
);

const IS_DATE = /^\d{4}-\d{2}-\d{2}$/;

function questionOf({ from, to, ...rest }: ListFilter): InputOf<List> {
  return {
    ...rest,
    ...(IS_DATE.test(from) && { receivedFrom: from }),
    ...(IS_DATE.test(to) && { receivedTo: to }),
  };
}
