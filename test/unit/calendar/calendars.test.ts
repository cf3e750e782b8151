/** Calendars: read as often as they ask, kept for when there is no network, and never lost to an error. */
import { describe, expect, test } from 'vitest';
import { loadCopies, saveCopies } from '../../../main/features/calendar/copies.ts';
import { ownRoom } from '../../../shared/calendar/join-places.ts';
import { calendarLimits } from '../../../shared/calendar/limits.ts';
import { hourMs, minuteMs, now, occurrence } from './given.ts';
import { coop, mine, textOf, world } from './world.ts';

const url = 'https://maple.example/calendar.ics';
const remind = { minutes: 10, inQuietHours: false };

describe('reading', () => {
  test('every half hour, with the ETag of the copy', async () => {
    const { start, serve, asked } = world();
    serve(url, occurrence('infra'));
    const { clock, rows } = await start();
    expect(rows()).toEqual(['infra']);
    await clock.pass(90 * minuteMs + 1000);
    const etag = `"${textOf(occurrence('infra')).length}"`;
    expect(asked).toEqual([
      [url, undefined],
      [url, etag],
      [url, etag],
      [url, etag],
    ]);
  });

  test.each<[string, number, number]>([
    ['as often as it asks', 2 * hourMs, 2 * hourMs],
    ['but not every minute', minuteMs, 15 * minuteMs],
    ['and before a week is over', 7 * 24 * hourMs, 12 * hourMs],
  ])('%s', async (_what, refreshMs, everyMs) => {
    const { start, serve, asked, member } = world();
    member.refreshMs = refreshMs;
    serve(url);
    const { clock } = await start();
    await clock.pass(everyMs - 1000);
    expect(asked).toHaveLength(1);
    await clock.pass(2000);
    expect(asked).toHaveLength(2);
  });

  test('on request without an ETag, since a server may always say that nothing has changed', async () => {
    const { start, serve, asked } = world();
    serve(url);
    const { calendars, clock } = await start();
    calendars.readNow();
    await clock.pass(0);
    expect(asked.map(([, etag]) => etag)).toEqual([undefined, undefined]);
  });

  test('not while offline or asleep, and at once afterwards if it is due', async () => {
    const { start, serve, asked, line } = world();
    serve(url);
    const { calendars, clock } = await start();
    line.state = 'offline';
    await clock.pass(hourMs);
    expect(asked).toHaveLength(1);
    line.state = 'online';
    calendars.resume();
    await clock.pass(1);
    expect(asked).toHaveLength(2);
    calendars.suspend();
    expect(clock.timers()).toBe(0);
    clock.jump(10 * minuteMs);
    calendars.resume();
    await clock.pass(1);
    expect(asked).toHaveLength(2);
  });

  test('less and less often while it fails', async () => {
    const { start, asked } = world();
    const { clock } = await start();
    await clock.pass(24 * hourMs);
    // At 0, 0.5, 1.5, 3.5, 7.5, 13.5 and 19.5 hours.
    expect(asked).toHaveLength(7);
  });
});

