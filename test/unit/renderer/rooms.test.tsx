/** The section about rooms whose messages expire, rendered without a window. */
import { describe, expect, test } from 'vitest';
import { RoomList } from '../../../renderer/components/room-export/Rooms.tsx';
import type { FadingRoom, RoomCopy } from '../../../shared/room-export/state.ts';
import { roomFaults } from '../../../shared/room-export/state.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import { draw } from './draw.tsx';

const room = (change: Partial<FadingRoom> = {}): FadingRoom => ({
  room: '#general:a',
  name: 'General',
  archived: false,
  keepDays: 90,
  rhythm: 'weekly',
  joined: true,
  ...change,
});
const copy = (at: RoomCopy['at'], change: Partial<RoomCopy> = {}): FadingRoom =>
  room({
    copy: { at, events: 12_000, oldestUtcMs: Date.UTC(2026, 2, 3), folder: 'General', ...change },
  });
const listOf = (rooms: readonly FadingRoom[], signedIn = true, locale: 'en' | 'fr' = 'en') =>
  draw(<RoomList state={{ signedIn, rooms: [...rooms] }} shows={() => true} />, locale);
const disabled = (text: string) => text.includes('aria-disabled="true"');

test('says what goes, and offers to save it first', () => {
  const text = listOf([room()]);
  expect(text).toContain('Messages older than 90 days are deleted every week.');
  expect(text).toContain('aria-label="Save a copy… (General)"');
  expect(disabled(text)).toBe(false);
});

test('signed out says so, and saves nothing', () => {
  const text = listOf([room()], false);
  expect(text).toContain('Sign in to Matrix');
  expect(disabled(text)).toBe(true);
});

test('a room that the member is not in cannot be saved; one of which that is not known can be tried', () => {
  const text = listOf([room({ joined: false })]);
  expect(text).toContain('You’re not in this room');
  expect(disabled(text)).toBe(true);
  const { joined: _joined, ...unknown } = room();
  expect(disabled(listOf([unknown]))).toBe(false);
});

describe('a copy', () => {
  test.each([
    ['reading', 'so far, back to', 'Stop'],
    ['waiting', 'Waiting for the server', 'Stop'],
    ['writing', 'Writing the pages', 'Stop'],
    ['stopped', 'You can resume where it left off', 'Resume'],
    ['failed', 'Not finished', 'Resume'],
    ['finished', 'Saved: 12,000 messages in “General”', 'Save again…'],
  ] as const)('%s', (at, says, button) => {
    const text = listOf([copy(at)]);
    expect(text).toContain(says);
    expect(text).toContain(`>${button}</button>`);
    expect(text.includes('<progress')).toBe(button === 'Stop');
  });

  test('of one room waits for that of another', () => {
    const text = listOf([copy('reading'), room({ room: '#other:a', name: 'Other' })]);
    expect(text).toContain('Waiting for another room');
    expect(disabled(text)).toBe(true);
  });

  test.each(locales)('that failed says why in %s', (locale) => {
    const told = roomFaults.map((fault) => listOf([copy('failed', { fault })], true, locale));
    expect(new Set(told).size).toBe(roomFaults.length);
  });
});

test('a name from outside is text', () => {
  expect(listOf([room({ name: '<img src=x>' })])).toContain('&lt;img src=x&gt;');
});

test('a button that does nothing says why', () => {
  const why = (text: string) => {
    const id = /aria-describedby="([^"]*)"/.exec(text)?.[1] ?? '';
    return new RegExp(`id="${id}">([^<]*)`).exec(text)?.[1];
  };
  expect(why(listOf([room()], false))).toContain('Sign in to Matrix');
  expect(why(listOf([room({ joined: false })]))).toContain('You’re not in this room');
  expect(listOf([room()])).not.toContain('aria-describedby');
});

test('rooms that are about to lose messages stand apart from the others', () => {
  const state = { signedIn: true, rooms: [room(), room({ room: '#b:a', name: 'Later' })] };
  const text = draw(<RoomList state={state} shows={({ name }) => name === 'Later'} />);
  expect(text).toContain('Later');
  expect(text).not.toContain('General');
});
