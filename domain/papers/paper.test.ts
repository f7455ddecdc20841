import { describe, expect, it } from 'vitest';
import { paperNumber } from './frame.ts';
import { escapeHtml } from './html.ts';
import { PAPERS, PaperKind, renderPaper } from './paper.ts';

const frame = {
  ...{
    organName: '兴宁市新陂镇人民政府',
    organCode: '新陂',
    number: '新陂信受〔2026〕12号',
    date: '2026-03-02',
  },
  contact: { person: '罗秀英', phone: '0753-3000000' },
};
const notice = {
  ...{ addressee: '张德福', you: '你' as const, raisedOn: '2026-03-02', channel: '来访', matter: '村道破损' },
  ...{ caseNumber: '441481104-20260302-A0007-K', receivedOn: '2026-03-02' },
  answer: {
    type: 'accepted' as const,
    acceptedOn: '2026-03-02',
    legalRoute: 6,
    department: '办公室',
    dueOn: '2026-05-01',
  },
};
const fieldOf = (data: object, changes: object = {}) => {
  const made = renderPaper('acceptanceNotice', data as never, { ...frame, ...changes });
  return made.ok ? 'made' : made.refusal.field;
};

describe('what a paper lacks is refused by name', () => {
  it.each([
    [{}, {}, 'made'],
    [{ addressee: ' ' }, {}, 'data.addressee'],
    [{ matter: undefined }, {}, 'data.matter'],
    [{ receivedOn: '2026-02-30' }, {}, 'data.receivedOn'],
    [{ answer: { ...notice.answer, dueOn: undefined } }, {}, 'data.answer.dueOn'],
    [{ answer: { ...notice.answer, legalRoute: 5 } }, {}, 'data.answer.dueOn'],
    [{}, { organName: '' }, 'frame.organName'],
    [{}, { date: '2026-3-2' }, 'frame.date'],
    [{}, { number: undefined }, 'frame.number'],
    [{}, { number: undefined, draft: true }, 'made'],
  ])('%j %j: %s', (data, changes, expected) => {
    expect(fieldOf({ ...notice, ...data }, changes)).toBe(expected);
  });

  it('every kind refuses an empty form and names a field of it', () => {
    for (const kind of PaperKind.options) {
      const made = renderPaper(kind, {} as never, frame);
      expect(made).toMatchObject({
        ok: false,
        refusal: { code: 'paper-incomplete', field: expect.stringMatching(/^data\./) },
      });
    }
    expect(Object.keys(PAPERS)).toEqual(PaperKind.options);
  });
});

it('a date in a year without a notice carries its note, a sure one does not', () => {
  const page = (provisional: boolean) => {
    const made = renderPaper('acceptanceNotice', notice, { ...frame, provisional });
    return made.ok ? made.value : '';
  };
  expect([page(true), page(false)].map((text) => text.includes('当年放假安排尚未公布'))).toEqual([
    true,
    false,
  ]);
});

it('numbers have no leading zero and no 第, but for the volume cover of a mediation', () => {
  expect([
    paperNumber('新陂', '信受', 2026, { sequence: 7 }),
    paperNumber('新陂', '信受', 2026, { sequence: 7, letter: 'A' }),
    paperNumber('新陂', '信受', 2026, { sequence: 7, letter: 'B' }),
    paperNumber('新陂', '人调', 2026, { sequence: 7 }),
    paperNumber('新陂', '信受', 2026),
  ]).toEqual([
    '新陂信受〔2026〕7号',
    '新陂信受〔2026〕7号',
    '新陂信受〔2026〕B7号',
    '（2026）新陂人调字第7号',
    '新陂信受〔2026〕　号',
  ]);
});

it.each([
  ['<script>"&\'`', '&lt;script&gt;&quot;&amp;&#39;&#96;'],
  ['a\u202eb', 'a[U+202E]b'],
  ['a\u0000b', 'a[U+0000]b'],
  ['a\ud800b', 'a[U+D800]b'],
  ['a\r\nb\u2028c\td', 'a\nb\nc d'],
  ['𠮷𬭎', '𠮷𬭎'],
  ['سلام', '<bdi>سلام</bdi>'],
])('text on a page is only text: %j', (text, expected) => {
  expect(escapeHtml(text)).toBe(expected);
});
