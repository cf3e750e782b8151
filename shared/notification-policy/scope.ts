/** Which services and changes a member is told of, and as what. Pure. */
import * as v from 'valibot';
import type { Service } from '../coop/service.ts';
import { isTrouble } from '../observation/trouble.ts';
import { feltVerdict, impactOf } from '../status/impact.ts';
import type { Change } from '../status/notices.ts';
import type { ServiceView } from '../status/view.ts';

export const ScopeSchema = v.object({
  /** Only the member's own services decide the icon and notifications; all do as long as none is starred. */
  onlyStarred: v.boolean(),
  /** The member helps to run the servers, and is told of chores as well. They never colour the icon. */
  chores: v.boolean(),
});
export type Scope = Readonly<v.InferOutput<typeof ScopeSchema>>;

export const everything: Scope = { onlyStarred: false, chores: false };

/** What decides whom a service concerns. */
export type ScopedService = Pick<Service, 'id' | 'audience' | 'retired'>;

export type Concern = Readonly<{
  /** The changes to tell, as the member feels them. */
  changes: (all: readonly Change[]) => readonly Change[];
  /** The views of the services that are told of, as the member feels them. */
  views: (all: readonly ServiceView[]) => readonly ServiceView[];
}>;

export function concernOf(
  { onlyStarred, chores }: Scope,
  stars: ReadonlySet<string>,
  services: readonly ScopedService[],
): Concern {
  const forAdmins = new Set(services.flatMap((one) => (one.audience === 'admins' ? one.id : [])));
  const isAlive = ({ id, retired }: ScopedService) =>
    stars.has(id) && !retired && !forAdmins.has(id);
  const isNarrowed = onlyStarred && services.some(isAlive);
  const isToldOf = (id: string) => (forAdmins.has(id) ? chores : !isNarrowed || stars.has(id));
  const felt = chores ? asHelper : asMember;
  return {
    changes: (all) =>
      all
        .filter((change) => isToldOf(change.serviceId) || (chores && isAboutChore(change)))
        .map((change) => withoutUntoldCause(felt(change), isToldOf)),
    views: (all) =>
      all
        .filter(({ id }) => isToldOf(id) || chores)
        .map((view) => (chores ? view : { ...view, verdict: feltVerdict(view) })),
  };
}

/** Whether trouble is over as members feel it, even if a chore remains. */
export function isRecovery(change: Change): boolean {
  const { from, to } = asMember(change);
  return change.to === 'up' || (to === 'up' && isTrouble(from));
}

function asMember(change: Change): Change {
  return { ...change, from: before(change), to: feltVerdict({ ...change, verdict: change.to }) };
}

/** From a chore to trouble is news, although the service was degraded already. */
function asHelper(change: Change): Change {
  const isWorse = impactOf({ ...change, verdict: change.to }) === 'trouble';
  return change.from === change.to && isWorse ? { ...change, from: before(change) } : change;
}

/** A chore that has come or gone. */
function isAboutChore({ from, to, reason, reasonBefore, audience }: Change): boolean {
  if (to === 'up') return impactOf({ verdict: from, reason: reasonBefore, audience }) === 'chore';
  return impactOf({ verdict: to, reason, audience }) === 'chore';
}

function before({ from, reasonBefore, audience }: Change) {
  return feltVerdict({ verdict: from, reason: reasonBefore, audience });
}

/** A change is told with its cause; if that is not told, it must be told on its own. */
function withoutUntoldCause(change: Change, isToldOf: (serviceId: string) => boolean): Change {
  const { cause, ...alone } = change;
  return cause === undefined || isToldOf(cause.id) ? change : alone;
}
