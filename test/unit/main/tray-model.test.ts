import { expect, test } from 'vitest';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';
import { defaultQuietHours } from '../../../shared/peace/hours.ts';
import type { Hush } from '../../../shared/peace/view.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { summarise } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';

const words = { t: createTranslate('en'), times: createTimes('en', 'UTC') };
const now = Date.UTC(2026, 10, 24, 6, 0);
const nine = Date.UTC(2026, 10, 24, 9, 0);

function service(id: string, more: Partial<ServiceView>): ServiceView {
  return {
    id,
    name: id,
    hasPage: false,
    verdict: 'up',
    sinceUtcMs: 0,
    intervalMs: 60_000,
    ...more,
  };
}

function draw(services: ServiceView[], hush?: Hush) {
  const snapshot: Snapshot = {
    revision: 1,
    appVersion: '0',
    locale: 'en',
    connectivity: { state: 'online', sinceUtcMs: 0 },
    coop: { name: 'x', source: 'x', readAtUtcMs: 0, problems: [] },
    services,
    checkingNow: false,
    trayAvailable: true,
    peace: {
      quietHours: defaultQuietHours,
      setBy: 'app',
      damaged: false,
      ...(hush ? { hush } : {}),
    },
  };
  const summary = () => summarise(services, snapshot.connectivity);
  return trayModel(words, { snapshot: () => snapshot, summary }, now);
}

test('a muted service leaves the icon, and stands last in the menu', () => {
  const { state, sentence, services } = draw([
    service('pads', { verdict: 'down', muted: { sinceUtcMs: 0 } }),
    service('chat', { verdict: 'degraded', acknowledged: { sinceUtcMs: 0, reason: 'x' } }),
    service('site', {}),
  ]);
  expect([state, sentence]).toEqual(['degraded', '1 of 2 degraded: chat (1 muted)']);
  expect(services).toEqual([
    { id: 'chat', label: 'chat: degraded (seen)', muted: false },
    { id: 'pads', label: 'pads: down (muted)', muted: true },
  ]);
});

test.each<[Hush | undefined, string, boolean]>([
  [undefined, 'Pause notifications', false],
  [{ why: 'quiet-hours', untilUtcMs: nine }, 'Quiet until 09:00', false],
  [{ why: 'pause', untilUtcMs: nine }, 'Quiet until 09:00', true],
  [{ why: 'pause' }, 'Quiet until you end it', true],
])('while %j the menu says “%s”', (hush, label, isPaused) => {
  const model = draw([], hush);
  expect([model.labels.pause, model.isPaused]).toEqual([label, isPaused]);
});
