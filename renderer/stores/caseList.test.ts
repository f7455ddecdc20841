import { beforeEach, describe, expect, it } from 'vitest';
import { setBridge } from '../app/bridge.ts';
import { isFiltered, NO_FILTER, useCaseList } from './caseList.ts';

interface Question {
  text: string;
  offset: number;
  limit: number;
  receivedFrom?: string;
}

const TOTAL = 450;
let asked: Question[] = [];
let answer: (question: Question) => Promise<unknown>;

const page = ({ offset, limit }: Question) => ({
  ok: true,
  value: {
    rows: Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, i) => ({
      caseId: `case-${offset + i}`,
    })),
    total: TOTAL,
  },
});
const settled = () => new Promise((done) => setTimeout(done, 10));

beforeEach(() => {
  asked = [];
  answer = async (question) => page(question);
  setBridge({
    call: (_method, input) => {
      asked.push(input as Question);
      return answer(input as Question) as never;
    },
    onChange: () => () => {},
  });
  useCaseList.setState({ owner: '', rows: [], total: 0, filter: NO_FILTER, status: 'loading' });
});

describe('the case list', () => {
  it('asks for the next part when the end comes in sight, and never beyond the end', async () => {
    useCaseList.getState().open('a');
    await settled();
    expect(useCaseList.getState().rows).toHaveLength(200);
    await useCaseList.getState().more();
    await useCaseList.getState().more();
    await useCaseList.getState().more();
    expect(useCaseList.getState().rows).toHaveLength(TOTAL);
    expect(asked.map((q) => q.offset)).toEqual([0, 200, 400]);
  });
  it('asks again for as many rows as were shown, so that the place is found again', async () => {
    useCaseList.getState().open('a');
    await settled();
    await useCaseList.getState().more();
    await useCaseList.getState().refresh();
    expect(useCaseList.getState().rows).toHaveLength(400);
  });
  it('shows nothing of one person to the next one', async () => {
    useCaseList.getState().open('a');
    await settled();
    useCaseList.getState().change({ text: '征地' });
    await settled();
    useCaseList.getState().open('b');
    expect(useCaseList.getState().rows).toHaveLength(0);
    expect(useCaseList.getState().filter).toEqual(NO_FILTER);
  });
  it('keeps the newest answer when an older one comes late', async () => {
    let slow: (value: unknown) => void = () => {};
    answer = (question) =>
      question.text === '旧' ? new Promise((done) => (slow = done)) : Promise.resolve(page(question));
    useCaseList.getState().change({ text: '旧' });
    useCaseList.getState().change({ text: '新' });
    await settled();
    slow({ ok: true, value: { rows: [{ caseId: 'old' }], total: 1 } });
    await settled();
    expect(useCaseList.getState().total).toBe(TOTAL);
  });
  it('does not ask for a date that is half typed', async () => {
    useCaseList.getState().change({ from: '2026-3' });
    useCaseList.getState().change({ from: '2026-03-01' });
    await settled();
    expect(asked.map((q) => q.receivedFrom)).toEqual([undefined, '2026-03-01']);
  });
  it('keeps the rows on the screen when the desk does not answer', async () => {
    useCaseList.getState().open('a');
    await settled();
    answer = () => Promise.reject(new Error('gone'));
    await useCaseList.getState().refresh();
    expect(useCaseList.getState().status).toBe('offline');
    expect(useCaseList.getState().rows).toHaveLength(200);
  });
});

describe('isFiltered', () => {
  it('is true for anything that leaves cases out, false for a mere order', () => {
    expect(isFiltered({ ...NO_FILTER, sort: 'due' })).toBe(false);
    expect(isFiltered({ ...NO_FILTER, status: ['accepted'] })).toBe(true);
    expect(isFiltered({ ...NO_FILTER, text: '李' })).toBe(true);
  });
});
