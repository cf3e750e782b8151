/** What members tell each other of troubles: read once somebody has an account and the document names a room for it. */
import type { MatrixPlace } from '../../../shared/coop/accounts.ts';
import type { SeenBy, UnreadNotes, Where } from '../../../shared/triage/sharing.ts';
import type { StaleBefore } from '../../../shared/acknowledgements/stale.ts';
import { staleSince } from '../../../shared/acknowledgements/stale.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { ComposedSharing } from './create.ts';
import { lazily } from '../lazy.ts';
import type { Share } from './sharing.ts';
import type { Clock } from '../../platform/clock.ts';

export type LazySharing = Readonly<{
  /** Where the document says that acknowledgements go. */
  setMatrix: (matrix: MatrixPlace | undefined) => void;
  /** Somebody has an account: begins, where there is something to hear. */
  begin: () => void;
  place: () => Where;
  share: Share;
  seenBy: (view: ServiceView) => readonly SeenBy[];
  unreadNotes: (view: ServiceView) => UnreadNotes | undefined;
  /** Services have changed. */
  note: (changes: readonly Change[]) => void;
  sleep: () => void;
  wake: () => void;
  dispose: () => void;
}>;

export type LazySharingParts = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  /** `staleBefore` is known from the start, whenever it is read. */
  compose: (staleBefore: () => StaleBefore) => Promise<ComposedSharing>;
  /** Whether an account is being taken up, or somebody is signing in. */
  isSigningIn: () => boolean;
}>;

export function createLazySharing({ clock, compose, isSigningIn }: LazySharingParts): LazySharing {
  let staleBefore: StaleBefore = new Map();
  let matrix: MatrixPlace | undefined;
  let wanted = false;
  const lazy = lazily({
    make: () => compose(() => staleBefore),
    begin: (composed) => composed.setMatrix(matrix),
    end: (composed) => composed.dispose(),
  });
  const begin = () => {
    wanted = true;
    const isNamed = matrix?.acknowledgements !== undefined;
    if (isNamed && !lazy.now()) void lazy.get().catch(() => undefined);
  };
  return {
    setMatrix: (next) => {
      matrix = next;
      lazy.now()?.setMatrix(next);
      if (wanted) begin();
    },
    begin,
    place: () => lazy.now()?.place() ?? (wanted || isSigningIn() ? 'waiting' : 'signed-out'),
    share: async (shared) => {
      const composed = await lazy.get().catch(() => undefined);
      const outcome = await composed?.share(shared).catch(() => undefined);
      return outcome ?? 'unwritable';
    },
    seenBy: (view) => lazy.now()?.others.seenBy(view) ?? [],
    unreadNotes: (view) => lazy.now()?.others.unreadNotes(view),
    note: (changes) => {
      staleBefore = staleSince(staleBefore, changes, clock.nowUtcMs());
    },
    sleep: () => lazy.now()?.sleep(),
    wake: () => lazy.now()?.wake(),
    dispose: lazy.dispose,
  };
}
