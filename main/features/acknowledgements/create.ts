/** What members tell each other of troubles, joined to the accounts and the outbox. Read when somebody is signed in. */
import { randomUUID } from 'node:crypto';
import type { MatrixPlace } from '../../../shared/coop/accounts.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { ackContent, ackTitle } from '../../../shared/acknowledgements/message.ts';
import type { ChosenPlace, ShareOutcome, Where } from '../../../shared/triage/sharing.ts';
import type { StaleBefore } from '../../../shared/acknowledgements/stale.ts';
import { isTrouble } from '../../../shared/observation/trouble.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Accounts } from '../accounts/types.ts';
import type { Post } from '../feedback/posting.ts';
import { seenDestination, seenName } from '../feedback/ack-destination.ts';
import type { Others } from './peer-acknowledgements.ts';
import { createOthers } from './peer-acknowledgements.ts';
import type { SharedAcknowledgement } from './sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { signedIn } from '../accounts/signed-in.ts';

export type ComposedSharing = Readonly<{
  others: Pick<Others, 'seenBy' | 'unreadNotes' | 'rooms'>;
  setMatrix: (matrix: MatrixPlace | undefined) => void;
  place: () => Where;
  /** Rejects where the outbox cannot be read. */
  share: (shared: SharedAcknowledgement) => Promise<ShareOutcome>;
  sleep: () => void;
  wake: () => void;
  dispose: () => void;
}>;

export type SharingWorld = Readonly<{
  clock: Clock;
  isClockProven: () => boolean;
  t: Translate;
  accounts: Accounts;
  /** A service as it is; undefined where the document has none of that id. */
  viewOf: (serviceId: string) => ServiceView | undefined;
  /** Into the outbox. */
  post: (title: string, content: string, to: Post) => Promise<ShareOutcome>;
  /** Takes an item out of the outbox; resolves to whether nothing of it can have left. */
  unsend: (itemId: string) => Promise<boolean>;
  staleBefore: () => StaleBefore;
  changed: () => void;
}>;

export function composeSharing(world: SharingWorld): ComposedSharing {
  const { clock, t, accounts } = world;
  let matrix: MatrixPlace | undefined;
  const others = createOthers({
    clock,
    isClockProven: world.isClockProven,
    reader: () => {
      const member = signedIn(accounts);
      return member && { ...member.account, userId: member.userId };
    },
    staleBefore: world.staleBefore,
    onChange: () => {
      accounts.listening.listen('acknowledgements', others.rooms(), others.hear);
      world.changed();
    },
  });
  let last = accounts.matrix();
  let isAsleep = false;
  const hearAgain = () => {
    if (!isAsleep) others.ask();
  };
  const takeOff = accounts.onChange(() => {
    if (accounts.matrix() === last) return;
    last = accounts.matrix();
    hearAgain();
  });
  const sleep = () => {
    isAsleep = true;
    others.suspend();
  };
  const place = (): Where => {
    const room = matrix?.acknowledgements;
    const name = seenDestination(matrix)?.name;
    const userId = signedIn(accounts)?.userId;
    if (room === undefined || userId === undefined)
      return accounts.state().matrix.session === 'signing-in' ? 'waiting' : 'signed-out';
    return { room, userId, ...(name === undefined || name === room ? {} : { name }) };
  };
  const isHere = ({ room, userId }: ChosenPlace) => {
    const here = place();
    return typeof here !== 'string' && here.room === room && here.userId === userId;
  };
  /** Whoever tells the others hears them from then on. Where it fails, the outbox joins when it sends. */
  const join = (chosen: ChosenPlace) => {
    if (!isHere(chosen)) return;
    void signedIn(accounts)
      ?.account.enter(chosen.room)
      .then(hearAgain, () => {});
  };
  const post = (
    view: ServiceView,
    id: string,
    { shared, acknowledgement }: SharedAcknowledgement,
  ) => {
    const message = { id, view, acknowledgement };
    const content = ackContent(t, message, clock.nowUtcMs());
    const { room, userId, itemId } = shared;
    const bound = { via: 'matrix', place: room, member: userId };
    const takesBack = acknowledgement ? {} : { takesBack: itemId };
    const to = { id, destination: seenName(room), bound, ...takesBack };
    return world.post(ackTitle(t, message), content, to);
  };
  return {
    others,
    setMatrix: (next) => {
      matrix = next;
      others.setRoom(next?.acknowledgements);
    },
    place,
    share: async (said) => {
      const { serviceId, shared, acknowledgement } = said;
      const view = world.viewOf(serviceId);
      if (!view) return 'nowhere';
      if (!acknowledgement) {
        const nothingLeft = await world.unsend(shared.itemId);
        return nothingLeft ? 'taken' : post(view, randomUUID(), said);
      }
      if (!isTrouble(view.verdict) || !isHere(shared)) return 'nowhere';
      const outcome = await post(view, shared.itemId, said);
      if (outcome === 'taken') join(shared);
      return outcome;
    },
    sleep,
    wake: () => {
      isAsleep = false;
      others.ask();
    },
    dispose: () => {
      takeOff();
      sleep();
    },
  };
}
