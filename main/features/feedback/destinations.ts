/** Where feedback can go: the destinations in the co-op's document that the member's accounts can reach. */
import type { Binding } from '../../../shared/binding.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { destinationName } from '../../../shared/feedback/destination-name.ts';
import type { Template } from '../../../shared/feedback/issue-template.ts';
import type { DestinationView } from '../../../shared/feedback/state.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import type { Said, Similar } from '../../../shared/feedback/similar.ts';
import { deliveryErrorOf } from './account-fault.ts';
import type { Identity } from './bound.ts';
import { boundLimitMs, namedBinding, refuseOther } from './bound.ts';
import { inTimeOr } from '../../platform/time-limit.ts';
import { asReadBefore, inOneName } from './bound-room.ts';
import type { Destination, FindDestination } from './deliver.ts';
import type { Matrix } from './matrix-destination.ts';
import { createMatrixDestination } from './matrix-destination.ts';
import { boundRepository, repositoryFacts } from './repository.ts';
import type { Room } from './similar.ts';
import { plusOneInRoom, similarInRoom, similarIssues } from './similar.ts';
import type { GithubRead } from './templates.ts';
import { fetchTemplate } from './templates.ts';

export type AccountsHere = Readonly<{
  identity: Identity;
  /** Undefined while signed out. */
  matrix: () => Readonly<{ account: Matrix; userId: string }> | undefined;
  github: () => Readonly<{ read: GithubRead; write: GithubRead; signedIn: boolean }>;
  /** Creates issues in the member's name; `check` throws DeliveryError if nothing may be written any more. */
  repository: (owner: string, repo: string, check: () => void) => Destination;
}>;

export type Destinations = Readonly<{
  find: FindDestination;
  /** Undefined until the document is loaded. */
  setPlans: (plans: readonly DestinationPlan[] | undefined) => void;
  ready: (plan: DestinationPlan) => DestinationView['ready'];
  /** The part of `bound` that is known without a request. */
  named: (plan: DestinationPlan) => Binding;
  /** What an item sent there now is bound to. Never rejects: anything that takes too long is left out. */
  bound: (plan: DestinationPlan) => Promise<Binding>;
  /** Throws DeliveryError. */
  template: (plan: DestinationPlan) => Promise<Template | undefined>;
  /** Similar feedback. Never joins a room, and never sends the text. Throws DeliveryError. */
  similar: (plan: DestinationPlan, said: Said) => Promise<readonly Similar[]>;
  /** Adds the member's “+1” to similar feedback. Throws DeliveryError. */
  plusOne: (plan: DestinationPlan, id: string) => Promise<void>;
}>;

type MatrixPlan = Extract<DestinationPlan, Readonly<{ via: 'matrix' }>>;

const requestTimeoutMs = 10_000;
const requestLimit = () => AbortSignal.timeout(requestTimeoutMs);

