/** What warnings on the screen ask with each change in the app is worked out anew only when it may be another. */
import { expect, test } from 'vitest';
import { createKnown } from '../../../main/features/backups/known.ts';
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import type { BackupsPlan } from '../../../shared/coop/backups.ts';

const minuteMs = 60_000;

test('a warning gets the same answer until the readings, the document, the clock or the minute change', () => {
  const world = {
    nowUtcMs: 10 * minuteMs,
    plan: { sources: [] } as BackupsPlan,
    all: new Map<string, SourceMemory>() as ReadonlyMap<string, SourceMemory>,
    isClockRight: true,
  };
  const known = createKnown(
    { nowUtcMs: () => world.nowUtcMs },
    { plan: () => world.plan, all: () => world.all },
    () => world.isClockRight,
  );
  const first = known.toTheMinute();
  world.nowUtcMs += minuteMs - 1;
  expect(known.toTheMinute()).toBe(first);
  expect(known.now()).not.toBe(first);

  const changes: readonly (() => unknown)[] = [
    () => (world.nowUtcMs += 1),
    () => (world.plan = { sources: [] }),
    () => (world.all = new Map()),
    () => (world.isClockRight = false),
  ];
  for (const change of changes) {
    const before = known.toTheMinute();
    change();
    expect(known.toTheMinute()).not.toBe(before);
    expect(known.toTheMinute()).toBe(known.toTheMinute());
  }
});
