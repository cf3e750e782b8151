/** Notifications with snoozes, pauses and acknowledgements. Each test is one situation. */
import { describe, expect, test } from 'vitest';
import { down, hour, minute, refused, second, setStage, slow, up } from './stage.ts';

describe('snooze', () => {
  test('for 1 h, still down afterwards: told again', async () => {
    const { pass, policy, take, told } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    void policy.snooze('pads', '1h');
    await pass(59 * minute);
    expect(told()).toHaveLength(1);
    await pass(2 * minute);
    expect(told().slice(1)).toEqual([`Pads is still down / Since 10:01. ${refused}`]);
  });

  test('for 1 h, well again meanwhile: told at the end of it', async () => {
    const { pass, policy, take, told } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    void policy.snooze('pads', '1h');
    await pass(20 * minute);
    take(up, 'pads');
    await pass(hour);
    expect(told().slice(1)).toEqual([
      'During quiet hours: Pads is up again / Since 10:30. It’s working again.',
    ]);
  });

  test('until it recovers: nothing but the recovery, and the next fall as ever', async () => {
    const { pass, policy, sentence, take, told } = await setStage();
    take(slow, 'pads');
    await pass(10 * minute);
    void policy.snooze('pads', 'open');
    expect(sentence()).toBe('All services are working, 1 service muted');
    take(down, 'pads');
    await pass(3 * hour);
    expect(told()).toHaveLength(1);
    take(up, 'pads');
    await pass(10 * minute);
    take(down, 'pads');
    await pass(10 * minute);
    expect([sentence(), told().slice(1)]).toEqual([
      '1 of 4 down: Pads',
      [
        'During quiet hours: Pads is up again / Since 13:10. It’s working again.',
        `Pads is down / ${refused}`,
      ],
    ]);
  });

  test('of one service holds no other', async () => {
    const { pass, policy, take, told } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    void policy.snooze('pads', 'open');
    take(down, 'calls');
    await pass(10 * minute);
    expect(told().slice(1)).toEqual([`Calls is down / ${refused}`]);
  });

  test('until tomorrow, on a Friday: told on Monday at nine', async () => {
    const { pass, passTo, policy, take, told } = await setStage({
      at: '2026-11-27T10:00:00-05:00',
      names: { pads: 'Pads' },
      services: { pads: { intervalS: 300 } },
    });
    take(down, 'pads');
    await pass(10 * minute);
    void policy.snooze('pads', 'tomorrow');
    await passTo('2026-11-30T08:59:59-05:00');
    expect(told()).toHaveLength(1);
    await passTo('2026-11-30T09:00:01-05:00');
    expect(told()).toHaveLength(2);
  });

  test('ended by hand: what changed is told', async () => {
    const { pass, policy, take, told } = await setStage();
    take(slow, 'pads');
    await pass(10 * minute);
    void policy.snooze('pads', '4h');
    take(down, 'pads');
    await pass(10 * minute);
    void policy.unsnooze('pads');
    expect(told().slice(1)).toEqual([`During quiet hours: Pads is down / Since 10:10. ${refused}`]);
  });

  test('the clock goes back to before it began: it is over, for nobody knows how long it would last', async () => {
    const { clock, pass, policy, take, told } = await setStage({ at: '2026-11-24T14:00:00-05:00' });
    take(down, 'pads');
    await pass(10 * minute);
    void policy.snooze('pads', '4h');
    clock.jump(-3 * hour);
    await pass(10 * minute);
    expect(told()).toHaveLength(2);
  });
});

