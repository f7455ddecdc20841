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
  timeout: 240_000,
  // Printing starts a browser of its own, and other work may hold both cores: no journey asserts a time.
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
});