export function createDestinations(accounts: AccountsHere): Destinations {
  let plans: readonly DestinationPlan[] | undefined;
  /** By plan and member. */
  const rooms = new Map<string, Destination>();

  const named = (plan: DestinationPlan) => namedBinding(plan, accounts.identity);

  const roomOf = (plan: MatrixPlan, bound: Binding) => {
    const signedIn = accounts.matrix();
    if (!signedIn) return undefined;
    const { account: matrix, userId } = signedIn;
    const mine = accounts.identity('matrix');
    const key = JSON.stringify([destinationName(plan), mine, bound]);
    const known = rooms.get(key);
    if (known) return known;
    const room = () => enter(matrix, plan, bound);
    const made = createMatrixDestination({ matrix: inOneName(accounts, matrix), userId, room });
    rooms.set(key, made);
    return made;
  };

  return {
    named,
    bound: async (plan) => {
      const facts =
        plan.via === 'github'
          ? repositoryFacts(accounts.github().read, plan)
          : roomFacts(accounts, plan);
      return { ...named(plan), ...(await facts) };
    },
    find: (name, bound) => {
      if (!plans) throw new DeliveryError(trouble('offline'), {});
      const plan = plans.find((one) => destinationName(one) === name);
      if (!plan) throw new DeliveryError(trouble('not-found'), false);
      refuseOther(bound, named(plan));
      if (plan.via === 'matrix') return roomOf(plan, bound);
      if (!accounts.github().signedIn) return undefined;
      const [owner = '', repo = ''] = plan.repository.split('/');
      const check = () => refuseOther(bound, named(plan));
      const { read } = accounts.github();
      const to = accounts.repository(owner, repo, check);
      return boundRepository({ read, plan, bound, check, to });
    },
    setPlans: (next) => {
      plans = next;
      rooms.clear();
    },
    ready: ({ via }) => {
      if (via === 'matrix') return accounts.matrix() ? 'ready' : 'sign-in';
      return accounts.github().signedIn ? 'ready' : 'form';
    },
    template: async (plan) =>
      plan.via === 'github'
        ? fetchTemplate(accounts.github().read, plan, requestLimit())
        : undefined,
    similar: async (plan, said) => {
      if (plan.via === 'github')
        return similarIssues(accounts.github(), plan.repository, said, requestLimit());
      return withDeliveryErrors(async () => {
        const room = await sharedRoom(accounts, plan);
        return room ? similarInRoom(room, said) : [];
      });
    },
    plusOne: async (plan, id) => {
      if (plan.via === 'github') {
        const [owner = '', repo = ''] = plan.repository.split('/');
        const route = 'POST /repos/{owner}/{repo}/issues/{id}/reactions';
        await accounts.github().write(route, { owner, repo, id, content: '+1' }, requestLimit());
        return;
      }
      await withDeliveryErrors(async () => {
        const room = await sharedRoom(accounts, plan);
        if (!room) throw new DeliveryError(trouble('signed-out'), {});
        await plusOneInRoom(room, id);
      });
    },
  };
}

/** Undefined for the member's own room: their own feedback needs no “+1”. */
async function sharedRoom(accounts: AccountsHere, { room }: MatrixPlan): Promise<Room | undefined> {
  const signedIn = accounts.matrix();
  if (!signedIn || typeof room !== 'string') return undefined;
  const { userId } = signedIn;
  const account = inOneName(accounts, signedIn.account);
  const roomId = await account.find(room);
  return roomId === undefined ? undefined : { ...account, roomId, userId };
}

async function withDeliveryErrors<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    throw deliveryErrorOf(error);
  });
}

/** A member's own room is identified by its staff: for other staff, a new one is created. */
async function enter(matrix: Matrix, { room, name }: MatrixPlan, bound: Binding): Promise<string> {
  if (typeof room !== 'string') {
    const invite = room.with.toSorted();
    const roomId = await matrix.ownRoom({ key: invite.join(' '), name, invite });
    return asReadBefore(matrix, roomId, bound);
  }
  // Before joining, since everyone in a room sees who joins.
  if (bound['roomId'] !== undefined) refuseOther(bound, { roomId: await matrix.roomIdOf(room) });
  const roomId = await matrix.enter(room);
  refuseOther(bound, { roomId });
  return asReadBefore(matrix, roomId, bound);
}

/** The id of the room, and its readers if the member is in it. */
async function roomFacts(accounts: AccountsHere, { room }: MatrixPlan): Promise<Binding> {
  const matrix = accounts.matrix()?.account;
  // The member's own room is always created closed.
  if (typeof room !== 'string') return { open: 'no' };
  if (!matrix) return {};
  const ask = async (): Promise<Binding> => {
    const roomId = await matrix.roomIdOf(room);
    const isIn = (await matrix.find(roomId)) !== undefined;
    return { roomId, ...(isIn ? await matrix.readersOf(roomId) : {}) };
  };
  return inTimeOr(boundLimitMs, ask, {});
}
