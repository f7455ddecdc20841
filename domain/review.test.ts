/** 复查 and 复核: scenario A to its end, who may ask until when, and what the reviewing organ's word does to the case. */
import { describe, expect, it } from 'vitest';
import { builtInCalendar as calendar } from './calendar.ts';
import { clocksOf, nextDuty } from './clocks.ts';
import type { DomainEvent } from './events/all.ts';
import { caseAfter, exampleContext, OTHER_TOWN, recordedAs, registeredEvent } from './example.ts';
import { accepted, claims, paper } from './exampleFacts.ts';
import { evolvePetition, type PetitionState } from './petition.ts';
import { statusOf } from './petitionStatus.ts';
import { conclude, issueOpinion, recordDelivery } from './steps/opinion.ts';
import {
  answerReview,
  holdHearing,
  recordReviewOpinion,
  requestReview,
  serveReviewOpinion,
} from './steps/review.ts';
import { closedFor, type Step, takeStep } from './steps/step.ts';

// The organs' numbers and all people are made up.
const served = (n: number, servedOn: string): DomainEvent => ({
  type: 'paper-served',
  body: {
    ...{ paper: paper('handlingOpinion', n), servedOn, method: 'IN_PERSON', place: '' },
    ...{ receivedBy: '张德福', refused: false, deliverer: '罗秀英' },
  },
});
const answered = (n: number, issuedOn: string): DomainEvent[] => [
  {
    type: 'opinion-issued',
    body: {
      ...{ issuedOn, factsFound: '属实。', claims, superiorOrgan: '兴宁市人民政府', signer: '陈志强' },
      paper: paper('handlingOpinion', n),
    },
  },
  served(n, issuedOn),
];
const extended: DomainEvent[] = [
  { type: 'extension-requested', body: { days: 30, reason: '需要检测', requestedOn: '2026-05-06' } },
  {
    type: 'extension-approved',
    body: {
      ...{ days: 30, reason: '需要检测', approvedOn: '2026-05-06', approver: '陈志强', late: false },
      paper: paper('extensionNotice'),
    },
  },
];
/** Scenario A up to the served opinion of 5 June 2026; the remedies run from there. */
const decided = [registeredEvent(), accepted, ...extended, ...answered(9, '2026-06-05')] as const;

/** Takes steps one after another, each on its day; the last must be lawful too. */
function walk(state: PetitionState, ...steps: [string, Step<never>, object][]): PetitionState {
  return steps.reduce((before, [today, step, input]) => {
    const answer = takeStep(step as Step<object>, before, input, exampleContext(today));
    if (!answer.ok) throw new Error(`${step.name}: ${JSON.stringify(answer.refusal)}`);
    return answer.value.reduce<PetitionState>(
      (after, event) => evolvePetition(after, recordedAs(event)) ?? after,
      before,
    );
  }, state);
}

const organs = { review: '兴宁市人民政府', reexamination: '梅州市人民政府' } as const;
const asks = (stage: keyof typeof organs, receivedOn: string, change: object = {}) => ({
  ...{ stage, receivedOn, organ: organs[stage], request: '请求撤销处理意见。', lateAnyway: false, ...change },
});
const says = (issuedOn: string, result = 'UPHOLD') => ({
  ...{ issuedOn, result, documentNumber: '兴信复查〔2026〕1号', opinion: '事实清楚，依据充分。' },
});
const gives = (servedOn: string) => ({ servedOn, method: 'IN_PERSON', receivedBy: '张德福' });
const review = (state: PetitionState, result = 'UPHOLD') =>
  walk(
    state,
    ['2026-07-06', requestReview, asks('review', '2026-07-06')],
    ['2026-07-08', answerReview, { answeredOn: '2026-07-08', accepted: true, reason: '' }],
    ['2026-08-04', recordReviewOpinion, says('2026-08-04', result)],
    ['2026-08-05', serveReviewOpinion, gives('2026-08-05')],
  );
