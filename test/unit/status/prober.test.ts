import { describe, expect, test } from 'vitest';
import { createProber } from '../../../main/core/status/prober.ts';
import { createNotifier } from '../../../main/core/notifications/notifier.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { Notice } from '../../../shared/status/notices.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const up: Observation = { verdict: 'up', timings: { total: 5 } };
const down: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };

/** A co-op whose services answer as set, checked every 60 s, confirmed every 10 s. */
function watch(ids: readonly string[], damping: object = {}) {
  const clock = fakeClock();
  const answers = new Map<string, Observation>(ids.map((id) => [id, up]));
  const checks: string[] = [];
  const notices: Notice[] = [];
  let connectivity: ConnectivityState = 'online';
  let jumps = 0;
  const status = createProber({
    clock,
    random: () => 0.5,
    connectivity: {
      current: () => ({ state: 'online' }),
      confirm: () => Promise.resolve(connectivity),
    },
    probe: async (probe) => {
      const id = 'url' in probe ? new URL(probe.url).hostname : '';
      checks.push(id);
      await new Promise<void>((resolve) => clock.after(100, resolve));
      return answers.get(id) ?? down;
    },
  });
  const notifier = createNotifier({
    clock,
    policy: { admit: (changes) => changes },
    show: (notice) => notices.push(notice),
  });
  status.onJump(() => (jumps += 1));
  status.onChange(({ changes }) => notifier.update(changes, status.state().confirming));
  const parsed = parseCoopDocument(
    JSON.stringify({
      version: 1,
      name: 'x',
      services: ids.map((id) => ({
        id,
        name: id,
        probe: { type: 'http', url: `http://${id}` },
        damping,
      })),
    }),
  );
  if (!parsed.ok) throw new Error('document');
  status.setServices(parsed.document.services);
  return {
    clock,
    status,
    checks,
    answers,
    verdict: (id: string) => status.state().records.get(id)?.verdict,
    told: () =>
      notices.map((one) => one.changes.map((change) => `${change.name} ${change.to}`).join(', ')),
    setConnectivity: (next: ConnectivityState) => (connectivity = next),
    jumps: () => jumps,
  };
}

