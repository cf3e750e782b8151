/** Wires shared acknowledgements to the accounts and the outbox. */
import { randomUUID } from 'node:crypto';
import { ackContent, ackTitle } from '../../../shared/acknowledgements/message.ts';
import type { AckRoom } from '../../../shared/acknowledgements/room.ts';
import type { ChosenPlace, Where } from '../../../shared/triage/sharing.ts';
import { isTrouble } from '../../../shared/observation/trouble.ts';
import type { Annotations, ServiceView } from '../../../shared/status/view.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { MemberAccounts } from '../contracts/accounts.ts';
import type { Share, SharedAcknowledgement } from '../../../shared/acknowledgements/share.ts';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import type { AcknowledgementsApi, AcknowledgementsHost } from './types.ts';
import type { PeerAcknowledgements } from './peer-acknowledgements.ts';
import { createPeerAcknowledgements } from './peer-acknowledgements.ts';

/** What is needed of the host, and the accounts once loaded. */
export type AcknowledgementsDeps = Pick<Host, 'clock' | 't' | 'viewOf' | 'changed'> &
  Pick<AcknowledgementsHost, 'outbox' | 'staleBefore'> &
  Readonly<{ isClockProven: () => boolean; accounts: MemberAccounts }>;

export type AcknowledgementsRunning = Running<AckRoom | undefined, AcknowledgementsApi>;

export async function startAcknowledgements(
  host: AcknowledgementsHost,
): Promise<AcknowledgementsRunning> {
  const { isClockProven } = host.connectivity;
  return createAcknowledgements({ ...host, isClockProven, accounts: await host.accounts() });
}

export function createAcknowledgements(deps: AcknowledgementsDeps): AcknowledgementsRunning {
  const { accounts } = deps;
  let ackRoom: AckRoom | undefined;
  let isAsleep = false;
  const peers = listenToPeers(deps);
  const askUnlessAsleep = () => {
    if (!isAsleep) peers.ask();
  };
  const unsubscribe = accounts.onMatrixChange(askUnlessAsleep);
  const suspend = () => {
    isAsleep = true;
    peers.suspend();
  };
  const place = () => placeOf(ackRoom, accounts);
  /** A member who shares also receives from then on. If joining fails, the outbox joins when it sends. */
  const join = (room: string) =>
    void accounts
      .signedIn()
      ?.account.enter(room)
      .then(askUnlessAsleep, () => {});
  return {
    api: { place, share: createShare(deps, place, join) },
    setSection: (next) => {
      ackRoom = next;
      peers.setRoom(next?.room, new Map(next?.people));
    },
    annotate: (view) => annotationsOf(peers, view),
    suspend,
    resume: () => {
      isAsleep = false;
      peers.ask();
    },
    dispose: () => {
      unsubscribe();
      suspend();
    },
  };
}

function listenToPeers({ accounts, changed, ...deps }: AcknowledgementsDeps): PeerAcknowledgements {
  const changes = createEmitter<void>();
  const peers = createPeerAcknowledgements({
    clock: deps.clock,
    isClockProven: deps.isClockProven,
    reader: () => {
      const member = accounts.signedIn();
      return member && { ...member.account, userId: member.userId };
    },
    staleBefore: deps.staleBefore,
    onChange: () => changes.emit(),
  });
  changes.on(() => accounts.listening.listen('acknowledgements', peers.rooms(), peers.hear));
  changes.on(changed);
  return peers;
}

function annotationsOf(peers: PeerAcknowledgements, view: ServiceView): Annotations {
  const seenBy = [...peers.seenBy(view)];
  const unreadNotes = peers.unreadNotes(view);
  return { ...(seenBy.length > 0 ? { seenBy } : {}), ...(unreadNotes ? { unreadNotes } : {}) };
}

function placeOf(ackRoom: AckRoom | undefined, accounts: MemberAccounts): Where {
  const userId = accounts.signedIn()?.userId;
  if (!ackRoom || userId === undefined)
    return accounts.state().matrix.session === 'signing-in' ? 'waiting' : 'signed-out';
  const { room, name } = ackRoom;
  return { room, userId, ...(name === room ? {} : { name }) };
}

function createShare(
  deps: AcknowledgementsDeps,
  place: () => Where,
  join: (room: string) => void,
): Share {
  const isHere = ({ room, userId }: ChosenPlace) => {
    const here = place();
    return typeof here !== 'string' && here.room === room && here.userId === userId;
  };
  return async (said) => {
    const { serviceId, shared, acknowledgement } = said;
    const view = deps.viewOf(serviceId);
    if (!view) return 'nowhere';
    if (!acknowledgement) {
      const nothingLeft = await deps.outbox.unsend(shared.itemId);
      return nothingLeft ? 'taken' : post(deps, view, randomUUID(), said);
    }
    if (!isTrouble(view.verdict) || !isHere(shared)) return 'nowhere';
    const outcome = await post(deps, view, shared.itemId, said);
    // The document may have changed meanwhile.
    if (outcome === 'taken' && isHere(shared)) join(shared.room);
    return outcome;
  };
}

function post(
  { t, clock, outbox }: AcknowledgementsDeps,
  view: ServiceView,
  id: string,
  { shared, acknowledgement }: SharedAcknowledgement,
) {
  const message = { id, view, acknowledgement };
  const content = ackContent(t, message, clock.nowUtcMs());
  const { room, userId, itemId } = shared;
  const bound = { via: 'matrix', place: room, member: userId };
  const takesBack = acknowledgement ? {} : { takesBack: itemId };
  return outbox.post(ackTitle(t, message), content, { id, room, bound, ...takesBack });
}
