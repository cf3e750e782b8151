/** A document that omits a source for a while does not lose what was read from it. */
import { expect, test } from 'vitest';
import { good, hourMs, morningUtcMs, planOf, reads, start } from './stage.ts';

const dayMs = 24 * hourMs;
const both = planOf({}, {});
const half = planOf({});

/** Both are read; then for `ms` the document names only one, which is read again and stored. */
async function halved(ms: number): Promise<string | undefined> {
  const { backups, clock, world } = start();
  await backups.restore();
  backups.setPlan(both, []);
  await clock.pass(hourMs);
  backups.setPlan(half, []);
  await clock.pass(ms);
  world.answer = reads(good(morningUtcMs + ms));
  backups.readNow('s0');
  await clock.pass(hourMs);
  backups.dispose();
  return world.text;
}

const readingsIn = (text: string | undefined) =>
  (JSON.parse(text ?? '') as { readings: readonly { of: string }[] }).readings.length;

test('of one that is named again, the last reading is there', async () => {
  const text = await halved(dayMs);
  const { backups } = start({ ...(text ? { text } : {}), startUtcMs: morningUtcMs + 2 * dayMs });
  await backups.restore();
  backups.setPlan(both, []);
  expect(backups.state().sources.map(({ readAtUtcMs }) => readAtUtcMs !== undefined)).toEqual([
    true,
    true,
  ]);
  backups.dispose();
});

test.each([
  [89, 2],
  [92, 1],
])('after %i days without it, %i readings are kept', async (days, count) => {
  expect(readingsIn(await halved(days * dayMs))).toBe(count);
});