describe('the last good copy', () => {
  test('stays, with what is wrong and since when', async () => {
    const { start, serve, answers } = world();
    serve(url, occurrence('infra'));
    const { calendars, clock, rows } = await start();
    const readAtUtcMs = calendars.state().calendars[0]?.readAtUtcMs;
    answers.set(url, { ok: false, problem: { code: 'html' } });
    await clock.pass(2 * hourMs);
    expect(rows()).toEqual(['infra']);
    expect(calendars.state().calendars[0]).toMatchObject({
      readAtUtcMs,
      problem: { code: 'html', sinceUtcMs: (readAtUtcMs ?? 0) + 30 * minuteMs },
    });
  });

  test('is there at the next start, without a network', async () => {
    const { start, serve, line } = world();
    serve(url, occurrence('infra'));
    await start();
    line.state = 'offline';
    const { rows, calendars } = await start();
    expect(rows()).toEqual(['infra']);
    expect(calendars.state().isReading).toBe(false);
  });

  test('is not that of another address', async () => {
    const { start, serve, line } = world();
    serve(url, occurrence('infra'));
    await start();
    line.state = 'offline';
    const elsewhere = { ...coop, url: 'https://elsewhere.example/x.ics' };
    const { calendars, rows } = await start({ plan: [elsewhere] });
    expect([rows(), calendars.state().days]).toEqual([[], []]);
  });

  test('a damaged file is an empty one; a damaged entry costs only itself', async () => {
    const { start, serve, line, copies, settings } = world();
    serve(url, occurrence('infra'));
    await start();
    line.state = 'offline';
    const { copies: kept } = JSON.parse(copies.disk.text ?? '') as { copies: object[] };
    copies.disk.text = JSON.stringify({ version: 1, copies: [7, ...kept] });
    expect((await start()).rows()).toEqual(['infra']);
    copies.disk.text = '{';
    settings.disk.text = '[]';
    expect((await start()).rows()).toEqual([]);
  });

  test('is not taken for the newer one that came while it was expanded', async () => {
    const { start, serve, member } = world();
    serve(url, occurrence('old'));
    await start();
    serve(url, occurrence('newer'));
    let release = () => {};
    member.hold = new Promise((resolve) => (release = resolve));
    const { calendars, clock, rows } = await start();
    expect(calendars.state().isReading).toBe(true);
    calendars.readNow();
    await clock.pass(1);
    expect(rows()).toEqual(['newer']);
    release();
    await clock.pass(1);
    expect(rows()).toEqual(['newer']);
  });

  test('one that cannot be read any more is a problem, and no empty calendar', async () => {
    const { start, line, copies } = world();
    line.state = 'offline';
    copies.disk.text = JSON.stringify({
      version: 1,
      copies: [{ of: url, atUtcMs: now, text: 'BEGIN:VCALENDAR' }],
    });
    const { calendars } = await start();
    expect(calendars.state()).toMatchObject({
      days: [],
      isReading: false,
      calendars: [{ problem: { code: 'internal' } }],
    });
    expect(calendars.meetings()).toBeUndefined();
  });
});

test('of all copies, only so much is kept', async () => {
  const { store } = world().copies;
  const copy = { text: 'x'.repeat(calendarLimits.text), atUtcMs: now };
  saveCopies(
    store,
    new Map([
      ['a', copy],
      ['b', copy],
      ['c', { text: '', atUtcMs: now }],
    ]),
  );
  expect([...(await loadCopies(store)).keys()]).toEqual(['a', 'c']);
});

describe('days', () => {
  test('begin anew at midnight and in another zone, without a reading', async () => {
    const { start, serve, asked, member, expansions, line } = world();
    serve(url, occurrence('infra'));
    const { calendars, clock } = await start();
    expect(calendars.state().days[0]?.date).toBe('2026-11-24');
    line.state = 'offline';
    await clock.pass(15 * hourMs);
    expect(calendars.state().days[0]?.date).toBe('2026-11-25');
    member.zone = 'Asia/Tokyo';
    await clock.pass(5 * minuteMs);
    expect(expansions).toEqual(['America/Toronto', 'America/Toronto', 'Asia/Tokyo']);
    expect(asked).toHaveLength(1);
  });
});

describe('what is told of the next meetings', () => {
  test('nothing is known before a calendar is read, and of an old copy', async () => {
    const { start, serve, answers } = world();
    const { calendars, clock } = await start();
    expect(calendars.meetings()).toBeUndefined();
    serve(url);
    calendars.readNow();
    await clock.pass(0);
    expect(calendars.meetings()).toEqual([]);
    answers.delete(url);
    await clock.pass(25 * hourMs);
    expect(calendars.meetings()).toBeUndefined();
  });

  test('one unknown calendar of two is enough', async () => {
    const { start, serve } = world();
    serve(url);
    const other = { ...coop, id: 'other', url: 'https://other.example/x.ics' };
    const { calendars, clock } = await start({ plan: [coop, other] });
    expect(calendars.meetings()).toBeUndefined();
    serve('https://other.example/x.ics', occurrence('infra'));
    calendars.readNow();
    await clock.pass(0);
    expect(calendars.meetings()?.map(({ id }) => id)).toEqual(['infra']);
  });

  test('a listener hears when one comes near, begins and ends', async () => {
    const { start, serve } = world();
    serve(url, occurrence('infra', { startUtcMs: now + hourMs }));
    const { calendars, clock } = await start();
    let heard = 0;
    calendars.onTurn(() => (heard += 1));
    await clock.pass(25 * minuteMs);
    const before = heard;
    // From half an hour before, each minute.
    await clock.pass(35 * minuteMs);
    expect(heard - before).toBeGreaterThanOrEqual(30);
    expect(before).toBeLessThan(8);
  });
});

