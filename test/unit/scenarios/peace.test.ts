/** What a member is told, and when, who wants to be left in peace. Each test is one situation. */
import { describe, expect, test } from 'vitest';
import { down, hour, minute, refused, second, setStage, slow, up } from './stage.ts';

const evening = '2026-11-24T17:30:00-05:00';
const nextMorning = '2026-11-25T09:00:01-05:00';

describe('quiet hours', () => {
  test('one goes down in the evening and stays down: one summary at nine', async () => {
    const { passTo, take, told, view } = await setStage({ at: evening });
    await passTo('2026-11-24T19:00:00-05:00');
    take(down, 'calls');
    await passTo('2026-11-25T08:59:59-05:00');
    expect([view('calls')?.verdict, told()]).toEqual(['down', []]);
    await passTo(nextMorning);
    expect(told()).toEqual([`While it was quiet: Calls is down / Since Nov 24, 19:00. ${refused}`]);
  });

  test('down before, and back in the night: the summary says since when', async () => {
    const { pass, passTo, take, told } = await setStage({ at: evening });
    take(down, 'calls');
    await pass(10 * minute);
    await passTo('2026-11-25T03:00:00-05:00');
    take(up, 'calls');
    await passTo(nextMorning);
    expect(told()).toEqual([
      `Calls is down / ${refused}`,
      'While it was quiet: Calls is up again / Since 03:00. It works again.',
    ]);
  });

  test('down and back wholly within the quiet: nothing', async () => {
    const { passTo, take, told } = await setStage({ at: evening });
    await passTo('2026-11-25T02:10:00-05:00');
    take(down, 'pads');
    await passTo('2026-11-25T02:40:00-05:00');
    take(up, 'pads');
    await passTo('2026-11-25T12:00:00-05:00');
    expect(told()).toEqual([]);
  });

  test('one down and back, another still down: one summary, which counts the first', async () => {
    const { passTo, take, told } = await setStage({ at: evening });
    await passTo('2026-11-25T02:10:00-05:00');
    take(down, 'pads');
    await passTo('2026-11-25T02:40:00-05:00');
    take(up, 'pads');
    await passTo('2026-11-25T05:00:00-05:00');
    take(down, 'calls');
    await passTo(nextMorning);
    expect(told()).toEqual([
      `While it was quiet: Calls is down / Since 05:00. ${refused}; One other service was in trouble and is well again.`,
    ]);
  });

  test('several changes in the night: one summary, worst first', async () => {
    const { pass, passTo, take, told } = await setStage({ at: evening });
    take(down, 'pads');
    await pass(10 * minute);
    await passTo('2026-11-25T02:00:00-05:00');
    take(up, 'pads');
    take(slow, 'chat');
    await passTo('2026-11-25T04:00:00-05:00');
    take(down, 'mail');
    await passTo(nextMorning);
    expect(told().slice(1)).toEqual([
      'While it was quiet: 3 services have changed / Mail: down since 04:00; Chat: degraded since 02:00; Pads: up since 02:00',
    ]);
  });

  test('the lid is closed all night: the summary waits until each service was looked at', async () => {
    const { pass, passTo, sleep, take, told } = await setStage({ at: evening });
    await passTo('2026-11-24T19:00:00-05:00');
    take(down, 'calls', 'pads');
    await passTo('2026-11-24T23:00:00-05:00');
    take(up, 'pads');
    await sleep(11 * hour);
    await pass(minute);
    expect(told()).toEqual([
      `While it was quiet: Calls is down / Since Nov 24, 19:00. ${refused}; One other service was in trouble and is well again.`,
    ]);
  });

  test('from Friday evening to Monday morning: one summary', async () => {
    const { passTo, take, told } = await setStage({
      at: '2026-11-27T17:30:00-05:00',
      services: { calls: { intervalS: 600 }, pads: { intervalS: 600 } },
      names: { calls: 'Calls', pads: 'Pads' },
    });
    await passTo('2026-11-28T12:00:00-05:00');
    take(down, 'calls');
    await passTo('2026-11-30T08:59:00-05:00');
    expect(told()).toEqual([]);
    await passTo('2026-11-30T09:00:01-05:00');
    expect(told()).toEqual([`While it was quiet: Calls is down / Since Nov 28, 12:00. ${refused}`]);
  });

  test.each([
    ['clocks set back, 2026-11-01', '2026-10-31T18:00:00-04:00', '2026-11-01T09:00:00-05:00'],
    ['clocks set forward, 2026-03-08', '2026-03-07T18:00:00-05:00', '2026-03-08T09:00:00-04:00'],
  ])('over a midnight with %s: told at nine by the wall', async (_what, begin, nine) => {
    const { passTo, take, told } = await setStage({
      at: begin,
      names: { calls: 'Calls' },
      document: { quietHours: { outside: { days: ['sat', 'sun'], from: '09:00', to: '18:00' } } },
    });
    take(down, 'calls');
    await passTo(new Date(Date.parse(nine) - second).toISOString());
    expect(told()).toEqual([]);
    await passTo(new Date(Date.parse(nine) + second).toISOString());
    expect(told()).toHaveLength(1);
  });

  test('a night worker: told across midnight, quiet by day', async () => {
    const { pass, passTo, peace, take, told } = await setStage({ at: '2026-11-24T21:00:00-05:00' });
    peace.setQuietHours({ on: true, days: ['tue'], fromMinute: 22 * 60, toMinute: 6 * 60 });
    await passTo('2026-11-25T01:00:00-05:00');
    take(down, 'calls');
    await pass(10 * minute);
    expect(told()).toEqual([`Calls is down / ${refused}`]);
    await passTo('2026-11-25T06:00:00-05:00');
    take(up, 'calls');
    await pass(hour);
    expect(told()).toHaveLength(1);
  });

  test('a co-op that is on call day and night proposes no quiet; a member’s own hours win', async () => {
    const always = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00' };
    const { pass, peace, take, told } = await setStage({
      at: '2026-11-24T22:00:00-05:00',
      document: { quietHours: { outside: { ...always, to: '24:00' } } },
    });
    take(down, 'calls');
    await pass(10 * minute);
    expect(told()).toEqual([`Calls is down / ${refused}`]);
    peace.setQuietHours({ on: true, days: ['wed'], fromMinute: 540, toMinute: 1080 });
    take(down, 'pads');
    await pass(hour);
    expect(told()).toHaveLength(1);
  });

  test('quiet hours switched off in the evening: what was held is told at once', async () => {
    const { passTo, peace, take, told } = await setStage({ at: evening });
    await passTo('2026-11-24T19:00:00-05:00');
    take(down, 'calls');
    await passTo('2026-11-24T20:00:00-05:00');
    peace.setQuietHours({ on: false, days: [], fromMinute: 540, toMinute: 1080 });
    expect(told()).toEqual([`While it was quiet: Calls is down / Since 19:00. ${refused}`]);
  });
});

