/** Notifications in working hours about services that fail in every way. Each test is one situation. */
import { expect, test } from 'vitest';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { down, hour, lost, minute, refused, second, setStage, slow, up, usual } from './stage.ts';

/** A member who helps to run the servers. */
const helps = { onlyStarred: false, chores: true };

test('first start, all well: nothing', async () => {
  const { pass, told } = await setStage();
  await pass(hour);
  expect(told()).toEqual([]);
});

test('first start, one already down: that one', async () => {
  const { pass, told } = await setStage({ first: { pads: down } });
  await pass(hour);
  expect(told()).toEqual([`Pads is down / ${refused}`]);
});

test('one lost packet: nothing', async () => {
  const { pass, take, told } = await setStage();
  take(lost, 'calls');
  await pass(61 * second);
  take(up, 'calls');
  await pass(hour);
  expect(told()).toEqual([]);
});

test('a service down and back: once for each', async () => {
  const { pass, take, told } = await setStage({
    services: { calls: { instead: { name: 'the phone line' } } },
  });
  take(down, 'calls');
  await pass(20 * minute);
  take(up, 'calls');
  await pass(20 * minute);
  expect(told()).toEqual([
    `Calls is down / ${refused} Use the phone line for now.`,
    'Calls is up again / It’s working again.',
  ]);
});

test('down for less than the confirmation takes: nothing', async () => {
  const { pass, take, told } = await setStage();
  take(down, 'calls');
  await pass(75 * second);
  take(up, 'calls');
  await pass(hour);
  expect(told()).toEqual([]);
});

test('only slow: degraded, and well again', async () => {
  const { pass, take, told } = await setStage();
  take(slow, 'calls');
  await pass(10 * minute);
  take(up, 'calls');
  await pass(10 * minute);
  expect(told()).toEqual([
    'Calls has problems / Slow: 4 s (normally under 2 s).',
    'Calls is up again / It’s working again.',
  ]);
});

test('slow, then down, then well: three', async () => {
  const { pass, take, told } = await setStage();
  take(slow, 'calls');
  await pass(10 * minute);
  take(down, 'calls');
  await pass(10 * minute);
  take(up, 'calls');
  await pass(10 * minute);
  expect(told()).toEqual([
    'Calls has problems / Slow: 4 s (normally under 2 s).',
    `Calls is down / ${refused}`,
    'Calls is up again / It’s working again.',
  ]);
});

test('flapping every 40 s: nothing, because nothing is sure', async () => {
  const { pass, take, told } = await setStage();
  // Twenty seconds down, twenty up: never three failures in a row, never two successes.
  for (let turn = 0; turn < 60; turn += 1) {
    take(turn % 2 === 0 ? down : up, 'calls');
    await pass(20 * second);
  }
  take(up, 'calls');
  await pass(hour);
  expect(told()).toEqual([]);
});

test('20 services at once: one notification, and one when they are back', async () => {
  const names = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`s${index}`, `Service ${index}`]),
  );
  const ids = Object.keys(names);
  const { pass, take, told } = await setStage({ names });
  take(down, ...ids);
  await pass(10 * minute);
  take(up, ...ids);
  await pass(10 * minute);
  const lines = (verdict: string) =>
    [...ids.slice(0, 8).map((id) => `${names[id]}: ${verdict}`), 'and 12 more'].join('; ');
  expect(told()).toEqual([
    `20 services are down / ${lines('down')}`,
    `20 services are up again / ${lines('up')}`,
  ]);
});

test('two within 30 s: one notification', async () => {
  // Pads is checked every 80 s, so its outage is confirmed 20 s after that of Calls.
  const { pass, take, told } = await setStage({ services: { pads: { intervalS: 80 } } });
  take(down, 'calls', 'pads');
  await pass(10 * minute);
  expect(told()).toEqual(['2 services are down / Calls: down; Pads: down']);
});

test('two 40 s apart: two notifications', async () => {
  const { pass, take, told } = await setStage({ services: { pads: { intervalS: 100 } } });
  take(down, 'calls', 'pads');
  await pass(10 * minute);
  expect(told()).toEqual([`Calls is down / ${refused}`, `Pads is down / ${refused}`]);
});

test('one sure, the other 10 s later though it had given no sign: both in the place of the first', async () => {
  const quick = { intervalS: 88, damping: { failures: 1, successes: 1, confirmS: 10 } };
  const { pass, take, told } = await setStage({ services: { pads: quick } });
  take(down, 'calls', 'pads');
  await pass(10 * minute);
  expect(told()).toEqual([
    `Calls is down / ${refused}`,
    'instead: 2 services are down / Calls: down; Pads: down',
  ]);
});

