/** When the machine's clock is trusted enough to delete something because of its age. */
import { describe, expect, test } from 'vitest';
import { createMachineClock } from '../../../main/platform/machine-clock.ts';
import type { Place } from '../../../shared/net/answers.ts';
import type { ProvingVoice } from '../../../shared/time/clock-proof.ts';
import { isProof, isProven } from '../../../shared/time/clock-proof.ts';
import { fakeClock } from '../clock.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

const secure = (offMs: number): ProvingVoice => ({ offMs, untimely: false, verified: true });
const plain = (offMs: number): ProvingVoice => ({ offMs, untimely: false, verified: false });

describe('what servers say proves the clock', () => {
  test.each<[name: string, ProvingVoice[], boolean]>([
    ['nobody', [], false],
    ['one with a certificate', [secure(second)], true],
    ['one in plain text, which may have lost the time as well', [plain(0)], false],
    ['three in plain text', [plain(0), plain(0), plain(second)], false],
    ['one with a certificate among them', [plain(0), secure(0), plain(second)], true],
    ['one with a certificate that says otherwise', [plain(0), plain(0), secure(year)], false],
    ['one of many whose date is wrong', [secure(0), secure(year), secure(second)], true],
    ['one against one', [secure(0), secure(year)], false],
    ['two that say that it is wrong', [secure(year), secure(year)], false],
    ['an hour', [secure(hour), secure(hour)], false],
    ['four minutes, as certificates and servers differ', [secure(4 * minute)], true],
  ])('%s', (_name, voices, proves) => {
    expect(isProof(voices)).toBe(proves);
  });
});

describe('the clock since it was proven', () => {
  const at = { utcMs: Date.UTC(2026, 10, 24), monotonicMs: 1000 };
  test.each<[name: string, passedMs: number, wallMs: number, proven: boolean]>([
    ['at once', 0, 0, true],
    ['an hour later', hour, hour, true],
    ['a day and a minute later', day + minute, day + minute, false],
    ['back to 1976', 9 * second, 9 * second - 50 * year, false],
    ['a year ahead', minute, year, false],
    ['an hour ahead', minute, hour + minute, false],
    ['an hour behind', minute, minute - hour, false],
    ['ten days of sleep, in which one clock stands still', minute, 10 * day, false],
    ['a second is put in', hour, hour - second, true],
  ])('%s', (_name, passedMs, wallMs, proven) => {
    const now = { utcMs: at.utcMs + wallMs, monotonicMs: at.monotonicMs + passedMs };
    expect(isProven(at, now)).toBe(proven);
  });

  test('never, until it is', () => {
    expect(isProven(undefined, at)).toBe(false);
  });
});

describe('the machine holds the evidence', () => {
  const machine = (startUtcMs?: number) => {
    const clock = fakeClock(startUtcMs);
    const truth = { behindMs: 0 };
    const time = createMachineClock({
      clock,
      askTime: async () => clock.nowUtcMs() + truth.behindMs,
    });
    const hear = (host: string, wrongMs = 0, speaks: Place['speaks'] = 'https') =>
      time.hear({ host, port: 443, speaks }, clock.nowUtcMs() + truth.behindMs + wrongMs);
    /** Sets the clock ahead by `ms`. */
    const set = (ms: number) => {
      clock.jump(ms);
      truth.behindMs -= ms;
    };
    return { clock, time, hear, set };
  };

  test('at the start nothing is proven, and an answer proves it', () => {
    const { time, hear } = machine();
    expect(time.isProven()).toBe(false);
    hear('a.example');
    expect(time.isProven()).toBe(true);
  });

  test.each([
    ['1976', -50 * year],
    ['a year ahead', year],
    ['an hour ahead', hour],
    ['an hour behind', -hour],
  ])('set to %s: not proven at that very moment, nor once it is heard of', (_name, ms) => {
    const { time, hear, set } = machine();
    hear('a.example');
    set(ms);
    expect(time.isProven()).toBe(false);
    for (const host of ['a.example', 'b.example']) hear(host);
    expect([time.isProven(), time.offMs()]).toEqual([false, -ms]);
    set(-ms);
    hear('a.example');
    hear('b.example');
    expect([time.isProven(), time.offMs()]).toEqual([true, undefined]);
  });

  test.each([
    ['1970', 0],
    ['2000-01-01', Date.UTC(2000, 0, 1)],
  ])('without a battery it starts in %s: boxes beside it agree, and prove nothing', (_name, at) => {
    const { time, hear } = machine(at);
    for (const host of ['router.local', 'nas.local']) hear(host, 0, 'http');
    expect(time.isProven()).toBe(false);
  });

  test('summer time comes: to the clock that counts it is nothing', async () => {
    const { clock, time, hear } = machine(Date.UTC(2026, 2, 8, 6, 30));
    hear('a.example');
    await clock.pass(hour);
    expect(time.isProven()).toBe(true);
  });

  test('ten days of sleep: proven again by the first answer after it', () => {
    const { clock, time, hear } = machine();
    hear('a.example');
    time.forget();
    clock.jump(10 * day);
    expect(time.isProven()).toBe(false);
    hear('a.example');
    expect(time.isProven()).toBe(true);
  });

  test('a service whose date is wrong, one of many, disproves nothing', () => {
    const { time, hear } = machine();
    hear('a.example');
    hear('wrong.example', year);
    expect(time.isProven()).toBe(true);
    hear('b.example');
    expect(time.isProven()).toBe(true);
  });
});
