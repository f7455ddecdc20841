import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';

/** What a stage found; a skipped test is its name and reason. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: string[];
}

/** The closing line of a stage and of the whole run; what was skipped is listed before it, with its reasons. */
export function closing({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/** Reads Playwright's JSON report; an error outside any test (a file that does not load) counts as a failure. */
export function journeysTally(text: string): Tally {
  const { stats, suites, errors } = JSON.parse(text) as JSONReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: suites.flatMap((suite) => skippedIn(suite, '')),
  };
}

function skippedIn(suite: JSONReportSuite, above: string): string[] {
  const name = `${above}${suite.title} › `;
  const own = suite.specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'skipped')
      .map((test) => {
        const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
        return `${name}${spec.title} (${test.projectName}): ${reason ?? 'no reason given'}`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((child) => skippedIn(child, name))];
}
