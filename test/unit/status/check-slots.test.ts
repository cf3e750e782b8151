import { describe, expect, test } from 'vitest';
import { createCheckSlots } from '../../../main/core/status/check-slots.ts';
import type { LaneName } from '../../../shared/status/lanes.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const up: Observation = { verdict: 'up', timings: {} };
const refused: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };
const silent = (host: string): Observation => ({
  verdict: 'down',
  reason: reason('timeout', { phase: 'connect', seconds: 10 }),
  timings: {},
  silentAt: `${host}:443`,
});

/** What a check observes, and how long it takes. */
type Outcome = Readonly<{ ms: number; sees?: Observation }>;
const quick: Outcome = { ms: 50 };

function crowd(isBlind = () => false) {
  const clock = fakeClock();
  const begun: (readonly [id: string, atMs: number])[] = [];
  const ended: (readonly [id: string, atMs: number, seen: Observation])[] = [];
  const atHost = new Map<string, number>();
  const most = { under: 0, atHost: 0 };
  let under = 0;
  let hung = 0;
  const slots = createCheckSlots({
    clock,
    isBlind,
    onHang: () => {
      hung += 1;
      return () => undefined;
    },
  });
  const { signal } = new AbortController();
  const ask = (
    id: string,
    outcome: Outcome = quick,
    more: Readonly<{
      lane?: LaneName;
      host?: string;
      signal?: AbortSignal;
      timeoutMs?: number;
    }> = {},
  ) => {
    const { lane = 'usual', host = `${id}.example`, timeoutMs = 10_000 } = more;
    const place = { host, key: `${host}:443` };
    const run = slots.run({ id, lane, place, timeoutMs }, more.signal ?? signal, async () => {
      begun.push([id, clock.monotonicMs()]);
      atHost.set(host, (atHost.get(host) ?? 0) + 1);
      most.under = Math.max(most.under, (under += 1));
      most.atHost = Math.max(most.atHost, atHost.get(host) ?? 0);
      await new Promise<void>((resolve) => clock.after(outcome.ms, resolve));
      under -= 1;
      atHost.set(host, (atHost.get(host) ?? 1) - 1);
      return outcome.sees ?? up;
    });
    return run.then((seen) => void ended.push([id, clock.monotonicMs(), seen]));
  };
  const many = (
    count: number,
    name: string,
    outcome?: Outcome,
    more?: Parameters<typeof ask>[2],
  ) => {
    for (let index = 0; index < count; index += 1) void ask(`${name}-${index}`, outcome, more);
  };
  const lastOf = (name: string, list: readonly (readonly [string, number, ...unknown[]])[]) =>
    Math.max(...list.filter(([id]) => id.startsWith(name)).map(([, atMs]) => atMs));
  return { clock, slots, ask, many, begun, ended, most, hung: () => hung, lastOf };
}
const vanishes: Outcome = { ms: 10_000, sees: refused };

describe('slow failures', () => {
  test.each([
    ['of one in eight', 40, 260],
    ['of all but a few', 300, 20],
    ['of a very large co-op', 1000, 1500],
  ])('%s keep nobody waiting for one of them to end', async (_what, lost, well) => {
    const { clock, many, ended, lastOf } = crowd();
    many(lost, 'lost', vanishes);
    many(well, 'well');
    await clock.pass(120_000);
    expect(ended).toHaveLength(lost + well);
    // A new connection every 5 ms; those that hang leave the connecting phase after a second.
    expect(lastOf('well', ended)).toBeLessThan(1000 * (lost / 16) + (lost + well) * 5 + 2000);
  });

  test('that are known have places of their own', async () => {
    const { clock, many, ended, lastOf } = crowd();
    many(600, 'lost', vanishes, { lane: 'doubtful' });
    many(200, 'well');
    await clock.pass(10_000);
    expect(ended.filter(([id]) => id.startsWith('well'))).toHaveLength(200);
    expect(lastOf('well', ended)).toBeLessThan(3000);
  });

  test('in the usual lane do not hold up what is to be confirmed, nor what a member asks for', async () => {
    const { clock, ask, many, ended, lastOf } = crowd();
    many(2500, 'lost', vanishes);
    await clock.pass(5000);
    void ask('confirmed', quick, { lane: 'doubtful' });
    void ask('asked', quick, { lane: 'now' });
    await clock.pass(1000);
    expect(lastOf('confirmed', ended)).toBeLessThan(5200);
    expect(lastOf('asked', ended)).toBeLessThan(5200);
  });
});

