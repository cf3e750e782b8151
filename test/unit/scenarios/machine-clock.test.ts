/** Notifications when the machine's clock is wrong: one about the clock, none about services. */
import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { down, hour, minute, refused, setStage, up } from './stage.ts';

const day = 24 * hour;
const year = 365 * day;
const all = ['calls', 'pads', 'chat', 'mail'];
const refusedFor = (
  code: 'certificate-not-yet-valid' | 'certificate-chain-expired',
): Observation => ({
  verdict: 'down',
  reason: reason(code),
  timings: {},
});
const early = refusedFor('certificate-not-yet-valid');
const late: Observation = {
  verdict: 'down',
  // It ends in two months by the true time.
  reason: reason('certificate-expired', { date: Date.parse('2027-01-24T00:00:00Z') }),
  timings: {},
};
const behind =
  'This computer’s clock is wrong / This computer’s clock is 365 days behind, so certificates and dates can’t be checked. Set the date and time, ideally automatically. Coop Tray will try again on its own.';
const everyone = (answer: Observation) => Object.fromEntries(all.map((id) => [id, answer]));

test('a year behind from the start: that, once', async () => {
  const { pass, sentence, view, told } = await setStage({
    at: '2025-11-24T10:00:00-05:00',
    clockBehindMs: year,
    first: everyone(early),
  });
  await pass(2 * hour);
  expect(sentence()).toBe('This computer’s clock is wrong');
  expect(view('pads')).toMatchObject({ verdict: 'unknown', reason: { code: 'clock-wrong' } });
  expect(told()).toEqual([behind]);
});

test.each([
  ['ended', late],
  ['with a chain that has ended', refusedFor('certificate-chain-expired')],
])('two years ahead, every certificate %s: not one service down', async (_how, seen) => {
  const { pass, sentence, told } = await setStage({
    at: '2028-11-24T10:00:00-05:00',
    clockBehindMs: -2 * year,
    first: everyone(seen),
  });
  await pass(hour);
  expect(sentence()).toBe('This computer’s clock is wrong');
  expect(told()).toHaveLength(1);
});

test('the clock is put right: all is as before, and nothing more is told', async () => {
  const { pass, take, setClock, sentence, told } = await setStage({
    at: '2025-11-24T10:00:00-05:00',
    clockBehindMs: year,
    first: everyone(early),
  });
  await pass(hour);
  take(up, ...all);
  setClock(0);
  await pass(2 * minute);
  expect([sentence(), told()]).toEqual(['All services are working', [behind]]);
});

test('the battery of the clock dies in a sleep: told after it, and again if it dies once more', async () => {
  const { pass, sleep, take, setClock, sentence, told } = await setStage({
    at: '2026-11-24T09:30:00-05:00',
  });
  for (let turn = 0; turn < 2; turn += 1) {
    await sleep(minute);
    setClock(year);
    take(early, ...all);
    await pass(10 * minute);
    expect(sentence()).toBe('This computer’s clock is wrong');
    setClock(0);
    take(up, ...all);
    await pass(10 * minute);
    expect(sentence()).toBe('All services are working');
  }
  expect(told()).toEqual([behind, behind]);
});

describe('while the clock is wrong', () => {
  test('what has nothing to do with it is down as ever', async () => {
    const { pass, sentence, told } = await setStage({
      at: '2025-11-24T10:00:00-05:00',
      clockBehindMs: year,
      first: { ...everyone(early), mail: down },
    });
    await pass(10 * minute);
    expect(sentence()).toBe('1 of 4 down: Mail');
    expect(told()).toEqual([behind, `Mail is down / ${refused}`]);
  });

  test('services that need no certificate are up, and the tray says so', async () => {
    const { pass, sentence, told } = await setStage({ clockBehindMs: 2 * hour });
    await pass(10 * minute);
    expect([sentence(), told().length]).toEqual(['All services are working', 1]);
  });

  test('the end of a certificate is not told', async () => {
    const ending: Observation = {
      verdict: 'degraded',
      reason: reason('certificate-expiring', { days: 3, band: 7 }),
      timings: {},
    };
    const { pass, sentence, told, view } = await setStage({
      clockBehindMs: -30 * day,
      first: { pads: ending },
    });
    await pass(10 * minute);
    expect(sentence()).toBe('This computer’s clock is wrong');
    expect([view('pads')?.verdict, told().length]).toEqual(['unknown', 1]);
  });
});

describe('the clock is right', () => {
  test('a certificate that has ended is down', async () => {
    const { pass, told } = await setStage({
      first: {
        pads: {
          verdict: 'down',
          reason: reason('certificate-expired', { date: Date.parse('2026-11-20T00:00:00Z') }),
          timings: {},
        },
      },
    });
    await pass(10 * minute);
    expect(told()).toEqual(['Pads is down / Its certificate expired on Nov 19, 2026.']);
  });

  test('or wrong by four minutes: nothing', async () => {
    const { pass, told, sentence } = await setStage({ clockBehindMs: 4 * minute });
    await pass(hour);
    expect([sentence(), told()]).toEqual(['All services are working', []]);
  });
});

describe('a clock that is wrong for a while', () => {
  test.each([
    ['1976', Date.parse('1976-04-01T00:00:00Z')],
    ['2000, as without a battery', Date.parse('2000-01-01T00:00:00Z')],
    ['a year later', Date.parse('2027-11-24T15:00:00Z')],
    ['six hours later', Date.parse('2026-11-24T21:00:00Z')],
  ])('shows %s: a snooze goes on after it', async (_when, wrongUtcMs) => {
    const { clock, pass, policy, setClock, view } = await setStage();
    void policy.snooze('pads', '4h');
    await pass(minute);
    setClock(clock.nowUtcMs() - wrongUtcMs);
    await pass(20 * minute);
    setClock(0);
    await pass(2 * minute);
    expect(view('pads')?.muted).toBeDefined();
    await pass(4 * hour);
    expect(view('pads')?.muted).toBeUndefined();
  });

  test('is set while there is no network and nothing is checked: the quiet is that of the right clock', async () => {
    const { pass, sleep, setNetwork, setClock, drawn } = await setStage();
    setNetwork('silent');
    await sleep(hour);
    await pass(5 * minute);
    setClock(-11 * hour);
    await pass(minute);
    expect(drawn()?.policy.quietReason?.why).toBe('quiet-hours');
    setClock(0);
    await pass(minute);
    expect(drawn()?.policy.quietReason).toBeUndefined();
  });
});
