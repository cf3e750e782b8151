import { expect, test } from 'vitest';
import type { ComposedSharing } from '../../../main/features/acknowledgements/create.ts';
import { createLazySharing } from '../../../main/features/acknowledgements/lazy.ts';
import type { ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { StaleBefore } from '../../../shared/acknowledgements/stale.ts';

const place = { room: '#servers:coop', userId: '@ada:coop' };
function stage(share: () => Promise<ShareOutcome> = () => Promise.resolve('taken')) {
  const read: unknown[] = [];
  const named: unknown[] = [];
  const nothing = () => undefined;
  const composed: ComposedSharing = {
    others: {
      rooms: () => [],
      seenBy: () => [{ by: 'sam', note: 'Disk', atUtcMs: 0 }],
      unreadNotes: () => undefined,
    },
    setMatrix: (matrix) => named.push(matrix?.acknowledgements),
    place: () => place,
    share,
    sleep: nothing,
    wake: nothing,
    dispose: nothing,
  };
  const it = { isSigningIn: false, staleBefore: (): StaleBefore => new Map() };
  const sharing = createLazySharing({
    clock: { nowUtcMs: () => 1000 },
    compose: (staleBefore) => {
      read.push('read');
      it.staleBefore = staleBefore;
      return Promise.resolve(composed);
    },
    isSigningIn: () => it.isSigningIn,
  });
  return { it, named, read, sharing };
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
  expect([sharing.place(), sharing.seenBy(pads), read]).toEqual(['signed-out', [], []]);
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

test('nobody is taken for signed out before that is known', async () => {
  const { it, sharing } = stage();
  sharing.setMatrix(matrix);
  it.isSigningIn = true;
  expect(sharing.place()).toBe('waiting');
  it.isSigningIn = false;
  sharing.begin();
  expect(sharing.place()).toBe('waiting');
  await Promise.resolve();
  expect(sharing.place()).toEqual(place);
});

test('what changed before it was read is known to it', async () => {
  const { it, sharing } = stage();
  sharing.note([{ serviceId: 'pads', name: 'Pads', from: 'down', to: 'up' }]);
  sharing.setMatrix(matrix);
  sharing.begin();
  await Promise.resolve();
  expect([...it.staleBefore()]).toEqual([['pads', 1000]]);
});

test('an outbox that cannot be read is said, and no error', async () => {
  const { sharing } = stage(() => Promise.reject(new Error('unreadable')));
  expect(await sharing.share({ serviceId: 'pads', shared: { ...place, itemId: 'a' } })).toBe(
    'unwritable',
  );
});