const clock = (state: PetitionState, rule: string, today: string) => {
  const found = clocksOf(state, { today, calendar }).find((c) => c.rule === rule);
  return found && [found.dueRaw, found.dueLegal, found.state, found.metOn ?? found.reason ?? found.daysLeft];
};
const refusal = (step: Step<never>, state: PetitionState, input: object, today: string) => {
  const answer = takeStep(step as Step<object>, state, input, exampleContext(today));
  return answer.ok ? 'done' : [answer.refusal.code, answer.refusal.field];
};

describe('scenario A from the opinion to its end', () => {
  it('the 复查 may be asked for until Monday 6 July, and is answered by 5 August', () => {
    expect(clock(caseAfter(...decided), 'D07', '2026-06-06')).toEqual([
      '2026-07-05',
      '2026-07-06',
      'running',
      29,
    ]);
    const asked = walk(caseAfter(...decided), ['2026-07-06', requestReview, asks('review', '2026-07-06')]);
    expect(clock(asked, 'D07', '2026-07-20')).toEqual(['2026-07-05', '2026-07-06', 'met', '2026-07-06']);
    expect(clock(asked, 'D08', '2026-07-20')).toEqual(['2026-08-05', '2026-08-05', 'running', 16]);
    expect(statusOf(asked)).toBe('in-review');
  });

  it('the 复核 is asked for by 4 September and answered by 8 October, with or without two days of hearing', () => {
    const reviewed = review(caseAfter(...decided));
    expect(clock(reviewed, 'D08', '2026-08-06')).toEqual(['2026-08-05', '2026-08-05', 'met', '2026-08-05']);
    expect(clock(reviewed, 'D09', '2026-08-06')).toEqual(['2026-09-04', '2026-09-04', 'running', 29]);
    const asked = walk(reviewed, ['2026-09-04', requestReview, asks('reexamination', '2026-09-04')]);
    expect(clock(asked, 'D10', '2026-09-30')).toEqual(['2026-10-04', '2026-10-08', 'running', 4]);
    expect(statusOf(asked)).toBe('in-reexamination');
    const heard = walk(asked, [
      ...(['2026-09-16', holdHearing] as const),
      { from: '2026-09-14', to: '2026-09-15', place: '', note: '' },
    ]);
    expect(clock(heard, 'D10', '2026-09-30')).toEqual(['2026-10-06', '2026-10-08', 'running', 6]);
    const { working } =
      clocksOf(heard, { today: '2026-09-30', calendar }).find((c) => c.rule === 'D10') ?? {};
    expect(working).toContain('听证所需2日不计算在内，至2026年10月6日（《信访工作条例》第三十六条第二款）。');
  });

  it('after its service nobody accepts the same facts and reasons again', () => {
    const ended = walk(
      review(caseAfter(...decided)),
      ['2026-09-04', requestReview, asks('reexamination', '2026-09-04')],
      ['2026-09-30', recordReviewOpinion, says('2026-09-30')],
      ['2026-09-30', serveReviewOpinion, gives('2026-09-30')],
    );
    const context = exampleContext('2026-11-02');
    for (const step of [requestReview, answerReview, holdHearing, recordReviewOpinion, serveReviewOpinion])
      expect(closedFor(step as Step<never>, ended, context)).toEqual({
        ...{ code: 'no-more', article: '《信访工作条例》第三十六条第三款' },
      });
    expect(nextDuty(clocksOf(ended, { today: '2026-11-02', calendar }))?.rule).toBeUndefined();
  });
});

