import { describe, expect, test } from 'vitest';
import type { ReportedAge } from '../../../main/core/status/standby-age.ts';
import { createFreshness } from '../../../main/core/status/standby-age.ts';
import { createAskFreshness } from '../../../main/core/status/standby-age-request.ts';
import type { Answer } from '../../../main/platform/net/request.ts';
import { RefusedError } from '../../../main/core/status/host-backoff.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';
import { readCoop, service } from './monitor.ts';

const hourMs = 3_600_000;
const source = { url: 'https://b.example/x.json', path: '$.at', maxAgeS: 7200 };
const coop = readCoop({
  services: [
    service('passwords', { standby: { service: 'copy', freshness: source } }),
    service('copy'),
    service('pads', { standby: { service: 'copy' } }),
  ],
});

function watchFreshness() {
  const clock = fakeClock();
  let needed = false;
  let asked = 0;
  let tell = (): Promise<number | undefined> => Promise.resolve(clock.nowUtcMs() - hourMs);
  let changes = 0;
  let reportedAge: (serviceId: string) => ReportedAge | undefined = () => undefined;
  const freshness = createFreshness({
    clock,
    ask: () => {
      asked += 1;
      return tell();
    },
    isClockRight: () => true,
    isNeeded: () => needed,
    reportedAge: (id) => reportedAge(id),
    random: () => 0.5,
  });
  freshness.onChange(() => (changes += 1));
  freshness.setServices(coop.services);
  return {
    clock,
    freshness,
    asked: () => asked,
    changes: () => changes,
    need: (id: string) => {
      needed = true;
      freshness.need(id);
    },
    setTell: (next: typeof tell) => (tell = next),
    setReportedAge: (next: typeof reportedAge) => (reportedAge = next),
  };
}

describe('the age of a standby’s data', () => {
  test('is not known before it was asked, nor without a source', async () => {
    const { clock, freshness } = watchFreshness();
    expect(freshness.freshnessOf('passwords')).toEqual({ age: 'unknown' });
    await clock.pass(10);
    expect(freshness.freshnessOf('passwords').age).toBe('fresh');
    expect(freshness.freshnessOf('pads')).toEqual({ age: 'unknown' });
  });

  test('is what the backups say where the document names no source, or that has said nothing', async () => {
    const { clock, freshness, setTell, setReportedAge } = watchFreshness();
    const ofUtcMs = clock.nowUtcMs() - 3 * hourMs;
    setTell(() => Promise.resolve(undefined));
    setReportedAge((id) => (id === 'copy' ? undefined : { ofUtcMs, maxAgeS: 4 * 3600 }));
    await clock.pass(10);
    for (const id of ['pads', 'passwords']) {
      expect(freshness.freshnessOf(id)).toEqual({ age: 'fresh', ofUtcMs });
    }
    expect(freshness.freshnessOf('copy')).toEqual({ age: 'unknown' });
    setReportedAge(() => ({ ofUtcMs: undefined, maxAgeS: 60 }));
    expect(freshness.freshnessOf('pads')).toEqual({ age: 'unknown' });
    setReportedAge(() => ({ ofUtcMs, maxAgeS: 60 }));
    expect(freshness.freshnessOf('pads').age).toBe('stale');
    setTell(() => Promise.resolve(clock.nowUtcMs()));
    await clock.pass(hourMs * 1.2);
    expect(freshness.freshnessOf('passwords').age).toBe('fresh');
  });

  test('grows while the source is silent, and is never taken for younger', async () => {
    const { clock, freshness, setTell } = watchFreshness();
    await clock.pass(10);
    setTell(() => Promise.reject(new Error('refused')));
    await clock.pass(hourMs / 2);
    expect(freshness.freshnessOf('passwords').age).toBe('fresh');
    await clock.pass(hourMs);
    expect(freshness.freshnessOf('passwords').age).toBe('stale');
  });

  test('is asked once an hour in quiet times, and every five minutes while it matters', async () => {
    const { clock, asked, need } = watchFreshness();
    await clock.pass(5 * hourMs - 60_000);
    expect(asked()).toBe(5);
    need('passwords');
    await clock.pass(30 * 60_000);
    expect(asked()).toBe(12);
  });

  test('is not asked again for a service that has just been asked for, nor for others', async () => {
    const { clock, asked, need } = watchFreshness();
    await clock.pass(10);
    need('passwords');
    need('pads');
    await clock.pass(1000);
    expect(asked()).toBe(1);
  });

  test('leaves no timer while the machine sleeps', async () => {
    const { clock, freshness, asked, changes } = watchFreshness();
    await clock.pass(10);
    freshness.suspend();
    expect(clock.timers()).toBe(0);
    freshness.resume();
    await clock.pass(10);
    expect([asked(), changes()]).toEqual([2, 2]);
  });
});