describe('snooze', () => {
  test('for 1 h, still down afterwards: told again', async () => {
    const { pass, peace, take, told } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    peace.snooze('pads', '1h');
    await pass(59 * minute);
    expect(told()).toHaveLength(1);
    await pass(2 * minute);
    expect(told().slice(1)).toEqual([`Pads is still down / Since 10:01. ${refused}`]);
  });

  test('for 1 h, well again meanwhile: told at the end of it', async () => {
    const { pass, peace, take, told } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    peace.snooze('pads', '1h');
    await pass(20 * minute);
    take(up, 'pads');
    await pass(hour);
    expect(told().slice(1)).toEqual([
      'While it was quiet: Pads is up again / Since 10:30. It works again.',
    ]);
  });

  test('until it recovers: nothing but the recovery, and the next fall as ever', async () => {
    const { pass, peace, sentence, take, told } = await setStage();
    take(slow, 'pads');
    await pass(10 * minute);
    peace.snooze('pads', 'open');
    expect(sentence()).toBe('All 3 services are up, 1 muted');
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
        'While it was quiet: Pads is up again / Since 13:10. It works again.',
        `Pads is down / ${refused}`,
      ],
    ]);
  });

  test('of one service holds no other', async () => {
    const { pass, peace, take, told } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    peace.snooze('pads', 'open');
    take(down, 'calls');
    await pass(10 * minute);
    expect(told().slice(1)).toEqual([`Calls is down / ${refused}`]);
  });

  test('until tomorrow, on a Friday: told on Monday at nine', async () => {
    const { pass, passTo, peace, take, told } = await setStage({
      at: '2026-11-27T10:00:00-05:00',
      names: { pads: 'Pads' },
      services: { pads: { intervalS: 300 } },
    });
    take(down, 'pads');
    await pass(10 * minute);
    peace.snooze('pads', 'tomorrow');
    await passTo('2026-11-30T08:59:59-05:00');
    expect(told()).toHaveLength(1);
    await passTo('2026-11-30T09:00:01-05:00');
    expect(told()).toHaveLength(2);
  });

  test('ended by hand: what changed is told', async () => {
    const { pass, peace, take, told } = await setStage();
    take(slow, 'pads');
    await pass(10 * minute);
    peace.snooze('pads', '4h');
    take(down, 'pads');
    await pass(10 * minute);
    peace.unsnooze('pads');
    expect(told().slice(1)).toEqual([`While it was quiet: Pads is down / Since 10:10. ${refused}`]);
  });

  test('the clock goes back to before it began: it is over, for nobody knows how long it would last', async () => {
    const { clock, pass, peace, take, told } = await setStage({ at: '2026-11-24T14:00:00-05:00' });
    take(down, 'pads');
    await pass(10 * minute);
    peace.snooze('pads', '4h');
    clock.jump(-3 * hour);
    await pass(10 * minute);
    expect(told()).toHaveLength(2);
  });
});