describe('joining', () => {
  test('opens the place of a meeting that there is', async () => {
    const { start, serve } = world();
    const joins = [
      { url: 'https://zoom.example/1', from: 'description' },
      { url: 'https://calls.example/rooms/a/join', from: 'url' },
    ] as const;
    serve(url, occurrence('infra', { joins }));
    const rooms = [ownRoom({ name: 'Hall', url: 'https://calls.example/rooms/a' })];
    const { calendars } = await start({ rooms });
    expect(calendars.addressOf('infra', 0)).toBe('https://calls.example/rooms/a/join');
    expect(calendars.addressOf('infra', 1)).toBe('https://zoom.example/1');
    expect(calendars.addressOf('infra', 2)).toBeUndefined();
    expect(calendars.addressOf('gone', 0)).toBeUndefined();
    expect(JSON.stringify(calendars.state())).not.toContain('https://');
  });
});

describe('reminders', () => {
  async function reminding(...all: Parameters<typeof occurrence>[]) {
    const made = world();
    made.serve(url, ...all.map((one) => occurrence(...one)));
    const started = await made.start();
    started.calendars.setRemind('coop', remind);
    return { ...made, ...started };
  }
  const inHour = { startUtcMs: now + hourMs };

  test('are off until chosen', async () => {
    const { start, serve, told } = world();
    serve(url, occurrence('infra', inHour));
    const { clock } = await start();
    await clock.pass(2 * hourMs);
    expect(told).toEqual([]);
  });

  test('come once, over a restart as well', async () => {
    const { clock, told, start } = await reminding(['infra', inHour], ['same', inHour]);
    await clock.pass(50 * minuteMs - 1000);
    expect(told).toEqual([]);
    await clock.pass(2000);
    expect(told).toEqual(['infra at calls.maple.example', 'same at calls.maple.example']);
    await clock.pass(5 * minuteMs);
    await start({}, clock);
    expect(told).toHaveLength(2);
  });

  test('come right after a sleep', async () => {
    const { calendars, clock, told } = await reminding(['infra', inHour], ['over', {}]);
    expect(told).toEqual(['over at calls.maple.example']);
    calendars.suspend();
    clock.jump(62 * minuteMs);
    await clock.pass(0);
    expect(told).toHaveLength(1);
    calendars.resume();
    await clock.pass(0);
    expect(told).toHaveLength(2);
  });

  test('come though the clock was set while nothing else happened', async () => {
    const { clock, told } = await reminding(['infra', { startUtcMs: now + 20 * hourMs }]);
    clock.jump(20 * hourMs - 8 * minuteMs);
    await clock.pass(5 * minuteMs);
    expect(told).toEqual(['infra at calls.maple.example']);
  });

  test('come again for a meeting that was moved', async () => {
    const { calendars, clock, told, serve } = await reminding(['infra', {}]);
    serve(url, occurrence('infra', { startUtcMs: now + 12 * minuteMs }));
    calendars.readNow();
    await clock.pass(3 * minuteMs);
    expect(told).toHaveLength(2);
  });

  test('wait for the end of quiet hours', async () => {
    const { clock, told, member } = await reminding(['infra', inHour]);
    member.quiet = 'quiet-hours';
    await clock.pass(55 * minuteMs);
    expect(told).toEqual([]);
    member.quiet = undefined;
    await clock.pass(minuteMs);
    expect(told).toHaveLength(1);
  });

  test('do not come while the computer goes to sleep', async () => {
    const { calendars, clock, told } = await reminding(['infra', inHour]);
    calendars.suspend();
    calendars.setRemind('coop', { ...remind, minutes: 30 });
    expect(clock.timers()).toBe(0);
    await clock.pass(hourMs);
    expect(told).toEqual([]);
  });

  test('are turned off for good', async () => {
    const { calendars, clock, told, start } = await reminding(['infra', inHour]);
    calendars.setRemind('coop', undefined);
    await clock.pass(hourMs);
    const again = await start({}, clock);
    expect(again.calendars.state().calendars[0]?.remind).toBeUndefined();
    expect(told).toEqual([]);
  });
});

