/** Where feedback can go: what the co-op's document names, as far as the member's accounts let it. */
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
  /** Undefined unless somebody is signed in. */
  matrix: () => Readonly<{ account: Matrix; userId: string }> | undefined;
  github: () => Readonly<{ read: GithubRead; write: GithubRead; signedIn: boolean }>;
  /** Issues made in the member's name; `check` throws DeliveryError where it must not be written any more. */
  repository: (owner: string, repo: string, check: () => void) => Destination;
}>;

export type Destinations = Readonly<{
  find: FindDestination;
  /** Undefined while the document is not known. */
  setPlans: (plans: readonly DestinationPlan[] | undefined) => void;
  ready: (plan: DestinationPlan) => DestinationView['ready'];
  /** What is known without asking anybody; part of what `bound` resolves to. */
  named: (plan: DestinationPlan) => Binding;
  /** To what is bound what is sent there now. Never rejects: what cannot be asked in a moment is left out. */
  bound: (plan: DestinationPlan) => Promise<Binding>;
  /** Throws DeliveryError. */
  template: (plan: DestinationPlan) => Promise<Template | undefined>;
  /** What is there already. Nobody enters a room for it, and nothing of the text leaves this machine. Throws DeliveryError. */
  similar: (plan: DestinationPlan, said: Said) => Promise<readonly Similar[]>;
  /** Agrees with one of those, by its id. Throws DeliveryError. */
  plusOne: (plan: DestinationPlan, id: string) => Promise<void>;
}>;

type MatrixPlan = Extract<DestinationPlan, Readonly<{ via: 'matrix' }>>;

/** The member waits for it, in ms. */
const askLimitMs = 10_000;
const inTime = () => AbortSignal.timeout(askLimitMs);

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
      plan.via === 'github' ? fetchTemplate(accounts.github().read, plan, inTime()) : undefined,
    similar: async (plan, said) => {
      if (plan.via === 'github')
        return similarIssues(accounts.github(), plan.repository, said, inTime());
      return toldApart(async () => {
        const room = await sharedRoom(accounts, plan);
        return room ? similarInRoom(room, said) : [];
      });
    },
    plusOne: async (plan, id) => {
      if (plan.via === 'github') {
        const [owner = '', repo = ''] = plan.repository.split('/');
        const route = 'POST /repos/{owner}/{repo}/issues/{id}/reactions';
        await accounts.github().write(route, { owner, repo, id, content: '+1' }, inTime());
        return;
      }
      await toldApart(async () => {
        const room = await sharedRoom(accounts, plan);
        if (!room) throw new DeliveryError(trouble('signed-out'), {});
        await plusOneInRoom(room, id);
      });
    },
  };
}

/** Undefined for a room of one's own: what one has said oneself needs no “+1”. */
async function sharedRoom(accounts: AccountsHere, { room }: MatrixPlan): Promise<Room | undefined> {
  const signedIn = accounts.matrix();
  if (!signedIn || typeof room !== 'string') return undefined;
  const { userId } = signedIn;
  const account = inOneName(accounts, signedIn.account);
  const roomId = await account.find(room);
  return roomId === undefined ? undefined : { ...account, roomId, userId };
}

async function toldApart<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    throw deliveryErrorOf(error);
  });
}

/** A room of one's own is told by the people in it: with other staff it is another one, and what was said stays theirs. */
async function enter(matrix: Matrix, { room, name }: MatrixPlan, bound: Binding): Promise<string> {
  if (typeof room !== 'string') {
    const invite = room.with.toSorted();
    const roomId = await matrix.ownRoom({ key: invite.join(' '), name, invite });
    return asReadBefore(matrix, roomId, bound);
  }
  // Before it is joined: whoever is in a room sees who comes.
  if (bound['roomId'] !== undefined) refuseOther(bound, { roomId: await matrix.roomIdOf(room) });
  const roomId = await matrix.enter(room);
  refuseOther(bound, { roomId });
  return asReadBefore(matrix, roomId, bound);
}

/** Which room a name leads to, and, where the member is in it, who can read there. */
async function roomFacts(accounts: AccountsHere, { room }: MatrixPlan): Promise<Binding> {
  const matrix = accounts.matrix()?.account;
  // As it is made, whether it is there yet or not.
  if (typeof room !== 'string') return { open: 'no' };
  if (!matrix) return {};
  const ask = async (): Promise<Binding> => {
    const roomId = await matrix.roomIdOf(room);
    const isIn = (await matrix.find(roomId)) !== undefined;
    return { roomId, ...(isIn ? await matrix.readersOf(roomId) : {}) };
  };
  return inTimeOr(boundLimitMs, ask, {});
}
