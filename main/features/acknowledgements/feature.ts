/** Acknowledgements that members share: loaded once the member has signed in and the document names a room. */
import type { StaleBefore } from '../../../shared/acknowledgements/stale.ts';
import { staleSince } from '../../../shared/acknowledgements/stale.ts';
import type { AckRoom } from '../../../shared/acknowledgements/room.ts';
import { ackRoomIn } from '../../../shared/acknowledgements/room.ts';
import { contactNames } from '../../../shared/coop/contact-account.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { Feature, Use } from '../feature.ts';
import type { AcknowledgementsApi, AcknowledgementsHost } from './types.ts';

export type Acknowledgements = Feature<
  'acknowledgements',
  AckRoom | undefined,
  AcknowledgementsApi
>;

export function acknowledgementsFeature(host: AcknowledgementsHost): Acknowledgements {
  return {
    section: ({ matrix, emergency }) => {
      const room = ackRoomIn(matrix);
      return room && { ...room, people: [...contactNames(emergency?.contacts ?? [])] };
    },
    load: async () => (await import('./create.ts')).startAcknowledgements(host),
    activatesOn: ({ section, hasSignedIn }) => hasSignedIn && section !== undefined,
    calls: () => ({}),
  };
}

/** The API for the notification policy, whether or not the feature's code is loaded. */
export function createSharing(
  { api, loaded }: Use<AckRoom | undefined, AcknowledgementsApi>,
  /** Whether a sign-in is still being restored or made. */
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

/** Tracks since when acknowledgements count: from the start, even before the feature's code is loaded. */
export function createStaleness(nowUtcMs: () => number) {
  let staleBefore: StaleBefore = new Map();
  return {
    current: () => staleBefore,
    note: (changes: readonly Change[]) => {
      staleBefore = staleSince(staleBefore, changes, nowUtcMs());
    },
  };
}