describe('down when the app starts', () => {
  const first = { pads: down };
  /** The settings of a member who muted it the day before. */
  const mutedSince = (at: string, untilUtcMs?: number) => ({
    peace: JSON.stringify({
      version: 1,
      coop: 'https://co-op.example/coop.json',
      snoozes: { pads: { sinceUtcMs: Date.parse(at), untilUtcMs } },
      acknowledgements: {},
    }),
  });

  test('told once, and not again for the same outage', async () => {
    const { pass, policy, sleep, told } = await setStage({ first });
    await pass(10 * minute);
    expect(told()).toEqual([`Pads is down / ${refused}`]);
    void policy.snooze('pads', 'open');
    await pass(hour);
    void policy.unsnooze('pads');
    await sleep(hour);
    await pass(hour);
    expect(told()).toHaveLength(1);
  });

  test('muted and unmuted while the notification waits for company: told of the others alone', async () => {
    const { pass, policy, told, view } = await setStage({
      first: { ...first, calls: down },
      services: { calls: { damping: { failures: 6 } } },
    });
    await pass(30 * second);
    expect([view('pads')?.verdict, view('calls')?.verdict, told()]).toEqual([
      'down',
      'unknown',
      [],
    ]);
    void policy.snooze('pads', 'open');
    void policy.unsnooze('pads');
    await pass(10 * minute);
    expect(told()).toEqual([`Calls is down / ${refused}`]);
  });

  test('muted the day before and unmuted now: not told, only how it goes on', async () => {
    const { pass, policy, take, told } = await setStage({
      first,
      files: mutedSince('2026-11-23T10:00:00-05:00'),
    });
    await pass(10 * minute);
    void policy.unsnooze('pads');
    await pass(10 * minute);
    expect(told()).toEqual([]);
    take(up, 'pads');
    await pass(10 * minute);
    expect(told()).toEqual(['Pads is up again / It’s working again.']);
  });

  test('muted the day before, until a time: told then', async () => {
    const until = Date.parse('2026-11-24T11:00:00-05:00');
    const { pass, told } = await setStage({
      first,
      files: mutedSince('2026-11-23T12:00:00-05:00', until),
    });
    await pass(59 * minute);
    expect(told()).toEqual([]);
    await pass(2 * minute);
    expect(told()).toEqual([`During quiet hours: Pads is down / Since 10:00. ${refused}`]);
  });

  test('in the evening, muted and unmuted: not told in the morning', async () => {
    const { pass, passTo, policy, told } = await setStage({
      at: '2026-11-24T20:00:00-05:00',
      first: { ...first, mail: down },
    });
    await pass(10 * minute);
    void policy.snooze('pads', 'open');
    await pass(10 * minute);
    void policy.unsnooze('pads');
    await passTo('2026-11-25T09:10:00-05:00');
    expect(told()).toEqual([expect.stringMatching(/^During quiet hours: Mail is down/)]);
  });
});

describe('a pause of everything', () => {
  test('for 1 h: one summary of what still stands, no reminder of what was known', async () => {
    const { pass, policy, take, told } = await setStage();
    take(down, 'mail');
    await pass(10 * minute);
    void policy.pause('1h');
    take(down, 'calls', 'pads');
    await pass(30 * minute);
    take(up, 'pads');
    await pass(31 * minute);
    expect(told().slice(1)).toEqual([
      `During quiet hours: Calls is down / Since 10:10. ${refused}; 1 other service had a problem and recovered.`,
    ]);
  });

  test('until the member ends it: nothing for a day, and the summary at once when it ends', async () => {
    const { pass, policy, take, told } = await setStage({ names: { calls: 'Calls' } });
    void policy.pause('open');
    take(down, 'calls');
    await pass(27 * hour);
    expect(told()).toEqual([]);
    void policy.resume();
    expect(told()).toHaveLength(1);
  });

  test('slept through: over when the machine wakes', async () => {
    const { pass, policy, sleep, take, told } = await setStage();
    void policy.pause('1h');
    take(down, 'calls');
    await pass(10 * minute);
    await sleep(3 * hour);
    await pass(10 * minute);
    expect(told()).toEqual([`During quiet hours: Calls is down / Since 10:01. ${refused}`]);
  });
});

describe('acknowledged', () => {
  test('then well, then down again: the recovery, and the new fall', async () => {
    const { pass, policy, sentence, take, told, view } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    void policy.acknowledge('pads', 'el restarts it', 'open');
    expect([sentence(), view('pads')?.acknowledged?.reason]).toEqual([
      '1 of 4 down: Pads',
      'el restarts it',
    ]);
    await pass(2 * hour);
    take(up, 'pads');
    await pass(10 * minute);
    expect(view('pads')?.acknowledged).toBeUndefined();
    take(down, 'pads');
    await pass(10 * minute);
    expect(told()).toEqual([
      `Pads is down / ${refused}`,
      'Pads is up again / It’s working again.',
      `Pads is down / ${refused}`,
    ]);
  });

  test('for 4 h, still down when that is over: told again', async () => {
    const { pass, policy, take, told } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    void policy.acknowledge('pads', 'el restarts it', '4h');
    await pass(4 * hour + second);
    expect(told().slice(1)).toEqual([`Pads is still down / Since 10:01. ${refused}`]);
  });

  test('by another member: named, but the fall is told to those who did not choose quiet', async () => {
    const { pass, sentence, take, told, view } = await setStage({
      seenBy: ({ id }) => (id === 'pads' ? [{ by: 'sam', note: 'restarting', atUtcMs: 0 }] : []),
    });
    take(slow, 'pads');
    await pass(10 * minute);
    take(down, 'pads');
    await pass(10 * minute);
    expect([view('pads')?.seenBy?.[0]?.by, sentence()]).toEqual(['sam', '1 of 4 down: Pads']);
    expect(told()).toHaveLength(2);
  });

  test('while slow, then it goes down: held, for somebody is at it', async () => {
    const { pass, policy, take, told } = await setStage();
    take(slow, 'pads');
    await pass(10 * minute);
    void policy.acknowledge('pads', 'moving it to another disk', '24h');
    take(down, 'pads');
    await pass(2 * hour);
    expect(told()).toHaveLength(1);
  });
});
