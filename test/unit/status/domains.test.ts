import { describe, expect, test } from 'vitest';
import { createDomains } from '../../../main/core/status/domains.ts';
import { createAskDomain } from '../../../main/core/status/domain-request.ts';
import { RefusedError } from '../../../main/core/status/host-backoff.ts';
import { createNotifier } from '../../../main/core/notifications/notifier.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Standing } from '../../../shared/status/rdap.ts';
import { fakeClock } from '../clock.ts';
import { readCoop, service } from './monitor.ts';

const dayMs = 86_400_000;
const rdap = 'https://rdap.example/domain/';
const { services } = readCoop({
  services: [service('site', { domain: 'a.coop' }), service('files', { domain: 'a.coop' })],
});

/** A registry that reports an end `days` after the clock's start. */
function watchDomains(days: number, file: { text: string } = { text: '' }, clock = fakeClock()) {
  const endsUtcMs = clock.nowUtcMs() + days * dayMs;
  const asked: string[] = [];
  const told: string[] = [];
  let online = true;
  let answers = true;
  let whenAsked = () => {};
  let standing: Standing | undefined;
  const notifier = createNotifier({
    clock,
    policy: { admit: (changes) => changes },
    show: ({ changes }) => {
      told.push(...changes.map((one) => `${one.name} ${one.to} ${one.reason?.params['band']}`));
    },
  });
  const domains = createDomains({
    random: () => 0.5,
    clock,
    ask: async (_base, name) => {
      asked.push(name);
      whenAsked();
      if (!answers) throw new Error('refused');
      return { endsUtcMs, ...(standing ? { standing } : {}) };
    },
    store: {
      load: async () => file.text,
      save: async (text) => void (file.text = text),
    },
    isOnline: () => online,
  });
  domains.onChange((changes) => notifier.update(changes, { worse: 0, better: 0 }));
  return {
    clock,
    domains,
    asked,
    told,
    endsUtcMs,
    setOnline: (next: boolean) => (online = next),
    onceAsked: (then: () => void) => (whenAsked = then),
    setAnswers: (next: boolean) => (answers = next),
    setStanding: (next: Standing | undefined) => (standing = next),
  };
}

describe('the end of a domain', () => {
  test('is asked once a day for all its services, and told once at each step', async () => {
    const { clock, domains, asked, told } = watchDomains(23);
    await domains.setServices(rdap, services);
    await clock.pass(dayMs / 2);
    expect([asked, told]).toEqual([['a.coop'], []]);
    await clock.pass(23 * dayMs);
    expect(asked.length).toBe(24);
    expect(told).toEqual([
      'site degraded 21',
      'site degraded 14',
      'site degraded 7',
      'site degraded 0',
    ]);
  });

  test('is neither asked nor told again after a restart on the same day', async () => {
    const file = { text: '' };
    const first = watchDomains(10, file);
    await first.domains.setServices(rdap, services);
    await first.clock.pass(60_000);
    first.domains.dispose();
    expect([first.asked.length, first.told.length, first.clock.timers()]).toEqual([1, 1, 0]);

    const again = watchDomains(10, file, first.clock);
    await again.domains.setServices(rdap, services);
    await again.clock.pass(dayMs / 2);
    expect([again.asked, again.told]).toEqual([[], []]);
    expect(again.domains.domainOf('a.coop')?.endsUtcMs).toBe(first.endsUtcMs);
  });

  test('is known from a file of the first form, too, which had no version', async () => {
    const file = { text: '' };
    const first = watchDomains(10, file);
    await first.domains.setServices(rdap, services);
    await first.clock.pass(60_000);
    first.domains.dispose();
    const { version, domains: known } = JSON.parse(file.text) as Record<string, object>;
    expect(version).toBe(1);
    const again = watchDomains(10, { text: JSON.stringify(known) }, first.clock);
    await again.domains.setServices(rdap, services);
    await again.clock.pass(dayMs / 2);
    expect([again.asked, again.told]).toEqual([[], []]);
  });

  test('stays as it was told when the registry is silent', async () => {
    const { clock, domains, endsUtcMs, setAnswers } = watchDomains(60);
    await domains.setServices(rdap, services);
    await clock.pass(60_000);
    setAnswers(false);
    await clock.pass(2 * dayMs);
    expect(domains.domainOf('a.coop')).toEqual({ name: 'a.coop', endsUtcMs });
  });

  test('waits for the network', async () => {
    const { clock, domains, asked, setOnline } = watchDomains(60);
    setOnline(false);
    await domains.setServices(rdap, services);
    await clock.pass(3_600_000);
    expect(asked).toEqual([]);
    setOnline(true);
    await clock.pass(600_000);
    expect(asked).toEqual(['a.coop']);
  });

  test('is not asked for where the document names nobody to ask', async () => {
    const { clock, domains, asked } = watchDomains(60);
    await domains.setServices(undefined, services);
    await clock.pass(dayMs);
    expect([asked, domains.domainOf('a.coop'), clock.timers()]).toEqual([[], undefined, 0]);
  });

  test.each(['{"a.coop":{"askedAtUtcMs":"x"}}', '[', 'null'])(
    'is asked for anew when what was kept is damaged: %s',
    async (text) => {
      const { clock, domains, asked } = watchDomains(60, { text });
      await domains.setServices(rdap, services);
      await clock.pass(60_000);
      expect(asked).toEqual(['a.coop']);
    },
  );

  test('is asked for within a day even if the clock was set back by a year', async () => {
    const file = { text: JSON.stringify({ 'a.coop': { askedAtUtcMs: Date.UTC(2027, 10, 24) } }) };
    const { clock, domains, asked } = watchDomains(60, file);
    await domains.setServices(rdap, services);
    await clock.pass(dayMs);
    expect(asked).toEqual(['a.coop']);
  });
});

