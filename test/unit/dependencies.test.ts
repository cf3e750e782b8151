import { describe, expect, test } from 'vitest';
import { down, readCoop, service, up, watch } from './status/monitor.ts';

const children = ['chat', 'pads', 'files', 'forum'];
const coop = (more: object = {}) =>
  readCoop({
    services: [
      service('Host'),
      ...children.map((id) => service(id, { parent: 'host', ...more })),
      service('other'),
    ].map((one) => (one.id === 'Host' ? { ...one, id: 'host' } : one)),
  });
const all = ['host', ...children];

async function settled(document = coop()) {
  const watched = watch(document);
  await watched.clock.pass(70_000);
  return watched;
}

describe('a host with four services on it', () => {
  test('is one notification when it goes down with them, and one when they are back', async () => {
    const { clock, answer, titles } = await settled();
    answer(all, down);
    await clock.pass(180_000);
    expect(titles).toEqual(['Host is down, affecting 4 other services']);
    answer(all, up);
    await clock.pass(300_000);
    expect(titles).toEqual([
      'Host is down, affecting 4 other services',
      'Host is up again, and so are 4 other services',
    ]);
  });

  test('is the cause also of a service that was seen first', async () => {
    const { clock, answer, titles } = await settled();
    answer(['chat'], down);
    await clock.pass(12_000);
    answer(all, down);
    await clock.pass(180_000);
    expect(titles).toEqual(['Host is down, affecting 4 other services']);
  });

  test('takes over what was told shortly before', async () => {
    const { clock, answer, titles, verdict } = await settled();
    answer(['chat'], down);
    while (verdict('chat') !== 'down') await clock.pass(1000);
    expect(titles).toEqual(['chat is down']);
    answer(all, down);
    await clock.pass(240_000);
    // The host was checked with the chat and was up; its next check comes within a minute.
    expect(titles.at(-1)).toBe('Host is down, affecting 3 other services');
    answer(all, up);
    await clock.pass(300_000);
    expect(titles.at(-1)).toBe('Host is up again, and so are 4 other services');
    expect(titles.length).toBeLessThanOrEqual(3);
  });

  test('does not speak for a service that stays down after it', async () => {
    const { clock, answer, titles } = await settled();
    answer(all, down);
    await clock.pass(180_000);
    answer(['host', 'chat', 'files', 'forum'], up);
    await clock.pass(300_000);
    expect(titles).toEqual([
      'Host is down, affecting 4 other services',
      'Host is up again, and so are 3 other services',
      'pads is down',
    ]);
    answer(['pads'], up);
    await clock.pass(120_000);
    expect(titles.at(-1)).toBe('pads is up again');
  });

  test('leaves what starts slowly after it a minute', async () => {
    const { clock, answer, titles, verdict } = await settled();
    answer(all, down);
    await clock.pass(180_000);
    answer(['host', 'chat', 'files', 'forum'], up);
    while (verdict('host') !== 'up') await clock.pass(1000);
    await clock.pass(40_000);
    answer(['pads'], up);
    await clock.pass(300_000);
    expect(titles).toEqual([
      'Host is down, affecting 4 other services',
      'Host is up again, and so are 3 other services',
    ]);
  });

  test('is not told again for a service that falls later', async () => {
    const { clock, answer, titles, verdict } = await settled();
    answer(['host'], down);
    await clock.pass(180_000);
    answer(['pads'], down);
    await clock.pass(180_000);
    expect([titles, verdict('pads')]).toEqual([['Host is down'], 'down']);
    answer(all, up);
    await clock.pass(300_000);
    expect(titles.slice(1)).toEqual(['Host is up again, and so is 1 other service']);
  });

  test('explains nothing beside it', async () => {
    const { clock, answer, titles } = await settled();
    answer([...all, 'other'], down);
    await clock.pass(180_000);
    expect(titles).toEqual(['6 services are down']);
  });

  test('is down at the first check as at any other', async () => {
    const watched = watch(coop());
    watched.answer(all, down);
    await watched.clock.pass(60_000);
    expect(watched.titles).toEqual(['Host is down, affecting 4 other services']);
  });
});