describe('watching services', () => {
  test('says nothing when all is well at the first check', async () => {
    const { clock, verdict, told } = watch(['a', 'b']);
    await clock.pass(1000);
    expect([verdict('a'), verdict('b'), told()]).toEqual(['up', 'up', []]);
  });

  test('tells a failure once, after its confirmations, and the recovery', async () => {
    const { clock, answers, verdict, told } = watch(['a', 'b']);
    await clock.pass(1000);
    answers.set('a', down);
    await clock.pass(60_000);
    expect([verdict('a'), told()]).toEqual(['up', []]);
    await clock.pass(21_000);
    expect([verdict('a'), told()]).toEqual(['down', ['a down']]);
    await clock.pass(300_000);
    expect(told()).toHaveLength(1);
    answers.set('a', up);
    await clock.pass(75_000);
    expect([verdict('a'), told()]).toEqual(['up', ['a down', 'a up']]);
  });

  test('tells what is already down at the first check', async () => {
    const { clock, answers, told } = watch(['a']);
    answers.set('a', down);
    await clock.pass(25_000);
    expect(told()).toEqual(['a down']);
  });

  test('tells services that fall together as one', async () => {
    const { clock, answers, told } = watch(['a', 'b', 'c']);
    await clock.pass(1000);
    for (const id of ['a', 'b', 'c']) answers.set(id, down);
    await clock.pass(90_000);
    expect(told()).toEqual(['a down, b down, c down']);
  });

  test('tells services that come back together as one', async () => {
    const { clock, answers, told } = watch(['a', 'b', 'c']);
    await clock.pass(1000);
    for (const id of ['a', 'b', 'c']) answers.set(id, down);
    await clock.pass(180_000);
    for (const id of ['a', 'b', 'c']) answers.set(id, up);
    await clock.pass(180_000);
    expect(told().slice(1)).toEqual(['a up, b up, c up']);
  });

  test('tells a crowd that falls one by one, without confirmation, in few steps', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `s${at}`);
    const { clock, answers, told } = watch(ids, { failures: 1, successes: 1 });
    await clock.pass(1000);
    for (const id of ids) {
      answers.set(id, down);
      await clock.pass(1500);
    }
    await clock.pass(120_000);
    const before = told().length;
    expect(before).toBeLessThanOrEqual(60 / 5 + 2);
    expect(told().at(-1)?.split(', ')).toHaveLength(40);
  });

  test('blames no service while our own line is down', async () => {
    const { clock, answers, verdict, told, setConnectivity } = watch(['a']);
    await clock.pass(1000);
    setConnectivity('offline');
    answers.set('a', down);
    await clock.pass(600_000);
    expect([verdict('a'), told()]).toEqual(['up', []]);
  });

  test('tells of every check that counts, and of no other', async () => {
    const { clock, answers, status, setConnectivity } = watch(['a']);
    const told: string[] = [];
    status.onChange(({ observed }) => {
      if (observed) told.push(`${observed.seen.verdict}, ${observed.record.verdict}`);
    });
    await clock.pass(61_000);
    answers.set('a', down);
    await clock.pass(85_000);
    expect(told).toEqual(['up, up', 'up, up', 'down, up', 'down, up', 'down, down']);
    setConnectivity('offline');
    await clock.pass(600_000);
    expect(told).toHaveLength(5);
  });

  test('keeps a good answer that was under way as the way out came back', async () => {
    const { clock, answers, checks, verdict, status } = watch(['a']);
    answers.set('a', up);
    await clock.pass(50);
    status.resume();
    await clock.pass(100);
    expect([checks.length, verdict('a')]).toEqual([1, 'up']);
  });

  test('asks again at once where a failure was under way as the way out came back', async () => {
    const { clock, answers, checks, verdict, status, told } = watch(['a'], { failures: 1 });
    answers.set('a', down);
    await clock.pass(50);
    status.resume();
    await clock.pass(60);
    answers.set('a', up);
    await clock.pass(100);
    expect([checks.length, verdict('a'), told()]).toEqual([2, 'up', []]);
  });

  test('forgets a check that the machine slept through', async () => {
    const { clock, answers, verdict, status, told, jumps } = watch(['a']);
    await clock.pass(1000);
    answers.set('a', down);
    await clock.pass(59_150);
    clock.jump(8 * 3_600_000);
    await clock.pass(1000);
    expect([jumps(), verdict('a'), told()]).toEqual([1, 'up', []]);
    answers.set('a', up);
    status.resume();
    await clock.pass(1000);
    expect(verdict('a')).toBe('up');
  });

  test('has no timer while suspended', async () => {
    const { clock, status, checks } = watch(['a', 'b']);
    await clock.pass(1000);
    status.suspend();
    const before = checks.length;
    await clock.pass(600_000);
    expect([clock.timers(), checks.length - before]).toEqual([0, 0]);
  });

  test('checks at once when asked, and says when that is done', async () => {
    const { clock, status, checks } = watch(['a', 'b']);
    await clock.pass(1000);
    status.checkNow('b');
    expect(status.state().checkingNow).toBe(true);
    await clock.pass(200);
    expect([checks.slice(2), status.state().checkingNow]).toEqual([['b'], false]);
  });
});

test('a member who presses “check now” is not kept waiting by a host that wants to be left alone', async () => {
  const { clock, status, answers, checks } = watch(['a', 'b']);
  answers.set('a', {
    verdict: 'unknown',
    reason: reason('refuses-us'),
    timings: {},
    waitMs: 600_000,
  });
  await clock.pass(1000);
  checks.length = 0;
  status.checkNow();
  expect(status.state().checkingNow).toBe(true);
  await clock.pass(1000);
  expect([status.state().checkingNow, checks]).toEqual([false, ['b']]);
  status.checkNow('a');
  await clock.pass(1000);
  expect([status.state().checkingNow, checks]).toEqual([false, ['b']]);
});

test('what stands on a refusing host is not asked sooner because its parent turns', async () => {
  const { clock, status, answers, checks } = watch(['host', 'pads']);
  const [host, pads] = status.state().services;
  if (!host || !pads) throw new Error('document');
  status.setServices([host, { ...pads, service: { ...pads.service, parent: 'host' } }]);
  answers.set('pads', { verdict: 'unknown', reason: reason('refuses-us'), timings: {} });
  await clock.pass(1000);
  answers.set('host', down);
  checks.length = 0;
  status.checkNow('host');
  await clock.pass(25_000);
  expect([status.state().records.get('host')?.verdict, checks]).toEqual([
    'down',
    ['host', 'host', 'host'],
  ]);
});
