/** Where feedback can go: what the co-op's document names, as far as the member's accounts let it. */
import type { DestinationPlan } from '../../shared/coop/feedback.ts';
import { destinationName, namedIn } from '../../shared/feedback/destination-name.ts';
import type { Template } from '../../shared/feedback/issue-template.ts';
import type { DestinationView } from '../../shared/feedback/state.ts';
import { DeliveryError, trouble } from '../../shared/feedback/trouble.ts';
import type { Said, Similar } from '../../shared/feedback/similar.ts';
import { deliveryErrorOf } from './account-fault.ts';
import type { Destination, Destinations } from './deliver.ts';
import type { Matrix } from './matrix-destination.ts';
import { createMatrixDestination } from './matrix-destination.ts';
import { shortHash } from './seen-room.ts';
import type { Room } from './similar.ts';
import { plusOneInRoom, similarInRoom, similarIssues } from './similar.ts';
import type { GithubRead } from './templates.ts';
import { fetchTemplate } from './templates.ts';

export type AccountsHere = Readonly<{
  /** Undefined unless somebody is signed in. */
  matrix: () => Readonly<{ account: Matrix; userId: string }> | undefined;
  github: () => Readonly<{ read: GithubRead; write: GithubRead; signedIn: boolean }>;
  /** Issues made in the member's name. */
  repository: (owner: string, repo: string) => Destination;
}>;

export type Reachable = Readonly<{
  find: Destinations;
  /** Undefined while the document is not known. */
  setPlans: (plans: readonly DestinationPlan[] | undefined) => void;
  ready: (plan: DestinationPlan) => DestinationView['ready'];
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

export function createReachable(accounts: AccountsHere): Reachable {
  let plans: readonly DestinationPlan[] | undefined;
  /** By plan and member. */
  const rooms = new Map<string, Destination>();

  const roomOf = (name: string, plan: MatrixPlan) => {
    const signedIn = accounts.matrix();
    if (!signedIn) return undefined;
    const { account: matrix, userId } = signedIn;
    const { member } = namedIn(name);
    if (member !== undefined && member !== shortHash(userId))
      throw new DeliveryError(trouble('another-member'), {});
    const key = `${name} ${userId}`;
    const known = rooms.get(key);
    if (known) return known;
    // The account is the same one whoever is signed in: looked at once more when all else is ready.
    const send: Matrix['send'] = async (message) => {
      if (accounts.matrix()?.userId !== userId) throw new DeliveryError(trouble('signed-out'), {});
      return matrix.send(message);
    };
    const own = { ...matrix, send };
    const made = createMatrixDestination({ matrix: own, userId, room: () => enter(matrix, plan) });
    rooms.set(key, made);
    return made;
  };

  return {
    find: (name) => {
      if (!plans) throw new DeliveryError(trouble('offline'), {});
      const plan = plans.find((one) => destinationName(one) === namedIn(name).name);
      if (!plan) throw new DeliveryError(trouble('not-found'), false);
      if (plan.via === 'matrix') return roomOf(name, plan);
      if (!accounts.github().signedIn) return undefined;
      const [owner = '', repo = ''] = plan.repository.split('/');
      return accounts.repository(owner, repo);
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
        const room = await sharedRoom(accounts.matrix(), plan);
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
        const room = await sharedRoom(accounts.matrix(), plan);
        if (!room) throw new DeliveryError(trouble('signed-out'), {});
        await plusOneInRoom(room, id);
      });
    },
  };
}

/** Undefined for a room of one's own: what one has said oneself needs no “+1”. */
async function sharedRoom(
  signedIn: ReturnType<AccountsHere['matrix']>,
  { room }: MatrixPlan,
): Promise<Room | undefined> {
  if (!signedIn || typeof room !== 'string') return undefined;
  const { account, userId } = signedIn;
  const roomId = await account.find(room);
  return roomId === undefined ? undefined : { ...account, roomId, userId };
}

async function toldApart<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    throw deliveryErrorOf(error);
  });
}

/** A room of one's own is told by the people in it: with other staff it is another one, and what was said stays theirs. */
function enter(matrix: Matrix, { room, name }: MatrixPlan): Promise<string> {
  if (typeof room === 'string') return matrix.enter(room);
  const invite = room.with.toSorted();
  return matrix.ownRoom({ key: invite.join(' '), name, invite });
}
