/** Unreadable items are reported where a member would miss them, with where to read them; rendered without a window. */
import { describe, expect, test } from 'vitest';
import { Acknowledgements } from '../../../renderer/components/notification-policy/Acknowledgements.tsx';
import { News } from '../../../renderer/pages/announcements/AnnouncementsPage.tsx';
import { RoomList } from '../../../renderer/components/room-export/Rooms.tsx';
import type { NewsState } from '../../../shared/announcements/state.ts';
import type { FadingRoom } from '../../../shared/room-export/state.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { serviceView } from '../../fixtures/views.ts';
import { draw } from './draw.tsx';

const ready: NewsState = { room: '#news:a', reading: 'ready', announcements: [], unread: 0 };
const pads = serviceView('pads', { name: 'Pads', verdict: 'down' });
const room: FadingRoom = { room: '#general:a', name: 'General', archived: false };
const copied = (more: object): FadingRoom => ({
  ...room,
  copy: { at: 'finished', events: 3, folder: 'General', ...more },
});

const news = (count: number, locale?: Locale) =>
  draw(
    <News
      state={count > 0 ? { ...ready, unreadable: count } : ready}
      signIn={() => undefined}
      onRetry={() => undefined}
    />,
    locale,
  );
const notes = (count: number, locale?: Locale) =>
  draw(
    <Acknowledgements
      view={count > 0 ? { ...pads, unreadNotes: { count, room: '#servers:a' } } : pads}
    />,
    locale,
  );
const copies = (count: number, locale?: Locale) =>
  draw(
    <RoomList
      state={{ signedIn: true, rooms: [copied(count > 0 ? { unreadable: count } : {})] }}
      shows={() => true}
    />,
    locale,
  );

describe.each([
  [
    'announcements',
    news,
    '1 message couldn’t be read here. Open #news:a',
    '2 messages couldn’t be read here. Open #news:a',
    '2 messages n’ont pas pu être lus ici. Pour les lire, ouvrez #news:a',
  ],
  [
    'notes of others',
    notes,
    '1 note from others couldn’t be read here. Open #servers:a',
    '2 notes from others couldn’t be read here. Open #servers:a',
    '2 notes d’autres personnes n’ont pas pu être lues ici. Pour les lire, ouvrez #servers:a',
  ],
  [
    'copies of rooms',
    copies,
    '1 entry from the server couldn’t be read',
    '2 entries from the server couldn’t be read',
    '2 éléments du serveur n’ont pas pu être lus',
  ],
] as const)('of %s', (_what, page, one, several, french) => {
  test('nothing is said where all can be read', () => {
    expect(page(0)).not.toContain('couldn’t be read');
  });

  test('it is said how much, in either language', () => {
    expect(page(1)).toContain(one);
    expect(page(2)).toContain(several);
    expect(page(2, 'fr')).toContain(french);
  });
});
