import { describe, expect, test } from 'vitest';
import { trayModel } from '../../../main/desktop/tray-model.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../../shared/i18n/translate.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { explainViews } from '../../../shared/status/dependencies.ts';
import type { Verdict } from '../../../shared/status/observation.ts';
import { summarise } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';

function view(id: string, verdict: Verdict, more: Partial<ServiceView> = {}): ServiceView {
  return { id, name: id, hasPage: false, verdict, sinceUtcMs: 0, intervalMs: 60_000, ...more };
}

function draw(services: readonly ServiceView[], coop: Partial<Snapshot['coop']> = {}) {
  const snapshot: Snapshot = {
    revision: 1,
    silentFeeds: [],
    appVersion: '1',
    locale: 'en',
    coop: { name: 'x', source: 'x', readAtUtcMs: 0, problems: [], ...coop },
    connectivity: { state: 'online', sinceUtcMs: 0 },
    services: [...services],
    checkingNow: false,
    trayAvailable: true,
  };
  return trayModel(createTranslate('en'), createTimes('en', 'UTC'), 0, {
    snapshot: () => snapshot,
    summary: () => summarise(snapshot.services, snapshot.connectivity),
  });
}

describe('the menu', () => {
  test('names a cause once, and counts what stands on it', () => {
    const parents = new Map([
      ['chat', 'host'],
      ['pads', 'host'],
    ]);
    const views = [view('chat', 'down'), view('host', 'down'), view('pads', 'down')];
    const model = draw(explainViews([...views, view('site', 'down')], parents));
    expect(model.services.map((one) => one.label)).toEqual([
      'host: down, and 2 services on it',
      'site: down',
    ]);
    expect(model.sentence).toBe('4 of 4 down: host, site, chat and 1 more');
  });

  test('offers what to use instead, with a link where there is one', () => {
    const [chat, pads] = draw([
      view('chat', 'down', { instead: { name: 'the phone', hasPage: false } }),
      view('pads', 'down', { instead: { name: 'the old pads', hasPage: true } }),
    ]).services;
    expect(chat?.offers).toEqual([{ label: 'Use the phone meanwhile' }]);
    expect(pads?.offers).toEqual([
      { label: 'Use the old pads meanwhile', link: { serviceId: 'pads', which: 'instead' } },
    ]);
  });

  test('leads to the emergency card whatever the state, if there is one', () => {
    const emergency = { steps: ['Call El'], contacts: [] };
    expect(draw([view('chat', 'up')], { emergency }).labels.emergency).toBe('Where to meet');
    expect(draw([view('chat', 'up')]).labels.emergency).toBeUndefined();
  });
});
