import { expect, test } from 'vitest';
import type { ComposedSharing } from '../../../main/compose-sharing.ts';
import { createLazySharing } from '../../../main/lazy-sharing.ts';
import type { ShareOutcome } from '../../../shared/peace/sharing.ts';

const place = { room: '#servers:coop', userId: '@ada:coop' };
function stage(share: () => Promise<ShareOutcome> = () => Promise.resolve('taken')) {
  const read: unknown[] = [];
  const named: unknown[] = [];
  const nothing = () => undefined;
  const composed: ComposedSharing = {
    others: {
      setRoom: nothing,
      ask: nothing,
      rooms: () => [],
      hear: nothing,
      note: nothing,
      seenBy: () => [{ by: 'sam', note: 'Disk', atUtcMs: 0 }],
      suspend: nothing,
    },
    setMatrix: (matrix) => named.push(matrix?.acknowledgements),
    place: () => place,
    share,
  };
  const sharing = createLazySharing(() => {
    read.push('read');
    return Promise.resolve(composed);
  });
  return { named, read, sharing };
}
const matrix = { homeserver: 'coop', acknowledgements: '#servers:coop', rooms: [] };
const pads = {
  id: 'pads',
  name: 'Pads',
  hasPage: false,
  verdict: 'down',
  sinceUtcMs: 0,
  intervalMs: 60_000,
} as const;

test('nothing is read for who has no account, nor where the document names no room', async () => {
  const { read, sharing } = stage();
  sharing.setMatrix(matrix);
  sharing.note([]);
  sharing.wake();
  expect([sharing.place(), sharing.seenBy(pads), read]).toEqual([undefined, [], []]);
  const other = stage();
  other.sharing.setMatrix({ homeserver: 'coop', rooms: [] });
  other.sharing.begin();
  expect(other.read).toEqual([]);
});

test('it is read once somebody has an account and there is a room, whichever comes first', async () => {
  const { named, read, sharing } = stage();
  sharing.begin();
  sharing.setMatrix(matrix);
  sharing.setMatrix(matrix);
  await Promise.resolve();
  expect([read, named.at(-1)]).toEqual([['read'], '#servers:coop']);
  expect([sharing.place(), sharing.seenBy(pads)[0]?.by]).toEqual([place, 'sam']);
});

test('an outbox that cannot be read is said, and no error', async () => {
  const { sharing } = stage(() => Promise.reject(new Error('unreadable')));
  expect(await sharing.share({ serviceId: 'pads' })).toBe('unwritable');
});