describe('one host', () => {
  test.each<[lane: LaneName, most: number]>([
    ['usual', 6],
    ['doubtful', 6],
    ['now', 8],
  ])('is asked by a few at a time, in the lane “%s”', async (lane, most) => {
    const { clock, many, ended, most: seen } = crowd();
    many(200, 'one', quick, { host: 'one.example', lane });
    await clock.pass(20_000);
    expect([ended.length, seen.atHost]).toEqual([200, most]);
  });

  test('is asked for no more than eight in all', async () => {
    const { clock, many, most } = crowd();
    const host = 'one.example';
    many(50, 'a', vanishes, { host });
    many(50, 'b', vanishes, { host, lane: 'doubtful' });
    many(50, 'c', vanishes, { host, lane: 'now' });
    await clock.pass(60_000);
    expect(most.atHost).toBe(8);
  });

  test('with many services delays none of another', async () => {
    const { clock, many, ask, ended, lastOf } = crowd();
    many(500, 'crowd', { ms: 900 }, { host: 'one.example' });
    void ask('other');
    await clock.pass(1000);
    expect(lastOf('other', ended)).toBe(50);
  });

  test('where nobody takes a connection is known for all its services at once', async () => {
    const { clock, many, begun, ended } = crowd();
    const host = 'one.example';
    many(200, 'one', { ms: 10_000, sees: silent(host) }, { host });
    await clock.pass(10_100);
    expect([begun.length, ended.length]).toEqual([6, 200]);
    expect(ended.every(([, , seen]) => seen.verdict === 'down')).toBe(true);
  });

  test.each<[what: string, other: Readonly<{ host?: string; timeoutMs?: number }>]>([
    ['another place', { host: 'two.example' }],
    ['a check that has more time', { timeoutMs: 20_000 }],
  ])('that is silent says nothing of %s', async (_what, other) => {
    const { clock, many, ask, begun } = crowd();
    const host = 'one.example';
    many(6, 'one', { ms: 10_000, sees: silent(host) }, { host });
    void ask('other', quick, { host, ...other });
    await clock.pass(10_100);
    expect(begun.map(([id]) => id)).toContain('other');
  });

  test('that has taken another’s connection meanwhile is not silent', async () => {
    const { clock, many, ask, begun } = crowd();
    const host = 'one.example';
    many(5, 'one', { ms: 10_000, sees: silent(host) }, { host });
    void ask('met', { ms: 5000 }, { host });
    await clock.pass(5001);
    many(6, 'later', { ms: 20_000, sees: silent(host) }, { host });
    await clock.pass(5000);
    expect(begun.filter(([id]) => id.startsWith('later'))).toHaveLength(6);
  });

  test('that was silent before the way out was back says nothing of it now', async () => {
    const { clock, many, ask, slots, begun } = crowd();
    const host = 'one.example';
    many(6, 'one', { ms: 10_000, sees: silent(host) }, { host });
    void ask('other', quick, { host });
    slots.renew();
    await clock.pass(10_100);
    expect(begun.map(([id]) => id)).toContain('other');
  });
});

describe('new connections', () => {
  const inWindow = (begun: readonly (readonly [string, number])[], ms: number) =>
    Math.max(
      ...begun.map(([, from]) => begun.filter(([, at]) => at >= from && at < from + ms).length),
    );

  test('come no faster than a home router bears, though all answer at once', async () => {
    const { clock, many, begun } = crowd();
    many(1000, 'one', { ms: 1 });
    await clock.pass(10_000);
    expect(begun).toHaveLength(1000);
    expect(inWindow(begun, 1000)).toBeLessThanOrEqual(200 + 64 + 1);
  });

  test('within the own network pass no router', async () => {
    const { clock, many, ended, lastOf } = crowd();
    many(1000, 'one', { ms: 1 }, { host: '127.0.0.1' });
    await clock.pass(10_000);
    expect([ended.length, lastOf('one', ended) < 300]).toEqual([1000, true]);
  });

  test('are few at first, and on a slow line for good', async () => {
    const { clock, many, most } = crowd();
    many(300, 'one', { ms: 990, sees: refused });
    await clock.pass(60_000);
    expect(most.under).toBe(32);
    const quicker = crowd();
    quicker.many(300, 'one', { ms: 990 });
    await quicker.clock.pass(60_000);
    expect(quicker.most.under).toBe(64);
  });
});

describe('a check that waits', () => {
  test('is left out when its time is over', async () => {
    const { clock, ask, many, begun } = crowd();
    many(32, 'lost', vanishes);
    const controller = new AbortController();
    const waited = ask('waiting', quick, { signal: controller.signal });
    controller.abort(new Error('suspended'));
    await expect(waited).rejects.toThrow('suspended');
    await clock.pass(20_000);
    expect(begun).toHaveLength(32);
    expect(clock.timers()).toBe(0);
  });

  test('goes on at once when a member asks for it', async () => {
    const { clock, ask, many, slots, ended, lastOf } = crowd();
    many(500, 'lost', vanishes);
    void ask('asked');
    slots.hurry('asked');
    await clock.pass(100);
    expect(lastOf('asked', ended)).toBe(50);
  });

  test('is one of a few while nothing can be seen, until something can', async () => {
    let blind = true;
    const { clock, ask, many, slots, begun } = crowd(() => blind);
    many(100, 'one', vanishes);
    void ask('asked', quick, { lane: 'now' });
    await clock.pass(5000);
    expect(begun).toHaveLength(8 + 1);
    blind = false;
    slots.renew();
    await clock.pass(20_000);
    expect(begun).toHaveLength(101);
  });
});

test('a check that takes long is told of once, and a quick one never', async () => {
  const { clock, many, hung } = crowd();
  many(10, 'quick');
  many(5, 'lost', vanishes);
  await clock.pass(30_000);
  expect(hung()).toBe(5);
  expect(clock.timers()).toBe(0);
});
