import type { CaseView } from '../../contract/cases.ts';
import { caseText } from '../text/case.ts';
import type { Fact } from './Facts.tsx';

type Joined = Pick<CaseView, 'supplements' | 'merged' | 'joined' | 'split' | 'partOf'>;

const words = caseText.handling;

/** 补正, 并案 and 拆分, a line each. */
export const caseParts = ({ supplements = [], merged, joined = [], split, partOf }: Joined): Fact[] => [
  ...(partOf ? [{ term: words.partOf, value: partOf.number }] : []),
  ...joined.map(({ joinedOn, from }) => ({
    term: words.joined,
    value: `${joinedOn} ${from.number} ${from.title}`,
  })),
  ...supplements.map(({ requested, received }) => ({
    term: words.supplement,
    value: received
      ? `${received.receivedOn} ${words.supplementState(received.complete)}：${received.note}`
      : `${requested.requestedOn} ${words.supplementOpen}：${requested.materials}`,
  })),
  ...(merged
    ? [{ term: words.merged, value: `${merged.mergedOn} ${merged.into.number}；${merged.reason}` }]
    : []),
  ...(split
    ? [
        { term: words.split, value: `${split.splitOn} ${split.reason}` },
        ...split.parts.map(({ number, title, ended }) => ({
          term: words.partTerm,
          value: words.part(number, title, ended),
        })),
      ]
    : []),
];
