/** Notifications when the fault is on the member's side: sleep, network, clock. Each test is one situation. */
import { expect, test } from 'vitest';
import { reason } from '../../../shared/observation/observation.ts';
import { down, hour, lost, minute, refused, second, setStage, up } from './stage.ts';

test('suspended for 8 h, all well afterwards: nothing', async () => {
  const { pass, sleep, told } = await setStage({ at: '2026-11-24T09:30:00-05:00' });
  await pass(10 * minute);
  await sleep(8 * hour);
  await pass(10 * minute);
  expect(told()).toEqual([]);
});

test('suspended for 8 h while one went down: that one, once it is confirmed', async () => {
  const { pass, sleep, take, told } = await setStage({ at: '2026-11-24T09:30:00-05:00' });
  take(down, 'pads');
  await sleep(8 * hour);
  expect(told()).toEqual([]);
  await pass(10 * minute);
  expect(told()).toEqual([`Pads is down / ${refused}`]);
});

test('suspended while one that was told as down came back: up again', async () => {
  const { pass, sleep, take, told } = await setStage();
  take(down, 'pads');
  await pass(10 * minute);
  take(up, 'pads');
  await sleep(2 * hour);
  await pass(10 * minute);
  expect(told()).toEqual([`Pads is down / ${refused}`, 'Pads is up again / It’s working again.']);
});

test('awake before its network is: nothing', async () => {
  const { pass, sleep, setNetwork, told } = await setStage();
  setNetwork('silent');
  await sleep(2 * hour);
  await pass(20 * second);
  setNetwork('answered');
  await pass(10 * minute);
  expect(told()).toEqual([]);
});

test('wifi lost and back: nothing, and the tray says why', async () => {
  const { pass, setNetwork, sentence, told } = await setStage();
  setNetwork('silent');
  await pass(hour);
  expect(sentence()).toBe('You’re offline');
  setNetwork('answered');
  await pass(10 * minute);
  expect([sentence(), told()]).toEqual(['All services are working', []]);
});

test('wifi lost, and one is down when it is back: that one', async () => {
  const { pass, setNetwork, take, told } = await setStage();
  setNetwork('silent');
  await pass(hour);
  take(down, 'chat');
  setNetwork('answered');
  await pass(10 * minute);
  expect(told()).toEqual([`Chat is down / ${refused}`]);
});

test('a café’s sign-in page: nothing, and the tray says so', async () => {
  const { pass, setNetwork, sentence, told } = await setStage();
  setNetwork('intercepted');
  await pass(hour);
  expect(sentence()).toBe('Your network needs you to sign in');
  setNetwork('answered');
  await pass(10 * minute);
  expect([sentence(), told()]).toEqual(['All services are working', []]);
});

test('no name can be looked up any more: nothing, it is our own line', async () => {
  const { pass, setNetwork, told } = await setStage();
  setNetwork('silent', {
    verdict: 'down',
    reason: reason('dns-failed', { host: 'calls' }),
    timings: {},
  });
  await pass(hour);
  setNetwork('answered');
  await pass(10 * minute);
  expect(told()).toEqual([]);
});

test('a VPN comes up, and every service fails once meanwhile: nothing', async () => {
  const { pass, take, told } = await setStage();
  const ids = ['calls', 'pads', 'chat', 'mail'];
  take(lost, ...ids);
  await pass(61 * second);
  take(up, ...ids);
  await pass(hour);
  expect(told()).toEqual([]);
});

test('the clock is set back by 2 h: nothing', async () => {
  const { clock, pass, sentence, told } = await setStage({ at: '2026-11-24T13:00:00-05:00' });
  await pass(10 * minute);
  clock.jump(-2 * hour);
  await pass(10 * minute);
  expect([sentence(), told()]).toEqual(['All services are working', []]);
});

test('the clock is set forward by 2 h: nothing', async () => {
  const { clock, pass, sentence, told } = await setStage();
  await pass(10 * minute);
  clock.jump(2 * hour);
  await pass(10 * minute);
  expect([sentence(), told()]).toEqual(['All services are working', []]);
});

test('the clock is set back while one is down: its recovery is still told', async () => {
  const { clock, pass, take, told } = await setStage({ at: '2026-11-24T13:00:00-05:00' });
  take(down, 'mail');
  await pass(10 * minute);
  clock.jump(-2 * hour);
  await pass(10 * minute);
  take(up, 'mail');
  await pass(10 * minute);
  expect(told()).toEqual([`Mail is down / ${refused}`, 'Mail is up again / It’s working again.']);
});
