import { expect, test } from 'vitest';
import { readying, redact } from '../../../shared/redact/redact.ts';
import { inSteps } from '../../../shared/steps.ts';

const text = 'Staging site\nhttp://127.0.0.1:8080/\nIts certificate ends in 6 days.';
const stepMs = 50;

test('a text that is got ready in short steps costs no pause when it is looked through', async () => {
  const took: number[] = [];
  let begun = process.threadCpuUsage();
  const lap = () => {
    const { user, system } = process.threadCpuUsage(begun);
    took.push((user + system) / 1000);
    begun = process.threadCpuUsage();
  };
  await inSteps(readying(text), async () => lap());
  redact(text);
  lap();
  expect(Math.max(...took)).toBeLessThan(stepMs);
});