test('a source that wants to be left alone is, also while the standby is needed', async () => {
  const { clock, asked, need, setTell } = watchFreshness();
  const refusal = { reason: reason('refuses-us'), waitMs: 30 * 60_000 };
  setTell(() => Promise.reject(new RefusedError(refusal)));
  await clock.pass(10);
  for (let at = 0; at < 5; at += 1) {
    await clock.pass(5.5 * 60_000);
    need('passwords');
  }
  expect(asked()).toBe(1);
  await clock.pass(5 * 60_000);
  expect(asked()).toBe(2);
});

test('a source that refuses is told from one that knows nothing', async () => {
  const net = {
    request: async ({ url }: { url: string }) => {
      const headers = { 'retry-after': '60' };
      return { url, status: 503, headers, body: '', timings: {} };
    },
  };
  const asking = createAskFreshness({ net, clock: fakeClock() })(
    source,
    new AbortController().signal,
  );
  await expect(asking).rejects.toMatchObject({ refusal: { waitMs: 60_000 } });
});

test.each<[string, Partial<Answer>, number | undefined]>([
  ['a time', { body: '{"at":1795835400}' }, 1_795_835_400_000],
  ['no JSON', { body: '<html>' }, undefined],
  ['JSON without the time', { body: '{"at":null}' }, undefined],
  ['an error', { status: 500, body: '{"at":1795835400}' }, undefined],
])('a source that answers %s', async (_what, answer, ofUtcMs) => {
  const ask = createAskFreshness({
    clock: fakeClock(),
    net: {
      request: async ({ url, bodyBytes }) => {
        expect([url, Number(bodyBytes) <= 64 * 1024]).toEqual([source.url, true]);
        return { url, status: 200, headers: {}, body: '', timings: {}, ...answer };
      },
    },
  });
  expect(await ask(source, new AbortController().signal)).toBe(ofUtcMs);
});

const hour = 3600;
const at = 1_795_835_400;

test.each<[string, string, unknown, number | undefined]>([
  ['the first is the oldest', '$.dbs[*].at', { dbs: [{ at }, { at: at + hour }] }, at],
  ['the last is the oldest', '$.dbs[*].at', { dbs: [{ at: at + hour }, { at }] }, at],
  ['they are written in several ways', '$[*]', [new Date((at + hour) * 1000), `${at}`], at],
  ['one is not known', '$.dbs[*].at', { dbs: [{ at }, { at: null }] }, undefined],
  ['one is no time', '$[*]', [at, 'yesterday'], undefined],
  ['there are none', '$.dbs[*].at', { dbs: [] }, undefined],
])('of several times the oldest counts: %s', async (_what, path, data, ofUtcS) => {
  const ask = createAskFreshness({
    clock: fakeClock(),
    net: {
      request: async ({ url }) => {
        const body = JSON.stringify(data);
        return { url, status: 200, headers: {}, body, timings: {} };
      },
    },
  });
  const { signal } = new AbortController();
  expect(await ask({ ...source, path }, signal)).toBe(ofUtcS && ofUtcS * 1000);
});
