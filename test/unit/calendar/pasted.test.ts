/** Calendars whose address a member pastes: it is in the keyring only, and goes with all that was read there. */
import { describe, expect, test } from 'vitest';
import { hourMs, now, occurrence } from './given.ts';
import { mine, world } from './world.ts';

const url = 'https://maple.example/calendar.ics';
const remind = { minutes: 10, inQuietHours: false };

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
