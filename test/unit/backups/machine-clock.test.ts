import { expect, test } from 'vitest';
import { createBackups } from '../../../main/features/backups/index.ts';
import { BackupsSchema } from '../../../shared/coop/backups.ts';
import { fakeClock } from '../clock.ts';
import { entry } from '../../fixtures/entry.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const source = {
  id: 's',
  name: 'Source',
  kind: 'coop-backups',
  url: 'https://backups.example/s.json',
  intervalS: 600,
};

test('while the clock is wrong nothing is late, nothing is fresh, nothing is read and nothing is told', async () => {
  const clock = fakeClock(Date.UTC(2026, 10, 24, 15));
  const shown: string[] = [];
  let asked = 0;
  let clockOffMs: number | undefined;
  const failed = { atUtcMs: clock.nowUtcMs() - hourMs, ok: false };
  const backups = createBackups({
    clock,
    read: async () => {
      asked += 1;
      return { ok: true, targets: [{ id: 'f', name: 'Files', lastAttempt: failed }], problems: [] };
    },
    store: { load: async () => undefined, save: async () => undefined },
    secrets: {
      get: async () => undefined,
      set: async () => undefined,
      delete: async () => undefined,
    },
    random: () => 0.5,
    connectivity: {
      current: () => ({ state: 'online', clockOffMs }),
      confirm: async () => 'online',
    },
    timeZone: () => 'America/Toronto',
    isQuiet: () => false,
    show: (news) => shown.push(...news.map(({ name }) => name)),
  });
  const seen = () =>
    backups.state().targets.map(({ state, findings }) => [state, findings[0]?.code]);

  backups.setPlan(entry(BackupsSchema, { sources: [source] }), []);
  await clock.pass(0);
  clockOffMs = 365 * 24 * hourMs;
  backups.review();
  await clock.pass(2 * hourMs);
  expect([seen(), asked, shown]).toEqual([[['unknown', 'clock-wrong']], 1, []]);
  clockOffMs = undefined;
  backups.resume();
  await clock.pass(2 * minuteMs);
  expect([seen(), asked, shown]).toEqual([[['bad', 'failed']], 2, ['Files']]);
  backups.dispose();
});
