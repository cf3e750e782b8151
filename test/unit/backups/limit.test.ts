/** Targets above the limit are not judged; this is reported, and none of them counts as well. */
import { expect, test } from 'vitest';
import type { TargetReading } from '../../../shared/backups/reading.ts';
import type { SourceMemory } from '../../../shared/backups/source-memory.ts';
import { freshTargets, viewBackups } from '../../../shared/backups/sources.ts';
import { summariseBackups } from '../../../shared/backups/summary.ts';
import { BackupsSchema } from '../../../shared/coop/backups.ts';
import { entry } from '../../fixtures/entry.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 15);

function viewed(sizes: readonly number[], cronOf: (source: number, target: number) => string) {
  const plan = entry(BackupsSchema, {
    sources: sizes.map((_size, at) => ({
      id: `b${at}`,
      name: `B${at}`,
      kind: 'coop-backups',
      url: 'https://nas.example/',
    })),
  });
  const memories = new Map(
    sizes.map((size, at): [string, SourceMemory] => {
      const targets = Array.from({ length: size }, (_, target): TargetReading => ({
        id: `t${target}`,
        name: `T${target}`,
        lastSuccessUtcMs: nowUtcMs - 3_600_000,
        schedule: { cron: cronOf(at, target), timeZone: 'America/Toronto', graceS: 3600 },
      }));
      return [`b${at}`, { faults: 0, good: { atUtcMs: nowUtcMs, targets, remarks: [] } }];
    }),
  );
  const now = { atUtcMs: nowUtcMs, reading: false, isClockRight: true };
  const state = viewBackups(plan, [], memories, now);
  return {
    state,
    shown: sizes.map(
      (_size, at) => state.targets.filter((one) => one.sourceId === `b${at}`).length,
    ),
    fresh: freshTargets(plan, memories, nowUtcMs).length,
    problems: state.sources.map(({ problem }) => problem?.code),
  };
}

test.each<
  [string, readonly number[], (source: number, target: number) => string, readonly number[]]
>([
  ['a thousand targets', [200, 200, 200, 200, 200], () => '0 3 * * *', [200, 200, 200, 200, 200]],
  [
    'a source too much',
    [200, 200, 200, 200, 199, 2, 1],
    () => '0 3 * * *',
    [200, 200, 200, 200, 199, 0, 1],
  ],
  [
    'a schedule too much',
    [200, 1, 1],
    (source, target) => `${target % 60} ${Math.floor(target / 60) + source} * * *`,
    [200, 1, 1],
  ],
  [
    'schedules of another source, one too much',
    [200, 2],
    (source, target) =>
      source === 0 ? `${target % 60} ${Math.floor(target / 60)} * * *` : `0 ${20 + target} * * *`,
    [200, 0],
  ],
])('%s', (_what, sizes, cronOf, expected) => {
  const { state, shown, fresh, problems } = viewed(sizes, cronOf);
  expect(shown).toEqual(expected);
  expect(fresh).toBe(expected.reduce((sum, one) => sum + one, 0));
  const left = expected.flatMap((count, at) => (count === 0 ? [at] : []));
  expect(problems.flatMap((code, at) => (code === 'too-large' ? [at] : []))).toEqual(left);
  expect(summariseBackups(state).unreadable ?? 0).toBe(left.length);
});
