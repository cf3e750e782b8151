import { defineConfig } from 'vitest/config';
import { patience } from './test/patience.ts';
import { scenarioCount } from './test/scenarios.ts';

/** What holds the processor's time that a piece of work takes against a limit. */
const timed = ['test/unit/work/**/*.test.ts', 'test/unit/redact/readying.test.ts'];
/** What holds real time against a limit, or gives a real server little of it. */
const measured = [
  'test/integration/{bbb,echo,secrets}/*.test.ts',
  'test/integration/backups/reading.test.ts',
  'test/integration/desktop/tray-bus.test.ts',
  'test/integration/history/*thread.test.ts',
  // The checks, each with the time that its probe may take.
  'test/integration/*.test.ts',
];

/** What needs a DOM, which takes a quarter of a second to load. */
const inDom = 'test/unit/**/*.dom.test.tsx';

/** On desktops of their own, beside which no other app runs: they measure time, count processes, or listen to Orca. */
const alone = ['test/e2e/{echo,hung,screen-reader,screen-reader-return,secrets,terminal}.test.ts'];
const e2e = {
  setupFiles: 'test/e2e/no-machine.ts',
  globalSetup: 'test/e2e/setup.ts',
  testTimeout: 60_000 * patience(),
  hookTimeout: 60_000 * patience(),
};

export default defineConfig({
  test: {
    reporters: ['default', scenarioCount],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: [...timed, inDom],
          setupFiles: 'test/unit/no-machine.ts',
          // Modules hold no state, so the files of a worker share them: loading them anew for each took half the time.
          isolate: false,
          // On given clocks: it only ends what would go on for ever, however busy the machine is.
          testTimeout: 30_000 * patience(),
        },
      },
      {
        test: {
          name: 'dom',
          include: [inDom],
          environment: 'happy-dom',
          // Packages are loaded once for all files of a worker, which takes half the time; the window's own modules, which
          // hold state, are loaded for each file by the set-up.
          isolate: false,
          setupFiles: 'test/unit/renderer/dom-setup.ts',
          testTimeout: 30_000 * patience(),
        },
      },
      {
        test: {
          name: 'timed',
          include: timed,
          setupFiles: 'test/unit/no-machine.ts',
          // After all others and one by one: whoever works beside it on the same core makes it slower.
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          exclude: measured,
          setupFiles: 'test/integration/no-machine.ts',
          // They only end what would go on for ever, however busy the machine is.
          testTimeout: 60_000 * patience(),
          hookTimeout: 60_000 * patience(),
        },
      },
      {
        test: {
          name: 'measured',
          include: measured,
          setupFiles: 'test/integration/no-machine.ts',
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'matrix',
          include: ['test/matrix/**/*.test.ts'],
          globalSetup: 'test/matrix/setup.ts',
          // The suites mostly wait for rate limits, so two run in parallel on any machine.
          maxWorkers: 2,
          sequence: { groupOrder: 5 },
          testTimeout: 60_000 * patience(),
          hookTimeout: 60_000 * patience(),
        },
      },
      {
        test: {
          name: 'gallery',
          include: ['test/gallery/**/*.test.ts'],
          testTimeout: 240_000 * patience(),
          hookTimeout: 60_000 * patience(),
        },
      },
      {
        test: {
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          globalSetup: 'test/packages/setup.ts',
          testTimeout: 120_000 * patience(),
          hookTimeout: 240_000 * patience(),
        },
      },
      {
        test: {
          // On the systems that no test machine of ours has: by name, in the release workflow.
          name: 'installers',
          include: ['test/installers/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          ...e2e,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: alone,
          // Two apps at a time: most of these tests wait, for the next check, for a key, for a start.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...e2e,
          name: 'e2e-alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
