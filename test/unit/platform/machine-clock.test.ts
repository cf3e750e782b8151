import { describe, expect, test } from 'vitest';
import { createMachineClock } from '../../../main/platform/machine-clock.ts';
import type { Place } from '../../../shared/net/answers.ts';
import type { ClockVoice } from '../../../shared/time/machine-clock.ts';
import { judgeClock, seenByClock } from '../../../shared/time/machine-clock.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const second = 1000;
const minute = 60 * second;
const day = 86_400_000;
const year = 365 * day;
const says = (offMs: number): ClockVoice => ({ offMs, untimely: false });
const refused = (offMs: number): ClockVoice => ({ offMs, untimely: true });

describe('the clock, by what servers say', () => {
  test.each<[name: string, ClockVoice[], judged: 'right' | number | undefined]>([
    ['nobody', [], undefined],
    ['one that agrees', [says(second)], 'right'],
    ['one that does not', [says(year)], undefined],
    ['one that does not, and whose certificate was refused', [refused(year)], year],
    ['one whose certificate was refused, and that agrees', [refused(second)], 'right'],
    ['two that agree with each other alone', [says(-year), says(-year + 3 * second)], -year],
    ['two that say this and that', [says(year), says(-year)], undefined],
    ['one against one', [refused(year), says(0)], undefined],
    ['two of three', [says(year), says(0), says(year + second)], year],
    ['one of three', [refused(year), says(0), says(second)], 'right'],
    ['two of four', [says(year), says(0), says(year), says(second)], undefined],
    ['a few minutes', [says(4 * minute), says(4 * minute)], 'right'],
    ['an hour', [says(60 * minute), says(60 * minute)], 60 * minute],
    [
      'old pages of caches, each of its age',
      [says(-7 * minute), says(-12 * minute), says(-30 * minute)],
      undefined,
    ],
  ])('%s', (_name, voices, judged) => {
    expect(judgeClock(voices)).toBe(judged);
  });
});

describe('what was seen by a clock that is wrong', () => {
  const nowUtcMs = Date.UTC(2026, 10, 24);
  const down = (code: Parameters<typeof reason>[0], params = {}): Observation => ({
    verdict: 'down',
    reason: reason(code, params),
    timings: {},
  });
  const ending = (days: number, moreMs: number): Observation => ({
    ...down('certificate-expiring', { days, band: 7 }),
    ...until(nowUtcMs + days * day + moreMs),
    verdict: 'degraded',
  });
  const until = (validToUtcMs: number): Observation => ({
    verdict: 'up',
    timings: {},
    certificate: { validToUtcMs, issuer: 'x', trusted: true },
  });
  test.each<[name: string, Observation, offMs: number | undefined, verdict: string]>([
    ['refused', down('refused'), year, 'down'],
    ['another name', down('certificate-wrong-host'), year, 'down'],
    ['not yet valid', down('certificate-not-yet-valid'), year, 'unknown'],
    ['a chain that has ended', down('certificate-chain-expired'), -year, 'unknown'],
    [
      'ended, by this clock alone',
      down('certificate-expired', { date: nowUtcMs - day }),
      -year,
      'unknown',
    ],
    [
      'ended, by all clocks',
      down('certificate-expired', { date: nowUtcMs - 2 * year }),
      -year,
      'down',
    ],
    ['ended, nobody says when', down('certificate-expired'), -year, 'unknown'],
    ['up, and ended by all other clocks', until(nowUtcMs + day), year, 'unknown'],
    ['up, and well by all clocks', until(nowUtcMs + 2 * year), year, 'up'],
    ['ending', { ...down('certificate-expiring'), verdict: 'degraded' }, 10 * minute, 'unknown'],
    ['ending in three days, by all clocks', ending(3, 60 * minute), 10 * minute, 'degraded'],
    ['ending in three days, by this clock alone', ending(3, 60 * minute), -year, 'unknown'],
    ['not yet valid, by the right clock', down('certificate-not-yet-valid'), undefined, 'down'],
  ])('%s', (_name, seen, offMs, verdict) => {
    expect(seenByClock(seen, offMs, nowUtcMs).verdict).toBe(verdict);
  });
});

describe('the clock over time', () => {
  const place = (host: string): Place => ({ host, port: 443, speaks: 'https' });
  const hearing = () => {
    const clock = fakeClock();
    const asked: string[] = [];
    let answers: number | undefined = year;
    const time = createMachineClock({
      clock,
      askTime: async ({ host }) => {
        asked.push(host);
        return answers === undefined ? undefined : clock.nowUtcMs() + answers;
      },
    });
    const hear = (host: string, offMs: number) => time.hear(place(host), clock.nowUtcMs() + offMs);
    return { clock, time, hear, asked, answer: (next: number | undefined) => (answers = next) };
  };

  test('one server that says the same often is one', () => {
    const { time, hear } = hearing();
    for (let turn = 0; turn < 9; turn += 1) hear('a.example', year);
    expect(time.offMs()).toBeUndefined();
    hear('b.example', year);
    expect(time.offMs()).toBe(year);
  });

  test('it is right again once a server says so after it was set', () => {
    const { clock, time, hear } = hearing();
    for (const host of ['a.example', 'b.example']) hear(host, year);
    clock.jump(year);
    hear('a.example', 0);
    expect(time.offMs()).toBeUndefined();
  });

  test('until somebody says otherwise it stays wrong, also through a sleep', async () => {
    const { clock, time, hear } = hearing();
    for (const host of ['a.example', 'b.example']) hear(host, year);
    time.forget();
    await clock.pass(24 * 60 * minute);
    expect(time.offMs()).toBe(year);
    hear('a.example', second);
    expect(time.offMs()).toBeUndefined();
  });

  test('an unannounced sleep is no wrong clock', () => {
    const { clock, time, hear } = hearing();
    for (const host of ['a.example', 'b.example', 'c.example']) hear(host, 0);
    clock.jump(8 * 60 * minute);
    for (const host of ['a.example', 'b.example']) hear(host, 0);
    expect(time.offMs()).toBeUndefined();
  });

  test('a server in doubt is asked once for many doubts, and is waited for', async () => {
    const { time, asked } = hearing();
    for (let turn = 0; turn < 9; turn += 1) time.doubt(place('a.example'));
    await time.settle();
    expect([asked, time.offMs()]).toEqual([['a.example'], year]);
  });

  test('a crowd in doubt is not asked as one', async () => {
    const { clock, time, asked, answer } = hearing();
    answer(undefined);
    for (let at = 0; at < 300; at += 1) time.doubt(place(`s${at}.example`));
    await time.settle();
    expect(asked).toHaveLength(3);
    await clock.pass(minute);
    expect(time.offMs()).toBeUndefined();
  });
});
