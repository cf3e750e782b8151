import { expect, test } from 'vitest';
import { redacting } from '../../../shared/redact/redact.ts';
import { stepMs } from '../work/limits.ts';
import { slownessNow } from '../work/slowness.ts';
import { walked } from '../work/walked.ts';

const text = 'Staging site\nhttp://127.0.0.1:8080/\nIts certificate ends in 6 days.';

test('a text that is got ready in short steps costs no pause when it is looked through', async () => {
  const { longestMs } = await walked(() => redacting(text));
  expect(longestMs / slownessNow()).toBeLessThan(stepMs);
});
