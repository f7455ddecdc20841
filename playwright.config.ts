import { defineConfig } from '@playwright/test';
import { WAITING_JOURNEYS } from './tests/waiting.ts';

/** Files of a project that wait, as patterns. */
const waitingIn = (project: string): string[] =>
  Object.keys(WAITING_JOURNEYS).flatMap((key) => {
    const [of, file] = key.split(' ');
    return of === project ? [`**/${file}`] : [];
  });

/** The same journeys over both shells; the fixture in tests/journeys reads the project's name and starts its own desk. */
export default defineConfig({
  testDir: 'tests/journeys',
  tsconfig: 'tests/journeys/tsconfig.json',
  outputDir: 'test-results/journeys',
  projects: ['loopback', 'electron-double'].map((name) => ({ name, testIgnore: waitingIn(name) })),
  workers: Number(process.env.FENGQIAO_WORKERS ?? 2),
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
});
