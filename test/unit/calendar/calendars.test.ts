/** Calendars: read as often as they ask, kept for when there is no network, and never lost to an error. */
import { describe, expect, test } from 'vitest';
import { loadCopies, saveCopies } from '../../../main/features/calendar/copies.ts';
import { ownRoom } from '../../../shared/calendar/join-places.ts';
import { hourMs, minuteMs, now, occurrence } from './given.ts';
import { coop, textOf, world } from './world.ts';

const url = 'https://maple.example/calendar.ics';

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

  test('is not kept of co-ops that were left, even if nothing of the next one was read', async () => {
    const { start, serve, copies } = world();
    const { calendars, clock } = await start({ plan: [] });
    const kept: (readonly string[])[] = [];
    for (const name of ['maple', 'oak', 'elm', 'asleep']) {
      const one = { ...coop, url: `https://${name}.example/x.ics` };
      if (name !== 'asleep') serve(one.url, occurrence(name));
      calendars.setSection({ plan: [one], rooms: [] });
      await clock.pass(100);
      const file = JSON.parse(copies.disk.text ?? '') as { copies: { of: string }[] };
      kept.push(file.copies.map(({ of }) => of.slice('https://'.length, -'.example/x.ics'.length)));
    }
    expect(kept).toEqual([['maple'], ['oak'], ['elm'], []]);
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
  const copy = { text: 'x'.repeat(2 * 1024 * 1024), atUtcMs: now };
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

  test('those of the week are there for other features, over and declined ones included', async () => {
    const { start, serve } = world();
    const at = (startUtcMs: number) => ({ startUtcMs, endUtcMs: startUtcMs + hourMs });
    serve(
      url,
      occurrence('over', at(now - 3 * hourMs)),
      occurrence('declined', { ...at(now + hourMs), answer: 'declined' }),
      occurrence('days', { ...at(now), allDay: { firstDay: '2026-11-24', lastDay: '2026-11-24' } }),
      occurrence('later', at(now + 6 * 24 * hourMs)),
    );
    const { calendars } = await start();
    expect(calendars.timetable().map(({ id }) => id)).toEqual(['over', 'declined', 'later']);
    expect(calendars.meetings()).toEqual([]);
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
