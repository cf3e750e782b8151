/**
 * How soon a member sees the truth when very many services become silent simultaneously. Each test is one situation.
 */
import { describe, expect, test } from 'vitest';
import type { Check } from './crowd-stage.ts';
import { minute, second, setCrowd } from './crowd-stage.ts';

/** The document's defaults: checked every minute, a timeout of ten seconds, two confirmations ten seconds apart. */
const truthMs = 60 * second + 3 * 10 * second + 2 * 10 * second;

/** The longest time between two checks of a service, in ms. */
function longestGap(checks: readonly Check[], id: string): number {
  const times = checks.filter((one) => one.id === id).map(({ atMs }) => atMs);
  return Math.max(...times.map((atMs, index) => atMs - (times[index - 1] ?? atMs)));
}
/** The most checks that began within a second. */
function mostWithinSecond(checks: readonly Check[]): number {
  let from = 0;
  let most = 0;
  for (const [index, { atMs }] of checks.entries()) {
    while ((checks[from]?.atMs ?? atMs) <= atMs - second) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

describe.each([25, 100, 500, 2500])('all that is sent vanishes, with %d services', (count) => {
  test('the witness is asked at once, and it is known within seconds that it is our own line', async () => {
    const { clock, pass, lose, sentence, checksSince, witnessAskedSince } = await setCrowd(count);
    const lostAtMs = clock.monotonicMs();
    lose();
    await passUntil(() => sentence() === 'You’re offline', { pass });
    const metMs = checksSince(lostAtMs)[0]?.atMs ?? 0;
    expect((witnessAskedSince(lostAtMs)[0] ?? Infinity) - metMs).toBeLessThanOrEqual(2 * second);
    expect(clock.monotonicMs() - metMs).toBeLessThanOrEqual(7 * second);
  });
});

test('500 vanish at once: offline, and while it lasts only a few are asked', async () => {
  const { clock, pass, lose, sentence, checksSince } = await setCrowd(500);
  lose();
  await passUntil(() => sentence() === 'You’re offline', { pass });
  await pass(15 * second);
  const calmMs = clock.monotonicMs();
  await pass(minute);
  // Eight per lane, each for ten seconds.
  expect(checksSince(calmMs).length).toBeLessThanOrEqual(2 * 8 * 6);
  expect(sentence()).toBe('You’re offline');
});

test('500 back after an outage: all known within seconds, and no herd', async () => {
  const { clock, pass, lose, regain, sentence, checksSince } = await setCrowd(500);
  lose();
  await pass(5 * minute);
  regain();
  await passUntil(() => sentence() !== 'You’re offline', { pass }, 100);
  const backMs = clock.monotonicMs();
  await passUntil(() => sentence() === 'All services are working', { pass });
  // Checks in progress keep their ten seconds.
  expect(clock.monotonicMs() - backMs).toBeLessThanOrEqual(12 * second);
  expect(mostWithinSecond(checksSince(backMs - second))).toBeLessThanOrEqual(200 + 64 + 1);
});

test('40 of 300 vanish: they are down in time, and no other misses a check', async () => {
  const { clock, pass, ids, take, sentence, checksSince } = await setCrowd(300);
  const lost = ids.filter((_, index) => index % 15 < 2);
  const fromMs = clock.monotonicMs();
  take('silent', lost);
  await pass(truthMs * 1.1);
  expect(lost).toHaveLength(40);
  expect(sentence()).toMatch(/^40 of 300 down/);
  await pass(5 * minute);
  const checks = checksSince(fromMs);
  const well = ids.filter((id) => !lost.includes(id));
  expect(Math.max(...well.map((id) => longestGap(checks, id)))).toBeLessThanOrEqual(62 * second);
});

test('the name server of 20 of 60 hangs: they are down in time, and no other misses a check', async () => {
  const { clock, pass, ids, take, sentence, checksSince } = await setCrowd(60);
  const lost = ids.slice(0, 20);
  const fromMs = clock.monotonicMs();
  take('nameless', lost);
  await pass(truthMs * 1.1);
  expect(sentence()).toMatch(/^20 of 60 down/);
  const checks = checksSince(fromMs);
  const gaps = ids.slice(20).map((id) => longestGap(checks, id));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(62 * second);
});

test('the name server of all 60 hangs, and the witness is asked by its address: all are down in time', async () => {
  const { pass, ids, take, sentence } = await setCrowd(60);
  take('nameless', ids);
  await pass(truthMs * 1.1);
  expect(sentence()).toMatch(/^60 of 60 down/);
});

test('a whole large co-op vanishes while the witness answers: down, in time', async () => {
  const { pass, ids, take, sentence } = await setCrowd(500);
  take('silent', ids);
  await pass(truthMs * 1.1);
  expect(sentence()).toMatch(/^500 of 500 down/);
});

describe('nearly all of 1,200 are still silent when our line is back', () => {
  /** All are due for a check at this moment, which takes half a minute. */
  async function backAmongSilent() {
    const stage = await setCrowd(1200);
    stage.take('silent', stage.ids.slice(1, 1150));
    stage.take('refused', ['s0']);
    stage.lose();
    await passUntil(() => stage.sentence() === 'You’re offline', stage);
    stage.regain();
    await passUntil(() => stage.sentence() !== 'You’re offline', stage, 100);
    await stage.pass(second);
    return stage;
  }
  const timesOf = (checks: readonly Check[], id: string) =>
    checks.filter((one) => one.id === id).map(({ atMs }) => atMs);

  test('what is to be confirmed does not wait for them', async () => {
    const { clock, pass, checksSince } = await backAmongSilent();
    const backMs = clock.monotonicMs();
    await pass(22 * second);
    expect(timesOf(checksSince(backMs), 's0')).toHaveLength(2);
  });

  test('nor does one that a member asks for, though it has its place in the row', async () => {
    const { clock, pass, ids, checkNow, isChecking, checksSince } = await backAmongSilent();
    const askedMs = clock.monotonicMs();
    const begun = new Set(checksSince(askedMs - 12 * second).map(({ id }) => id));
    const waiting = ids.slice(1150).find((id) => !begun.has(id)) ?? '';
    checkNow(waiting);
    await pass(500);
    expect([timesOf(checksSince(askedMs), waiting).length, isChecking()]).toEqual([1, false]);
  });
});

describe('“Check now”', () => {
  test('for one service that is well, while 40 of 300 hang: answered at once', async () => {
    const { clock, pass, ids, take, checkNow, isChecking, checksSince } = await setCrowd(300);
    take('silent', ids.slice(0, 40));
    await pass(70 * second);
    const askedMs = clock.monotonicMs();
    checkNow('s200');
    await pass(100);
    expect([isChecking(), checksSince(askedMs).some(({ id }) => id === 's200')]).toEqual([
      false,
      true,
    ]);
  });

  test('for all, while 40 of 300 hang: those that are well have all been asked within seconds', async () => {
    const { clock, pass, ids, take, checkNow, checksSince } = await setCrowd(300);
    take('silent', ids.slice(0, 40));
    await pass(70 * second);
    const askedMs = clock.monotonicMs();
    checkNow();
    await pass(3 * second);
    const asked = new Set(checksSince(askedMs).map(({ id }) => id));
    expect(ids.slice(40).filter((id) => !asked.has(id))).toEqual([]);
  });

  test('while offline asks the witnesses at once, and ends it if they answer', async () => {
    const { clock, pass, lose, regain, sentence, checkNow, witnessAskedSince } =
      await setCrowd(100);
    lose();
    await pass(10 * minute);
    regain();
    const askedMs = clock.monotonicMs();
    checkNow();
    await pass(200);
    expect(witnessAskedSince(askedMs)[0]).toBe(askedMs);
    expect(sentence()).not.toBe('You’re offline');
    await pass(11 * second);
    expect(sentence()).toBe('All services are working');
  });
});

describe('one host with 200 services', () => {
  const hostOf = (index: number) => (index < 200 ? 'one.example' : `s${index}.example`);

  test('has never more than eight connections of ours, whatever happens', async () => {
    const { pass, ids, take, checkNow, mostAtHost, verdict } = await setCrowd(250, { hostOf });
    checkNow();
    await pass(minute);
    take('refused', ids.slice(0, 200));
    checkNow();
    await pass(3 * minute);
    expect(mostAtHost()).toBeLessThanOrEqual(8);
    expect(verdict('s199')).toBe('down');
  });

  test('vanishes: all of them are down in time', async () => {
    const { pass, ids, take, sentence, mostAtHost } = await setCrowd(250, { hostOf });
    take('silent', ids.slice(0, 200));
    await pass(truthMs * 1.1);
    expect(sentence()).toMatch(/^200 of 250 down/);
    expect(mostAtHost()).toBeLessThanOrEqual(8);
  });

  test('is back: all of them are up in time', async () => {
    const { pass, ids, take, sentence } = await setCrowd(250, { hostOf });
    take('silent', ids.slice(0, 200));
    await pass(5 * minute);
    take('well', ids.slice(0, 200));
    await pass(95 * second);
    expect(sentence()).toBe('All services are working');
  });
});

/** Lets time pass in steps until it holds; two minutes at the most. */
async function passUntil(
  isSo: () => boolean,
  { pass }: Readonly<{ pass: (ms: number) => Promise<void> }>,
  stepMs: number = second,
): Promise<void> {
  for (let waitedMs = 0; waitedMs < 2 * minute && !isSo(); waitedMs += stepMs) await pass(stepMs);
  expect(isSo()).toBe(true);
}