test('a certificate that ends in 21, 14, 7 days: once at each step, to who helps to run the servers', async () => {
  const ends = (days: number, band: number): Observation => ({
    verdict: 'degraded',
    reason: reason('certificate-expiring', { days, band }),
    timings: { total: 40 },
  });
  const { pass, take, told, policy } = await setStage();
  await policy.setScope(helps);
  for (const [days, band] of [
    [21, 21],
    [18, 21],
    [14, 14],
    [9, 14],
    [7, 7],
  ] as const) {
    take(ends(days, band), 'mail');
    await pass(10 * minute);
  }
  take(up, 'mail');
  await pass(10 * minute);
  expect(told()).toEqual([
    'Mail has problems / Its certificate expires in 21 days.',
    'Mail has problems / Its certificate expires in 14 days.',
    'Mail has problems / Its certificate expires in 7 days.',
    'Mail is up again / It’s working again.',
  ]);
});

test('a certificate that another depends on ends in 21 and 14 days, then has ended', async () => {
  const ends = (days: number, band: number): Observation => ({
    verdict: 'degraded',
    reason: reason('certificate-chain-expiring', { name: 'Middle', days, band }),
    timings: { total: 40 },
  });
  const { pass, take, told, policy } = await setStage();
  await policy.setScope(helps);
  for (const [days, band] of [
    [21, 21],
    [20, 21],
    [14, 14],
  ] as const) {
    take(ends(days, band), 'mail');
    await pass(10 * minute);
  }
  const date = Date.UTC(2026, 10, 23, 17);
  const why = reason('certificate-chain-expired', { name: 'Middle', date });
  take({ verdict: 'down', reason: why, timings: {} }, 'mail');
  await pass(10 * minute);
  expect(told()).toEqual([
    'Mail has problems / Its certificate depends on that of Middle, which expires in 21 days.',
    'Mail has problems / Its certificate depends on that of Middle, which expires in 14 days.',
    'Mail is down / Its certificate depends on that of Middle, which expired on Nov 23, 2026.',
  ]);
});

test('a certificate that ends, then has ended: a member is told only of the outage', async () => {
  const { pass, take, told } = await setStage();
  take(
    {
      verdict: 'degraded',
      reason: reason('certificate-expiring', { days: 7, band: 7 }),
      timings: { total: 40 },
    },
    'mail',
  );
  await pass(10 * minute);
  expect(told()).toEqual([]);
  const date = Date.UTC(2026, 10, 23, 17);
  take({ verdict: 'down', reason: reason('certificate-expired', { date }), timings: {} }, 'mail');
  await pass(10 * minute);
  expect(told().map((one) => one.split(' / ')[0])).toEqual(['Mail is down']);
});

test('only the starred services are told of, also on their own if what they depend on is not', async () => {
  const { pass, take, told, policy } = await setStage({
    names: { host: 'Host', pads: 'Pads', mail: 'Mail' },
    services: { pads: { parent: 'host' } },
  });
  await policy.star('pads', true);
  await policy.setScope({ onlyStarred: true, chores: false });
  take(down, 'host', 'pads', 'mail');
  await pass(10 * minute);
  expect(told().map((one) => one.split(' / ')[0])).toEqual(['Pads is down']);
});

test('a machine that cannot open sockets: nothing is told of the services', async () => {
  const { pass, take, told, view } = await setStage();
  take({ verdict: 'unknown', reason: reason('internal'), timings: {} }, 'mail', 'calls');
  await pass(10 * minute);
  expect([view('mail')?.verdict, told()]).toEqual(['unknown', []]);
});

test('a service that says it is in maintenance, and is back: nothing', async () => {
  const { pass, take, told, view } = await setStage();
  take({ verdict: 'maintenance', reason: reason('says-maintenance'), timings: {} }, 'pads');
  await pass(2 * minute);
  expect(view('pads')?.verdict).toBe('maintenance');
  await pass(hour);
  take(up, 'pads');
  await pass(10 * minute);
  expect(told()).toEqual([]);
});

test('a service that a member may not see: nothing', async () => {
  const { pass, take, told, view } = await setStage();
  take({ verdict: 'no-access', reason: reason('no-access'), timings: {} }, 'pads');
  await pass(hour);
  expect([view('pads')?.verdict, told()]).toEqual(['no-access', []]);
});

test('the document is read anew while one is down: nothing twice', async () => {
  const { pass, take, told, setDocument } = await setStage();
  take(down, 'pads');
  await pass(10 * minute);
  await setDocument({ ...usual, wiki: 'Wiki' });
  await pass(10 * minute);
  expect(told()).toEqual([`Pads is down / ${refused}`]);
  take(up, 'pads');
  await pass(10 * minute);
  expect(told().slice(1)).toEqual(['Pads is up again / It’s working again.']);
});

test('a service that is down leaves the document: no more of it', async () => {
  const { pass, take, told, setDocument } = await setStage();
  take(down, 'pads');
  await pass(10 * minute);
  await setDocument({ calls: 'Calls' });
  take(up, 'pads');
  await pass(hour);
  expect(told()).toEqual([`Pads is down / ${refused}`]);
});
