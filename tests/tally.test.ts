import { describe, expect, it } from 'vitest';
import { closing, journeysTally } from './tally.ts';

describe('the closing line', () => {
  it('is the same whether something was skipped or not', () => {
    expect(closing({ passed: 7, failed: 0, skipped: [] })).toBe('7 passed, 0 failed');
    expect(closing({ passed: 7, failed: 1, skipped: ['a: no material here'] })).toBe('7 passed, 1 failed');
  });
});

describe("Playwright's report", () => {
  const test = (status: string, annotations: object[] = []) => ({
    status,
    projectName: 'loopback',
    annotations,
  });
  const report = (parts: object) =>
    JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0 }, suites: [], errors: [], ...parts });

  it('counts a file that does not load and a test that passed only the second time as failures', () => {
    const text = report({
      stats: { expected: 5, unexpected: 1, flaky: 2 },
      errors: [{ message: 'no such file' }],
    });
    expect(journeysTally(text)).toEqual({ passed: 5, failed: 4, skipped: [] });
  });

  it('names every skipped test with its reason, however deep', () => {
    const suites = [
      {
        title: 'walkIn.spec.ts',
        specs: [{ title: 'prints', tests: [test('skipped')] }],
        suites: [
          {
            title: 'market day',
            specs: [
              { title: 'ten cases', tests: [test('skipped', [{ type: 'skip', description: 'no printer' }])] },
              { title: 'one case', tests: [test('expected')] },
            ],
          },
        ],
      },
    ];
    expect(journeysTally(report({ suites })).skipped).toEqual([
      'walkIn.spec.ts › prints (loopback): no reason given',
      'walkIn.spec.ts › market day › ten cases (loopback): no printer',
    ]);
  });
});
