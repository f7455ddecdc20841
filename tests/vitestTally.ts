import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';
import type { Tally } from './tally.ts';

/**
 * A reporter that leaves test-results/vitest.json for run.ts. vitest's own JSON drops the reason of a skip, and misses
 * a file that does not load or a hook that throws: here each of those counts as a failure.
 */
export default function vitestTally(): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      const tally: Tally = { passed: 0, failed: unhandled.length, skipped: [] };
      for (const module of modules) {
        const suites = [module, ...module.children.allSuites()];
        tally.failed += suites.filter((suite) => suite.errors().length > 0).length;
        for (const test of module.children.allTests()) {
          const result = test.result();
          if (result.state === 'passed') tally.passed += 1;
          else if (result.state === 'failed') tally.failed += 1;
          else {
            const reason = (result.state === 'skipped' && result.note) || 'the reason is in its name';
            tally.skipped.push(`${module.relativeModuleId} › ${test.fullName}: ${reason}`);
          }
        }
      }
      mkdirSync('test-results', { recursive: true });
      writeFileSync('test-results/vitest.json', JSON.stringify(tally));
    },
  };
}