describe('in time or not', () => {
  const state = caseAfter(...decided);
  it.each([
    ['on the last day', asks('review', '2026-07-06'), '2026-07-06', 'done'],
    ['a day late', asks('review', '2026-07-07'), '2026-07-07', ['review-late', 'receivedOn']],
    [
      'X08: a day late but posted on the last day',
      asks('review', '2026-07-07', { postmarkedOn: '2026-07-06' }),
      ...(['2026-07-07', 'done'] as const),
    ],
    [
      'posted too late',
      asks('review', '2026-07-09', { postmarkedOn: '2026-07-07' }),
      ...(['2026-07-09', ['review-late', 'receivedOn']] as const),
    ],
    [
      'posted before the opinion was served',
      asks('review', '2026-07-07', { postmarkedOn: '2026-06-04' }),
      ...(['2026-07-07', ['postmark-impossible', 'postmarkedOn']] as const),
    ],
    [
      'posted after it arrived',
      asks('review', '2026-07-06', { postmarkedOn: '2026-07-07' }),
      ...(['2026-07-07', ['postmark-impossible', 'postmarkedOn']] as const),
    ],
    [
      'before the opinion was served',
      asks('review', '2026-06-04'),
      ...(['2026-07-06', ['date-before-previous-step', 'receivedOn']] as const),
    ],
    ['tomorrow', asks('review', '2026-07-07'), '2026-07-06', ['date-in-future', 'receivedOn']],
    ['the second remedy first', asks('reexamination', '2026-07-06'), '2026-07-06', ['not-now', 'stage']],
  ])('%s', (_when, input, today, expected) => {
    expect(refusal(requestReview, state, input, today)).toEqual(expected);
  });

  it('X08: what was posted in time meets the clock, and is not flagged', () => {
    const posted = asks('review', '2026-07-07', { postmarkedOn: '2026-07-06' });
    const asked = walk(state, ['2026-07-07', requestReview, posted]);
    expect(asked.reviews?.[0]?.requested.late).toBe(false);
    expect(clock(asked, 'D07', '2026-07-08')).toEqual(['2026-07-05', '2026-07-06', 'met', '2026-07-06']);
    // The reviewing organ's own period runs from the day it received the letter.
    expect(clock(asked, 'D08', '2026-07-08')).toEqual(['2026-08-06', '2026-08-06', 'running', 29]);
  });

  it('a late one is kept, flagged, and may be turned down with a reason', () => {
    const late = asks('review', '2026-07-07', { lateAnyway: true });
    const asked = walk(state, ['2026-07-07', requestReview, late]);
    expect([asked.reviews?.[0]?.requested.late, clock(asked, 'D07', '2026-07-08')?.[2]]).toEqual([
      true,
      'met-late',
    ]);
    const no = { answeredOn: '2026-07-08', accepted: false, reason: '' };
    expect(refusal(answerReview, asked, no, '2026-07-08')).toEqual(['reason-missing', 'reason']);
    const refused = walk(asked, ['2026-07-08', answerReview, { ...no, reason: '超过期限，无正当理由。' }]);
    expect(clock(refused, 'D08', '2026-07-09')).toEqual([
      '2026-08-06',
      '2026-08-06',
      'not-owed',
      'request-refused',
    ]);
    expect(statusOf(refused)).toBe('delivered');
  });

  it('a right that nobody used lapses with the legal last day', () => {
    expect(clock(state, 'D07', '2026-07-06')?.[2]).toBe('running');
    expect(clock(state, 'D07', '2026-07-07')).toEqual([
      '2026-07-05',
      '2026-07-06',
      'not-owed',
      'not-requested',
    ]);
  });
});