describe('what the registry does with a domain', () => {
  test('is not told by the answer that shows the clock of this machine to be wrong', async () => {
    const file = { text: '' };
    const { clock, domains, asked, told, setOnline, onceAsked } = watchDomains(3, file);
    onceAsked(() => setOnline(false));
    await domains.setServices(rdap, services);
    await clock.pass(dayMs / 2);
    expect([asked, told, file.text]).toEqual([['a.coop'], [], '']);
    onceAsked(() => {});
    setOnline(true);
    await clock.pass(dayMs / 2);
    expect([asked.length, told]).toEqual([2, ['site degraded 7']]);
  });

  test('is told once, again when it gets worse, and forgotten when it is well', async () => {
    const { clock, domains, told, setStanding } = watchDomains(365);
    await domains.setServices(rdap, services);
    await clock.pass(dayMs);
    for (const standing of ['redemption', 'deleting', 'restoring', undefined, 'held'] as const) {
      setStanding(standing);
      await clock.pass(3 * dayMs);
      expect(domains.domainOf('a.coop')?.standing).toBe(standing);
    }
    expect(told).toEqual(['site degraded -1', 'site degraded -2', 'site degraded 1']);
  });

  test('stays known while the registry is silent, and after a restart', async () => {
    const file = { text: '' };
    const first = watchDomains(365, file);
    first.setStanding('redemption');
    await first.domains.setServices(rdap, services);
    await first.clock.pass(60_000);
    first.setAnswers(false);
    await first.clock.pass(2 * dayMs);
    first.domains.dispose();
    const again = watchDomains(365, file, first.clock);
    await again.domains.setServices(rdap, services);
    expect([again.domains.domainOf('a.coop')?.standing, again.told]).toEqual(['redemption', []]);
  });
});

test('a registry that refuses is asked again in an hour or when it says, one name after the other', async () => {
  const clock = fakeClock();
  const asked: [name: string, atMs: number][] = [];
  let refuses = true;
  const domains = createDomains({
    random: () => 0,
    clock,
    ask: async (_base, name) => {
      asked.push([name, clock.monotonicMs()]);
      if (refuses) throw new RefusedError({ reason: reason('refuses-us'), waitMs: 30_000 });
      return { endsUtcMs: clock.nowUtcMs() + 300 * dayMs };
    },
    store: { load: async () => undefined, save: async () => undefined },
    isOnline: () => true,
  });
  const names = ['a.coop', 'b.coop', 'c.coop'];
  const { services: three } = readCoop({
    services: names.map((domain, at) => service(`s${at}`, { domain })),
  });
  await domains.setServices(rdap, three);
  await clock.pass(25_000);
  expect(asked).toHaveLength(1);
  refuses = false;
  await clock.pass(2 * 3_600_000);
  expect(names.map((name) => domains.domainOf(name)?.endsUtcMs !== undefined)).toEqual([
    true,
    true,
    true,
  ]);
  const times = asked.map(([, atMs]) => atMs).toSorted((a, b) => a - b);
  expect(times.slice(1).every((atMs, at) => atMs - (times[at] ?? 0) >= 30_000)).toBe(true);
  domains.dispose();
});

test('a name of another script is asked for as the DNS spells it', async () => {
  const asked: string[] = [];
  const events = [{ eventAction: 'expiration', eventDate: '2027-11-24T00:00:00Z' }];
  const body = JSON.stringify({ ldhName: 'xn--bcher-kva.example', events });
  const net = {
    request: async ({ url }: { url: string }) => {
      asked.push(url);
      return { url, status: 200, headers: {}, timings: {}, body };
    },
  };
  const ask = createAskDomain({ net, clock: fakeClock() });
  const word = await ask(rdap, 'bücher.example', new AbortController().signal);
  expect(asked).toEqual([`${rdap}xn--bcher-kva.example`]);
  expect(word).toEqual({ endsUtcMs: Date.UTC(2027, 10, 24) });
});
