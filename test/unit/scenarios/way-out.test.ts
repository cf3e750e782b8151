/** Notifications when witnesses are gone or wrong, while services answer. */
import { describe, expect, test } from 'vitest';
import { reason } from '../../../shared/observation/observation.ts';
import { down, hour, lost, minute, refused, second, setStage, up } from './stage.ts';

const strange = {
  testimony: 'intercepted',
  page: { status: 200, text: 'Another page than it was' },
} as const;

describe.each([
  ['gone', { testimony: 'silent' }],
  ['changed', strange],
] as const)('the witness is %s for good', (_how, witness) => {
  test('one service falls: told, and its recovery', async () => {
    const { pass, take, setWitness, sentence, told, view } = await setStage();
    setWitness(witness);
    take(down, 'mail');
    await pass(5 * minute);
    expect([sentence(), view('pads')?.verdict]).toEqual(['1 of 4 down: Mail', 'up']);
    take(up, 'mail');
    await pass(5 * minute);
    expect(sentence()).toBe('All services are working');
    expect(told()).toEqual([`Mail is down / ${refused}`, 'Mail is up again / It’s working again.']);
  });

  test('one is down from the start', async () => {
    const { pass, setWitness, sentence, told } = await setStage({ first: { calls: down } });
    setWitness(witness);
    await pass(5 * minute);
    expect([sentence(), told()]).toEqual(['1 of 4 down: Calls', [`Calls is down / ${refused}`]]);
  });

  test('asleep for the night, and one has fallen meanwhile', async () => {
    const { pass, sleep, take, setWitness, told } = await setStage();
    setWitness(witness);
    take(down, 'chat');
    await sleep(hour);
    await pass(5 * minute);
    expect(told()).toEqual([`Chat is down / ${refused}`]);
  });
});

test('all services and all witnesses fall silent: offline, and the first service to answer ends it', async () => {
  const { pass, take, setNetwork, setWitness, sentence, told } = await setStage();
  setNetwork('silent');
  await pass(hour);
  expect(sentence()).toBe('You’re offline');
  setNetwork('answered');
  setWitness({ testimony: 'silent' });
  take(down, 'calls');
  await pass(40 * second);
  expect(sentence()).not.toBe('You’re offline');
  await pass(2 * minute);
  expect([sentence(), told()]).toEqual(['1 of 4 down: Calls', [`Calls is down / ${refused}`]]);
});

test('all services fall while the witness answers: they are down', async () => {
  const { pass, take, sentence } = await setStage();
  take(lost, 'calls', 'pads', 'chat', 'mail');
  await pass(5 * minute);
  expect(sentence()).toMatch(/^4 of 4 down/);
});

test('wifi comes and goes, and the witness is gone for good: nothing', async () => {
  const { pass, setNetwork, setWitness, sentence, told } = await setStage();
  for (let turn = 0; turn < 5; turn += 1) {
    setNetwork('silent');
    await pass(7 * minute);
    setNetwork('answered');
    setWitness({ testimony: 'silent' });
    await pass(7 * minute);
    expect(sentence()).toBe('All services are working');
  }
  expect(told()).toEqual([]);
});

test('the network is lost between one check and the next, with the witness gone: nothing', async () => {
  const { pass, setNetwork, setWitness, told } = await setStage();
  setWitness({ testimony: 'silent' });
  await pass(5 * minute + 59 * second);
  setNetwork('silent', { verdict: 'down', reason: reason('unreachable'), timings: {} });
  await pass(hour);
  expect(told()).toEqual([]);
});
