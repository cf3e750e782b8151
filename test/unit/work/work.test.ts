import { Worker } from 'node:worker_threads';
import { beforeAll, expect, test } from 'vitest';
import { memoryMiB, stepMs } from './limits.ts';
import type { Report } from './worker.ts';
import { worstCases } from './worst-cases.ts';

/** A case that hangs must not hang the tests. */
const timeoutMs = 60_000;

const spent = new Map<string, number>();
let last = 'none';
let fault: unknown;

beforeAll(async () => {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
  });
  worker.on('message', ({ name, cpuMs }: Report) => {
    last = name;
    if (cpuMs !== undefined) spent.set(name, cpuMs);
  });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), timeoutMs);
    worker.once('error', (error) => (fault = error));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}, 2 * timeoutMs);

test('all of them end, in little memory', () => {
  expect([fault, last]).toEqual([undefined, Object.keys(worstCases).at(-1)]);
});

test.each(Object.keys(worstCases))('%s', (name) => {
  expect(spent.get(name)).toBeLessThan(stepMs);
});
