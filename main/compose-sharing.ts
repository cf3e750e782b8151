/** What members tell each other of troubles, joined to the accounts and the outbox. Read when somebody is signed in. */
import { randomUUID } from 'node:crypto';
import { seenDestination } from '../shared/feedback/seen-room.ts';
import type { MatrixPlace } from '../shared/coop/accounts.ts';
import type { Translate } from '../shared/i18n/translator.ts';
import { ackContent, ackTitle } from '../shared/peace/ack-message.ts';
import type { ShareOutcome, SharingPlace } from '../shared/peace/sharing.ts';
import { isTrouble } from '../shared/peace/trouble.ts';
import type { ServiceView } from '../shared/status/view.ts';
import type { Accounts } from './accounts/types.ts';
import type { Others } from './peace/others.ts';
import { createOthers } from './peace/others.ts';
import type { SharedAcknowledgement } from './peace/sharing.ts';
import type { Clock } from './platform/clock.ts';
import { signedIn } from './signed-in.ts';

export type ComposedSharing = Readonly<{
  others: Others;
  setMatrix: (matrix: MatrixPlace | undefined) => void;
  place: () => SharingPlace | undefined;
  /** Rejects where the outbox cannot be read. */
  share: (shared: SharedAcknowledgement) => Promise<ShareOutcome>;
}>;

export type SharingWorld = Readonly<{
  clock: Clock;
  t: Translate;
  accounts: Accounts;
  /** A service as it is; undefined where the document has none of that id. */
  viewOf: (serviceId: string) => ServiceView | undefined;
  /** Into the outbox, for the room of acknowledgements. */
  post: (title: string, content: string) => Promise<ShareOutcome>;
  changed: () => void;
}>;

export function composeSharing(world: SharingWorld): ComposedSharing {
  const { clock, t, accounts } = world;
  let matrix: MatrixPlace | undefined;
  const others = createOthers({
    clock,
    reader: () => {
      const member = signedIn(accounts);
      return member && { ...member.account, userId: member.userId };
    },
    onChange: () => {
      accounts.listening.listen('acknowledgements', others.rooms(), others.hear);
      world.changed();
    },
  });
  let last = accounts.matrix();
  accounts.onChange(() => {
    if (accounts.matrix() === last) return;
    last = accounts.matrix();
    others.ask();
  });
  /** Whoever tells the others hears them from then on. Where it fails, the outbox joins when it sends. */
  const join = () => {
    const room = matrix?.acknowledgements;
    const member = signedIn(accounts);
    if (room !== undefined && member) void member.account.enter(room).then(others.ask, () => {});
  };
  return {
    others,
    setMatrix: (next) => {
      matrix = next;
      others.setRoom(next?.acknowledgements);
    },
    place: () => {
      const room = matrix?.acknowledgements;
      const name = seenDestination(matrix)?.name;
      const userId = signedIn(accounts)?.userId;
      if (room === undefined || userId === undefined) return undefined;
      return { room, userId, ...(name === undefined || name === room ? {} : { name }) };
    },
    share: async ({ serviceId, acknowledgement }) => {
      const view = world.viewOf(serviceId);
      if (!view || (acknowledgement && !isTrouble(view.verdict))) return 'nowhere';
      join();
      const message = { id: randomUUID(), view, acknowledgement };
      return world.post(ackTitle(t, message), ackContent(t, message, clock.nowUtcMs()));
    },
  };
}