describe('a pause of everything', () => {
  test('for 1 h: one summary of what still stands, no reminder of what was known', async () => {
    const { pass, peace, take, told } = await setStage();
    take(down, 'mail');
    await pass(10 * minute);
    peace.pause('1h');
    take(down, 'calls', 'pads');
    await pass(30 * minute);
    take(up, 'pads');
    await pass(31 * minute);
    expect(told().slice(1)).toEqual([
      `While it was quiet: Calls is down / Since 10:10. ${refused}; One other service was in trouble and is well again.`,
    ]);
  });

  test('until the member ends it: nothing for a day, and the summary at once when it ends', async () => {
    const { pass, peace, take, told } = await setStage({ names: { calls: 'Calls' } });
    peace.pause('open');
    take(down, 'calls');
    await pass(27 * hour);
    expect(told()).toEqual([]);
    peace.resume();
    expect(told()).toHaveLength(1);
  });

  test('slept through: over when the machine wakes', async () => {
    const { pass, peace, sleep, take, told } = await setStage();
    peace.pause('1h');
    take(down, 'calls');
    await pass(10 * minute);
    await sleep(3 * hour);
    await pass(10 * minute);
    expect(told()).toEqual([`While it was quiet: Calls is down / Since 10:01. ${refused}`]);
  });
});

describe('acknowledged', () => {
  test('then well, then down again: the recovery, and the new fall', async () => {
    const { pass, peace, sentence, take, told, view } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    peace.acknowledge('pads', 'el restarts it', 'open');
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
      'Pads is up again / It works again.',
      `Pads is down / ${refused}`,
    ]);
  });

  test('for 4 h, still down when that is over: told again', async () => {
    const { pass, peace, take, told } = await setStage();
    take(down, 'pads');
    await pass(10 * minute);
    peace.acknowledge('pads', 'el restarts it', '4h');
    await pass(4 * hour + second);
    expect(told().slice(1)).toEqual([`Pads is still down / Since 10:01. ${refused}`]);
  });

  test('while slow, then it goes down: held, for somebody is at it', async () => {
    const { pass, peace, take, told } = await setStage();
    take(slow, 'pads');
    await pass(10 * minute);
    peace.acknowledge('pads', 'moving it to another disk', '24h');
    take(down, 'pads');
    await pass(2 * hour);
    expect(told()).toHaveLength(1);
  });
});
