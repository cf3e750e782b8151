/** Acknowledgements that members share: loaded once the member has signed in and the document names a room. */
import type { Where } from '../../../shared/acknowledgements/sharing.ts';
import type { StaleBefore } from '../../../shared/acknowledgements/stale.ts';
import { staleSince } from '../../../shared/acknowledgements/stale.ts';
import type { AckRoom } from '../../../shared/acknowledgements/room.ts';
import { ackRoomIn } from '../../../shared/acknowledgements/room.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Share } from '../../../shared/acknowledgements/share.ts';
import type { LoadAccounts } from '../contracts/accounts.ts';
import type { AckOutbox } from '../contracts/outbox.ts';
import type { Feature, Use } from '../feature.ts';
import type { Host } from '../host.ts';

export type AcknowledgementsHost = Host &
  Readonly<{
    accounts: LoadAccounts;
    outbox: AckOutbox;
    /** Older acknowledgements of a service do not count. */
    staleBefore: () => StaleBefore;
  }>;

export type AcknowledgementsApi = Readonly<{
  /** Where acknowledgements are sent to now. */
  place: () => Where;
  /** Rejects if the outbox cannot be loaded. */
  share: Share;
}>;

export type Acknowledgements = Feature<
  'acknowledgements',
  AckRoom | undefined,
  AcknowledgementsApi
>;

export function acknowledgementsFeature(host: AcknowledgementsHost): Acknowledgements {
  return {
    section: ({ matrix }) => ackRoomIn(matrix),
    load: async () => (await import('./create.ts')).startAcknowledgements(host),
    activatesOn: ({ section, hasSignedIn }) => hasSignedIn && section !== undefined,
    calls: () => ({}),
  };
}

/** What the notification policy asks, whether the code is loaded or not. */
export function createSharing(
  { api, loaded }: Use<AckRoom | undefined, AcknowledgementsApi>,
  /** Whether it may yet turn out that somebody is signed in. */
  isSigningIn: () => boolean,
): AcknowledgementsApi {
  return {
    place: () => loaded()?.place() ?? (isSigningIn() ? 'waiting' : 'signed-out'),
    share: async (shared) => {
      try {
        return await (await api()).share(shared);
      } catch {
        return 'unwritable';
      }
    },
  };
}

/** Remembers since when acknowledgements count; it follows changes from the start, whenever the code is loaded. */
export function createStaleness(nowUtcMs: () => number) {
  let staleBefore: StaleBefore = new Map();
  return {
    current: () => staleBefore,
    note: (changes: readonly Change[]) => {
      staleBefore = staleSince(staleBefore, changes, nowUtcMs());
    },
  };
}
