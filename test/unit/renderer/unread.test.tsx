/** What cannot be read is said where a member would miss it, with where it can be; drawn without a window. */
import { describe, expect, test } from 'vitest';
import { SeenLines } from '../../../renderer/components/notification-policy/SeenLines.tsx';
import { News } from '../../../renderer/pages/announcements/AnnouncementsPage.tsx';
import { RoomList } from '../../../renderer/pages/room-export/Rooms.tsx';
import type { NewsState } from '../../../shared/announcements/state.ts';
import type { FadingRoom } from '../../../shared/room-export/state.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { draw } from './draw.tsx';

const ready: NewsState = { room: '#news:a', reading: 'ready', announcements: [], unread: 0 };
const pads: ServiceView = {
  id: 'pads',
  name: 'Pads',
  hasPage: false,
  verdict: 'down',
  sinceUtcMs: 0,
  intervalMs: 60_000,
};
const room: FadingRoom = { room: '#general:a', name: 'General', archived: false };
const copied = (more: object): FadingRoom => ({
  ...room,
  copy: { at: 'finished', events: 3, folder: 'General', ...more },
});

const news = (count: number, locale?: Locale) =>
  draw(<News state={count > 0 ? { ...ready, unreadable: count } : ready} />, locale);
const notes = (count: number, locale?: Locale) =>
  draw(
    <SeenLines view={count > 0 ? { ...pads, unreadNotes: { count, room: '#servers:a' } } : pads} />,
    locale,
  );
const copies = (count: number, locale?: Locale) =>
  draw(
    <RoomList
      state={{ signedIn: true, rooms: [copied(count > 0 ? { unreadable: count } : {})] }}
    />,
    locale,
  );

describe.each([
  [
    'announcements',
    news,
    '1 message could not be read here. Open #news:a',
    '2 messages could not be read here. Open #news:a',
    '2 messages n’ont pas pu être lus ici. Pour les lire, ouvrez #news:a',
  ],
  [
    'notes of others',
    notes,
    '1 note from others could not be read here. Open #servers:a',
    '2 notes from others could not be read here. Open #servers:a',
    '2 notes d’autres personnes n’ont pas pu être lues ici. Pour les lire, ouvrez #servers:a',
  ],
  [
    'copies of rooms',
    copies,
    'One thing that the server gave could not be read',
    '2 things that the server gave could not be read',
    '2 choses données par le serveur n’ont pas pu être lues',
  ],
] as const)('of %s', (_what, page, one, several, french) => {
  test('nothing is said where all can be read', () => {
    expect(page(0)).not.toContain('could not be read');
  });

  test('it is said how much, in either language', () => {
    expect(page(1)).toContain(one);
    expect(page(2)).toContain(several);
    expect(page(2, 'fr')).toContain(french);
  });
});
