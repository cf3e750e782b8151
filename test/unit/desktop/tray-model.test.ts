import { describe, expect, test } from 'vitest';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';
import { defaultQuietHours } from '../../../shared/notification-policy/quiet-hours.ts';
import type { Hush } from '../../../shared/notification-policy/view.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { explainViews } from '../../../shared/status/dependencies.ts';
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

function draw(
  services: readonly ServiceView[],
  quietReason?: Hush,
  coop: Partial<Snapshot['coop']> = {},
  more: Partial<Snapshot> = {},
) {
  const snapshot: Snapshot = {
    revision: 1,
    silentFeeds: [],
    appVersion: '0',
    locale: 'en',
    connectivity: { state: 'online', sinceUtcMs: 0 },
    coop: { name: 'x', source: 'x', readAtUtcMs: 0, problems: [], sections: [], ...coop },
    services: [...services],
    checkingNow: false,
    trayAvailable: true,
    noticesShown: true,
    policy: {
      quietHours: defaultQuietHours,
      setBy: 'app',
      damaged: false,
      ...(quietReason ? { quietReason } : {}),
    },
    ...more,
  };
  return trayModel(words, snapshot, now);
}

test('a muted service leaves the icon, and stands last in the menu', () => {
  const { state, sentence, services } = draw([
    service('pads', { verdict: 'down', muted: { sinceUtcMs: 0 } }),
    service('chat', { verdict: 'degraded', acknowledged: { sinceUtcMs: 0, reason: 'x' } }),
    service('site', {}),
  ]);
  expect([state, sentence]).toEqual(['degraded', '1 of 2 degraded: chat (1 muted)']);
  expect(services).toEqual([
    { id: 'chat', label: 'chat: degraded (seen)', muted: false, offers: [] },
    { id: 'pads', label: 'pads: down (muted)', muted: true, offers: [] },
  ]);
});

test('another member who looks at it is named; the icon and the sentence are as they were', () => {
  const seenBy = [{ by: 'sam', note: 'restarting', atUtcMs: 0 }];
  const { state, sentence, services } = draw([service('pads', { verdict: 'down', seenBy })]);
  expect([state, sentence]).toEqual(['down', '1 of 1 down: pads']);
  expect(services.map(({ label }) => label)).toEqual(['pads: down (seen by sam)']);
});

test.each<[Hush | undefined, string, boolean]>([
  [undefined, 'Pause notifications', false],
  [{ why: 'quiet-hours', untilUtcMs: nine }, 'Quiet until 09:00', false],
  [{ why: 'pause', untilUtcMs: nine }, 'Quiet until 09:00', true],
  [{ why: 'pause' }, 'Quiet until you end it', true],
])('while %j the menu says “%s”', (quietReason, label, isPaused) => {
  const model = draw([], quietReason);
  expect([model.labels.pause, model.isPaused]).toEqual([label, isPaused]);
});

describe('the menu', () => {
  test('names a cause once, and counts what stands on it', () => {
    const parents = new Map([
      ['chat', 'host'],
      ['pads', 'host'],
    ]);
    const views = [
      service('chat', { verdict: 'down' }),
      service('host', { verdict: 'down' }),
      service('pads', { verdict: 'down' }),
    ];
    const model = draw(explainViews([...views, service('site', { verdict: 'down' })], parents));
    expect(model.services.map((one) => one.label)).toEqual([
      'host: down, and 2 services on it',
      'site: down',
    ]);
    expect(model.sentence).toBe('4 of 4 down: host, site, chat and 1 more');
  });

  test('offers what to use instead, with a link where there is one', () => {
    const [chat, pads] = draw([
      service('chat', { verdict: 'down', instead: { name: 'the phone', hasPage: false } }),
      service('pads', { verdict: 'down', instead: { name: 'the old pads', hasPage: true } }),
    ]).services;
    expect(chat?.offers).toEqual([{ label: 'Use the phone meanwhile' }]);
    expect(pads?.offers).toEqual([
      { label: 'Use the old pads meanwhile', link: { serviceId: 'pads', which: 'instead' } },
    ]);
  });

  test('leads to the emergency card whatever the state, if there is one', () => {
    const emergency = { steps: ['Call El'], contacts: [] };
    expect(
      draw([service('chat', { verdict: 'up' })], undefined, { emergency }).labels.emergency,
    ).toBe('Where to meet');
    expect(draw([service('chat', { verdict: 'up' })]).labels.emergency).toBeUndefined();
  });
});

test('backups that are not well have a line of their own, and leave the icon alone', () => {
  const backups = { bad: 1, unknown: 0, warning: 0, good: 4 };
  const well = [service('site', {})];
  const { state, labels } = draw(well, undefined, { sections: ['backups'] }, { backups });
  expect([state, labels.backups]).toEqual(['up', 'Backups: 1 in trouble']);
  // A document that no longer speaks of backups has none to worry about.
  expect(draw(well, undefined, {}, { backups }).labels.backups).toBeUndefined();
});
