import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'out/**', 'dist/**', 'tests/journeys/**', 'tests/bench/**'],
    environment: 'node',
    // Two cores and a noisy machine: generous limits, no test asserts a duration.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
