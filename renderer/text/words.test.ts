import { expect, it } from 'vitest';
import { daysWords } from './words.ts';

it('says overdue only of what is legally overdue', () => {
  const said = [
    daysWords(3, 'yellow'),
    daysWords(0, 'red'),
    // Saturday was the day, today is Sunday.
    daysWords(-1, 'red'),
    daysWords(-1, 'black'),
  ];
  expect(said).toEqual(['剩余 3 天', '今日到期', '休息日顺延', '逾期 1 天']);
});
