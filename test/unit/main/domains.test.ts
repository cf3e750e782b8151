import { describe, expect, test } from 'vitest';
import { createAskDomain, createDomains } from '../../../main/status/domains.ts';
import { createNotifier } from '../../../main/status/notifier.ts';
import { fakeClock } from '../clock.ts';
import { readCoop, service } from './watch.ts';

const dayMs = 86_400_000;
const rdap = 'https://rdap.example/domain/';
const { services } = readCoop({
  services: [service('site', { domain: 'a.coop' }), service('files', { domain: 'a.coop' })],
});

/** A registry that tells an end `days` after the clock's start. */
function watchDomains(days: number, file: { text: string } = { text: '' }, clock = fakeClock()) {
  const endsUtcMs = clock.nowUtcMs() + days * dayMs;
  const asked: string[] = [];
  const told: string[] = [];
  let online = true;
  let answers = true;
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
      if (!answers) throw new Error('refused');
      return endsUtcMs;
    },
    store: {
      load: async () => file.text,
      save: async (text) => void (file.text = text),
    },
    isOnline: () => online,
    onChange: (changes) => notifier.update(changes, { worse: 0, better: 0 }),
  });
  return {
    clock,
    domains,
    asked,
    told,
    endsUtcMs,
    setOnline: (next: boolean) => (online = next),
    setAnswers: (next: boolean) => (answers = next),
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
  const end = await createAskDomain({ net })(rdap, 'bücher.example', new AbortController().signal);
  expect([asked, end]).toEqual([[`${rdap}xn--bcher-kva.example`], Date.UTC(2027, 10, 24)]);
});
