import { defineConfig } from '@playwright/test';

/** The same journeys over both shells; the fixture in tests/journeys reads the project's name and starts its own desk. */
export default defineConfig({
  testDir: 'tests/journeys',
  tsconfig: 'tests/journeys/tsconfig.json',
  outputDir: 'test-results/journeys',
  projects: [{ name: 'loopback' }, { name: 'electron-double' }],
  workers: Number(process.env.FENGQIAO_WORKERS ?? 2),
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
});