describe('a hearing', () => {
  const asked = walk(review(caseAfter(...decided)), [
    '2026-09-04',
    requestReview,
    asks('reexamination', '2026-09-04'),
  ]);
  const hearing = (from: string, to: string, days?: number) => ({ from, to, days, place: '', note: '' });

  it.each([
    ['before the request', hearing('2026-09-03', '2026-09-04'), ['date-before-previous-step', 'from']],
    ['that ends before it begins', hearing('2026-09-15', '2026-09-14'), ['date-before-previous-step', 'to']],
    ['still to come', hearing('2026-09-21', '2026-09-22'), ['date-in-future', 'from']],
    ['with more days than it has', hearing('2026-09-14', '2026-09-15', 3), ['hearing-days', 'days']],
    ['with none', hearing('2026-09-14', '2026-09-15', 0), ['hearing-days', 'days']],
    ['with fewer, as a person says', hearing('2026-09-14', '2026-09-18', 2), 'done'],
  ])('%s', (_what, input, expected) => {
    expect(refusal(holdHearing, asked, input, '2026-09-20')).toEqual(expected);
  });

  it('is counted once: no day twice, and only in the 复核', () => {
    const heard = walk(asked, ['2026-09-16', holdHearing, hearing('2026-09-14', '2026-09-15')]);
    expect(refusal(holdHearing, heard, hearing('2026-09-15', '2026-09-16'), '2026-09-20')).toEqual([
      'hearing-overlaps',
      'from',
    ]);
    const first = walk(caseAfter(...decided), ['2026-07-06', requestReview, asks('review', '2026-07-06')]);
    expect(refusal(holdHearing, first, hearing('2026-07-07', '2026-07-07'), '2026-07-10')).toEqual([
      'not-now',
      undefined,
    ]);
    // The opinion comes after the hearing.
    expect(refusal(recordReviewOpinion, heard, says('2026-09-14'), '2026-09-20')).toEqual([
      'date-before-previous-step',
      'issuedOn',
    ]);
  });
});

describe('what the reviewing organ says', () => {
  const closing = { concludedOn: '2026-06-08', ground: 'opinion-delivered', summary: '已送达。' };
  const concluded = walk(caseAfter(...decided), ['2026-06-08', conclude, closing]);

  it('a remedy goes on after the conclusion, and leaves it where the opinion is upheld', () => {
    const asked = walk(concluded, ['2026-07-06', requestReview, asks('review', '2026-07-06')]);
    expect(statusOf(asked)).toBe('in-review');
    expect(statusOf(review(concluded))).toBe('concluded');
    expect(statusOf(review(concluded, 'CHANGE'))).toBe('concluded');
  });

  it.each(['REVOKE', 'REDO'])('%s opens the case for a new opinion with remedies of its own', (result) => {
    const back = review(concluded, result);
    expect([statusOf(back), back.opinion, back.conclusion]).toEqual(['extended', undefined, undefined]);
    // The handling period was met by the first opinion; no text begins it anew.
    expect(clock(back, 'D05', '2026-08-10')).toEqual(['2026-06-08', '2026-06-08', 'met', '2026-06-05']);
    const redone = walk(
      back,
      [
        ...(['2026-08-20', issueOpinion] as const),
        {
          issuedOn: '2026-08-20',
          factsFound: '重新核实。',
          claims,
          superiorOrgan: '兴宁市人民政府',
          signer: '陈志强',
        },
      ],
      [
        ...(['2026-08-21', recordDelivery] as const),
        {
          ...{ paper: paper('handlingOpinion'), servedOn: '2026-08-21', method: 'IN_PERSON', place: '' },
          ...{ receivedBy: '张德福', refused: false, relation: '', note: '' },
        },
      ],
    );
    expect(clock(redone, 'D07', '2026-08-22')).toEqual(['2026-09-20', '2026-09-20', 'running', 29]);
    expect(refusal(requestReview, redone, asks('review', '2026-09-01'), '2026-09-01')).toBe('done');
  });

  it('another unit has nothing to record, and an opinion not served has no remedy', () => {
    const other = exampleContext('2026-07-06', { unit: OTHER_TOWN });
    expect(closedFor(requestReview as Step<never>, concluded, other)?.code).toBe('not-ours');
    const written = caseAfter(...(decided.slice(0, -1) as unknown as [DomainEvent]));
    expect(refusal(requestReview, written, asks('review', '2026-07-06'), '2026-07-06')).toEqual([
      'not-now',
      undefined,
    ]);
  });
});