describe('a private calendar', () => {
  const secret = 'https://calendar.google.com/calendar/ical/me%40x.example/private-0123/basic.ics';
  const plan = [mine];

  test('of the document waits for its address, which is kept in the keyring only', async () => {
    const { start, serve, keyring, settings, copies, asked } = world();
    serve(secret, occurrence('infra'));
    const { calendars, clock, rows } = await start({ plan });
    expect(asked).toEqual([]);
    expect(calendars.meetings()).toBeUndefined();
    expect(await calendars.setAddress('mine', ` ${secret} `)).toBeUndefined();
    await clock.pass(1);
    expect(rows()).toEqual(['infra']);
    expect([...keyring]).toEqual([['calendar mine', secret]]);
    expect(calendars.state().calendars[0]).toMatchObject({
      name: 'Mine',
      host: 'calendar.google.com',
      proposedMinutes: 5,
    });
    const files = `${settings.disk.text} ${copies.disk.text}`;
    expect(files + JSON.stringify(calendars.state())).not.toContain('private-0123');
    // And is used at the next start.
    await start({ plan }, clock);
    expect(asked.map(([address]) => address)).toEqual([secret]);
  });

  test('of the document is gone with its address, and waits for another', async () => {
    const { start, serve, copies } = world();
    serve(secret, occurrence('infra'));
    const { calendars, clock, rows } = await start({ plan });
    await calendars.setAddress('mine', secret);
    await clock.pass(1);
    await calendars.removeAddress('mine');
    expect([rows(), calendars.state().days]).toEqual([[], []]);
    expect(calendars.state().calendars[0]).not.toHaveProperty('host');
    expect(copies.disk.text).not.toContain('infra');
    // What was read at another address is not shown at a new one.
    serve('https://b.example/x.ics');
    await calendars.setAddress('mine', secret);
    await clock.pass(1);
    await calendars.setAddress('mine', 'https://b.example/x.ics');
    expect(rows()).toEqual([]);
  });

  test('of the member’s own is named by itself, and goes with all that was read', async () => {
    const { start, serve, keyring, settings, copies } = world();
    serve(url);
    serve(secret, occurrence('infra', { startUtcMs: now + hourMs }));
    const { calendars, clock, rows } = await start();
    await calendars.setAddress(undefined, secret);
    await clock.pass(1);
    const own = calendars.state().calendars[1];
    expect(own).toMatchObject({ id: 'own-1', name: 'Own', isOwn: true });
    calendars.setRemind('own-1', remind);
    await calendars.removeAddress('own-1');
    expect(rows()).toEqual([]);
    expect([calendars.state().calendars.length, keyring.size]).toEqual([1, 0]);
    expect(`${settings.disk.text} ${copies.disk.text}`).not.toMatch(/own-1|infra"/);
  });

  test.each<[string, string | undefined, string, string]>([
    ['no address', undefined, 'hello', 'address-invalid'],
    ['unencrypted', undefined, 'http://x.example/a.ics', 'address-invalid'],
    ['a page of several', undefined, 'https://c.example/apps/calendar/p/A1-B2', 'address-invalid'],
    ['for a public calendar', 'coop', secret, 'address-invalid'],
    ['for one that there is not', 'gone', secret, 'address-invalid'],
  ])('an address is refused: %s', async (_what, id, typed, fault) => {
    const { start, keyring } = world();
    const { calendars } = await start();
    expect(await calendars.setAddress(id, typed)).toBe(fault);
    expect(keyring.size).toBe(0);
  });

  test('more than ten of one’s own are too many', async () => {
    const { start } = world();
    const { calendars } = await start();
    const faults = [];
    for (let at = 0; at < 11; at += 1)
      faults.push(await calendars.setAddress(undefined, `https://x.example/${at}.ics`));
    expect(faults.filter(Boolean)).toEqual(['too-many']);
  });

  test.each(['locked', 'missing', 'timed-out'] as const)('a keyring that is %s', async (fault) => {
    const { start, member, keyring, line } = world();
    const first = await start({ plan });
    member.keyring = fault;
    expect(await first.calendars.setAddress('mine', secret)).toBe(`keyring-${fault}`);
    delete member.keyring;
    await first.calendars.setAddress('mine', secret);
    member.keyring = fault;
    expect(await first.calendars.removeAddress('mine')).toBe(`keyring-${fault}`);
    expect(first.calendars.state().calendars[0]?.host).toBe('calendar.google.com');
    // It is the keyring’s fault, whatever the network is like.
    line.confirmed = 'offline';
    const { calendars } = await start({ plan });
    expect(calendars.state().calendars[0]?.problem?.code).toBe(`keyring-${fault}`);
    keyring.clear();
    delete member.keyring;
    const emptied = await start({ plan });
    expect(emptied.calendars.state().calendars[0]?.problem?.code).toBe('no-address');
  });
});
