import { expect, test } from 'vitest';
import type {
  AcknowledgementsApi,
  AcknowledgementsHost,
} from '../../../main/features/acknowledgements/types.ts';
import {
  acknowledgementsFeature,
  createSharing,
  createStaleness,
} from '../../../main/features/acknowledgements/feature.ts';
import { createMount } from '../../../main/features/mount.ts';
import { noLog } from '../../../main/platform/log/log.ts';
import type { AckRoom } from '../../../shared/acknowledgements/room.ts';
import type { ShareOutcome } from '../../../shared/triage/sharing.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { fakeClock } from '../clock.ts';

const place = { room: '#servers:coop', userId: '@ada:coop' };
const pads = {
  id: 'pads',
  name: 'Pads',
  hasPage: false,
  verdict: 'down',
  sinceUtcMs: 0,
  intervalMs: 60_000,
} as const;

const documentWith = (acknowledgements?: string) =>
  ({ matrix: { homeserver: 'coop', acknowledgements, rooms: [] } }) as unknown as CoopDocument;

function stage(share: () => Promise<ShareOutcome> = () => Promise.resolve('taken')) {
  let loads = 0;
  const sections: (AckRoom | undefined)[] = [];
  const it = { isSigningIn: false };
  const mounted = createMount({ clock: fakeClock(), log: noLog })<
    'acknowledgements',
    AckRoom | undefined,
    AcknowledgementsApi
  >({
    ...acknowledgementsFeature({} as AcknowledgementsHost),
    load: () => {
      loads += 1;
      return Promise.resolve({
        api: { place: () => place, share },
        setSection: (section) => void sections.push(section),
        annotate: () => ({ seenBy: [{ by: 'sam', note: 'Disk', atUtcMs: 0 }] }),
        dispose: () => undefined,
      });
    },
  });
  const sharing = createSharing(mounted, () => it.isSigningIn);
  const seenBy = () => mounted.lifecycle.hooks()?.annotate?.(pads).seenBy ?? [];
  return { it, ...mounted.lifecycle, sharing, seenBy, sections, loads: () => loads };
}

test('nothing is loaded without an account, nor without a room in the document', async () => {
  const { loads, seenBy, setDocument, sharing } = stage();
  setDocument(documentWith('#servers:coop'));
  expect([sharing.place(), seenBy(), loads()]).toEqual(['signed-out', [], 0]);
  const other = stage();
  other.setDocument(documentWith());
  other.signedIn();
  expect(other.loads()).toBe(0);
});

test('it is loaded once the member has signed in and there is a room, whichever comes first', async () => {
  for (const order of ['signed in first', 'document first']) {
    const { loads, sections, seenBy, setDocument, sharing, signedIn } = stage();
    if (order === 'signed in first') signedIn();
    setDocument(documentWith('#servers:coop'));
    setDocument(documentWith('#servers:coop'));
    signedIn();
    await Promise.resolve();
    expect([loads(), sections]).toEqual([
      1,
      [{ room: '#servers:coop', name: '#servers:coop', people: [] }],
    ]);
    expect([sharing.place(), seenBy()[0]?.by]).toEqual([place, 'sam']);
  }
});

test('a member is not shown as signed out before that is known', async () => {
  const { it, setDocument, sharing, signedIn } = stage();
  setDocument(documentWith('#servers:coop'));
  it.isSigningIn = true;
  expect(sharing.place()).toBe('waiting');
  signedIn();
  await Promise.resolve();
  expect(sharing.place()).toEqual(place);
});

test('changes before it is loaded count', () => {
  const staleness = createStaleness(() => 1000);
  staleness.note([{ serviceId: 'pads', name: 'Pads', from: 'down', to: 'up' }]);
  expect([...staleness.current()]).toEqual([['pads', 1000]]);
});

test('an outbox that cannot be loaded is an outcome, not an error', async () => {
  const { sharing } = stage(() => Promise.reject(new Error('unreadable')));
  expect(await sharing.share({ serviceId: 'pads', shared: { ...place, itemId: 'a' } })).toBe(
    'unwritable',
  );
});
