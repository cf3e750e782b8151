import { describe, expect, test } from 'vitest';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { summarise, worstFirst } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { viewService } from '../../../shared/status/view.ts';
import { serviceView } from '../../fixtures/views.ts';

const service = {
  id: 'pads',
  name: 'Pads',
  retired: false,
  intervalS: 60,
  damping: { failures: 3, successes: 2, confirmS: 10 },
};
const record: ServiceRecord = { verdict: 'up', sinceUtcMs: 0, asOfUtcMs: 100_000 };
const online = { state: 'online', sinceUtcMs: 0 } as const;

describe('what is seen of a record', () => {
  test.each<[string, ServiceRecord, ConnectivityState, number, Verdict, string | undefined]>([
    ['a fresh reading as it is', record, 'online', 120_000, 'up', undefined],
    ['a stale reading as unknown', record, 'online', 400_000, 'unknown', 'stale'],
    ['nothing while we are offline', record, 'offline', 120_000, 'unknown', 'offline'],
    ['nothing behind a sign-in page', record, 'captive', 120_000, 'unknown', 'captive'],
    ['nothing before the network is back', record, 'waking', 120_000, 'unknown', 'waking'],
    ['a reading without witnesses as it is', record, 'unknown', 120_000, 'up', undefined],
    [
      'the end of a service whatever happens',
      { ...record, verdict: 'retired' },
      'offline',
      120_000,
      'retired',
      undefined,
    ],
  ])('%s', (_what, seen, state, now, verdict, code) => {
    const view = viewService(service, seen, { state, sinceUtcMs: 110_000 }, now);
    expect([view.verdict, view.reason?.code]).toEqual([verdict, code]);
  });

  test('what was known last is kept while we are offline', () => {
    const view = viewService(service, record, { state: 'offline', sinceUtcMs: 110_000 }, 120_000);
    expect(view).toMatchObject({ lastKnown: 'up', sinceUtcMs: 110_000, asOfUtcMs: 100_000 });
  });
});

function views(...verdicts: Verdict[]): ServiceView[] {
  return verdicts.map((verdict, index) => serviceView(`s${index}`, { name: `S${index}`, verdict }));
}

describe('the worst state', () => {
  test.each<[Verdict[], string]>([
    [['up', 'up'], 'up'],
    [['up', 'degraded', 'down'], 'down'],
    [['up', 'degraded', 'unknown'], 'degraded'],
    [['up', 'unknown'], 'unknown'],
    [['maintenance', 'unknown'], 'unknown'],
    [['up', 'maintenance'], 'up'],
    [['maintenance'], 'maintenance'],
    [['no-access'], 'up'],
    [['up', 'retired'], 'up'],
    [['retired'], 'unknown'],
    [[], 'unknown'],
    [['up', 'no-access'], 'up'],
  ])('%j is %s', (verdicts, overall) => {
    expect(summarise(views(...verdicts), online).overall).toBe(overall);
  });

  test('is unknown while we are offline, whatever was known', () => {
    const summary = summarise(views('down'), { state: 'offline', sinceUtcMs: 0 });
    expect(summary.overall).toBe('unknown');
  });

  test('muted services are counted apart', () => {
    const all = views('down', 'up', 'retired').map((view) =>
      view.verdict === 'down' ? { ...view, muted: { sinceUtcMs: 0 } } : view,
    );
    expect(summarise(all, online)).toMatchObject({ overall: 'up', total: 1, muted: 1, worst: [] });
  });

  test('retired services do not count', () => {
    expect(summarise(views('up', 'down', 'retired'), online)).toMatchObject({
      total: 2,
      worst: ['S1'],
    });
  });
});

test('trouble comes first, and otherwise the order of the document stays', () => {
  const sorted = worstFirst(views('up', 'down', 'unknown', 'down', 'degraded')).map(
    (one) => one.id,
  );
  expect(sorted).toEqual(['s1', 's3', 's4', 's2', 's0']);
});
