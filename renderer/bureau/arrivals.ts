import type { BureauContract } from '../../contract/bureauConsole.ts';
import type { BureauRow } from '../../contract/bureauViews.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/define.ts';
import { createPagedList } from '../stores/pagedList.ts';
import { bureau } from './consoleClient.ts';

type List = BureauContract['cases']['list'];
export type ArrivalFilter = Omit<ParsedInputOf<List>, 'offset' | 'limit' | 'channel'>;

export const NO_ARRIVAL_FILTER: ArrivalFilter = {
  text: '',
  unit: '',
  status: [],
  unassigned: false,
  objectionOpen: false,
  sort: 'arrived',
};

/** True when the filter leaves something out (the order does not). */
export const isNarrowed = (filter: ArrivalFilter): boolean =>
  filter.text !== '' ||
  filter.unit !== '' ||
  filter.status.length > 0 ||
  filter.unassigned ||
  filter.objectionOpen;

/** What arrived at the bureau. */
export const useArrivals = createPagedList<ArrivalFilter, BureauRow, OutputOf<List>>(
  NO_ARRIVAL_FILTER,
  (filter, offset, limit) => bureau.cases.list({ ...filter, offset, limit }),
);
