/** What members tell each other of troubles: read once somebody has an account and the document names a room for it. */
import type { MatrixPlace } from '../shared/coop/accounts.ts';
import type { SeenBy, SharingPlace } from '../shared/peace/sharing.ts';
import type { Change } from '../shared/status/notices.ts';
import type { ServiceView } from '../shared/status/view.ts';
import type { ComposedSharing } from './compose-sharing.ts';
import { lazily } from './lazily.ts';
import type { Share } from './peace/sharing.ts';

export type LazySharing = Readonly<{
  /** Where the document says that acknowledgements go. */
  setMatrix: (matrix: MatrixPlace | undefined) => void;
  /** Somebody has an account: begins, where there is something to hear. */
  begin: () => void;
  /** Undefined where the document names no room, or nobody is signed in. */
  place: () => SharingPlace | undefined;
  share: Share;
  seenBy: (view: ServiceView) => readonly SeenBy[];
  note: (changes: readonly Change[]) => void;
  sleep: () => void;
  wake: () => void;
  dispose: () => void;
}>;

export function createLazySharing(compose: () => Promise<ComposedSharing>): LazySharing {
  let matrix: MatrixPlace | undefined;
  let wanted = false;
  const lazy = lazily({
    make: compose,
    begin: (composed) => composed.setMatrix(matrix),
    end: ({ others }) => others.suspend(),
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
    place: () => lazy.now()?.place(),
    share: async (shared) => {
      const composed = await lazy.get().catch(() => undefined);
      const outcome = await composed?.share(shared).catch(() => undefined);
      return outcome ?? 'unwritable';
    },
    seenBy: (view) => lazy.now()?.others.seenBy(view) ?? [],
    note: (changes) => lazy.now()?.others.note(changes),
    sleep: () => lazy.now()?.others.suspend(),
    wake: () => lazy.now()?.others.ask(),
    dispose: lazy.dispose,
  };
}
