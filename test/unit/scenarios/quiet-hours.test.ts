/** What is notified, and when, around quiet hours. Each test is one situation. */
import { describe, expect, test } from 'vitest';
import { reason } from '../../../shared/observation/observation.ts';
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
    expect(told()).toEqual([`During quiet hours: Calls is down / Since Nov 24, 19:00. ${refused}`]);
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
      'During quiet hours: Calls is up again / Since 03:00. It’s working again.',
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
      `During quiet hours: Calls is down / Since 05:00. ${refused}; 1 other service had a problem and recovered.`,
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
      'During quiet hours: 3 services changed / Mail: down since 04:00; Chat: has problems since 02:00; Pads: up since 02:00',
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
      `During quiet hours: Calls is down / Since Nov 24, 19:00. ${refused}; 1 other service had a problem and recovered.`,
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
    expect(told()).toEqual([`During quiet hours: Calls is down / Since Nov 28, 12:00. ${refused}`]);
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
    const { pass, passTo, policy, take, told } = await setStage({
      at: '2026-11-24T21:00:00-05:00',
    });
    void policy.setQuietHours({ on: true, days: ['tue'], fromMinute: 22 * 60, toMinute: 6 * 60 });
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
    const { pass, policy, take, told } = await setStage({
      at: '2026-11-24T22:00:00-05:00',
      document: { quietHours: { outside: { ...always, to: '24:00' } } },
    });
    take(down, 'calls');
    await pass(10 * minute);
    expect(told()).toEqual([`Calls is down / ${refused}`]);
    void policy.setQuietHours({ on: true, days: ['wed'], fromMinute: 540, toMinute: 1080 });
    take(down, 'pads');
    await pass(hour);
    expect(told()).toHaveLength(1);
  });

  test('first start in the evening with one down: told in the morning', async () => {
    const { passTo, told, view } = await setStage({
      at: '2026-11-24T21:00:00-05:00',
      first: { pads: down },
    });
    await passTo('2026-11-25T08:59:59-05:00');
    expect([view('pads')?.verdict, told()]).toEqual(['down', []]);
    await passTo(nextMorning);
    expect(told()).toEqual([`During quiet hours: Pads is down / Since Nov 24, 21:00. ${refused}`]);
  });

  test('down in the night, and in maintenance by the morning: nothing', async () => {
    const { passTo, take, told } = await setStage({ at: evening });
    await passTo('2026-11-25T02:00:00-05:00');
    take(down, 'pads');
    await passTo('2026-11-25T08:00:00-05:00');
    take({ verdict: 'maintenance', reason: reason('says-maintenance'), timings: {} }, 'pads');
    await passTo('2026-11-25T10:00:00-05:00');
    expect(told()).toEqual([]);
  });

  test('a snooze runs out in the evening: told again in the morning, not before', async () => {
    const { pass, passTo, policy, take, told } = await setStage({ at: evening });
    take(down, 'pads');
    await pass(10 * minute);
    void policy.snooze('pads', '1h');
    await passTo('2026-11-25T08:59:59-05:00');
    expect(told()).toHaveLength(1);
    await passTo(nextMorning);
    expect(told().slice(1)).toEqual([`Pads is still down / Since Nov 24, 17:31. ${refused}`]);
  });

  test('offline when the day begins: the summary waits for the network', async () => {
    const { pass, passTo, setNetwork, take, told } = await setStage({ at: evening });
    await passTo('2026-11-25T05:00:00-05:00');
    take(down, 'calls');
    await passTo('2026-11-25T08:30:00-05:00');
    setNetwork('silent');
    await passTo('2026-11-25T10:00:00-05:00');
    expect(told()).toEqual([]);
    setNetwork('answered');
    await pass(2 * minute);
    expect(told()).toEqual([`During quiet hours: Calls is down / Since 05:00. ${refused}`]);
  });

  test('quiet hours switched off in the evening: what was held is told at once', async () => {
    const { passTo, policy, take, told } = await setStage({ at: evening });
    await passTo('2026-11-24T19:00:00-05:00');
    take(down, 'calls');
    await passTo('2026-11-24T20:00:00-05:00');
    void policy.setQuietHours({ on: false, days: [], fromMinute: 540, toMinute: 1080 });
    expect(told()).toEqual([`During quiet hours: Calls is down / Since 19:00. ${refused}`]);
  });
});
