/**
 * A member's notification policy: snoozes, pauses, quiet hours and acknowledgements, and how time and recoveries end
 * them. Pure.
 */
import type { Change } from '../status/notices.ts';
import type { Away } from './away.ts';
import type { QuietHours } from './quiet-hours.ts';
import { defaultQuietHours } from './quiet-hours.ts';
import type { Acknowledgement, Mute } from '../triage/mutes.ts';
import { isOver } from './mutes.ts';
import type { Scope } from './scope.ts';
import { everything, isRecovery } from './scope.ts';

export type PolicyState = Readonly<{
  /** The member's own; absent until set. */
  quietHours?: QuietHours;
  /** A pause of all notifications. */
  pause?: Mute | undefined;
  /** By service id. */
  snoozes: ReadonlyMap<string, Mute>;
  acknowledgements: ReadonlyMap<string, Acknowledgement>;
  /** Ids of the member's own services. */
  stars: ReadonlySet<string>;
  scope: Scope;
  /** The co-op of these services; absent until a document has named some. */
  coop?: string;
  /** For services that are not named at present. */
  away: readonly Away[];
}>;

export const untouched: PolicyState = {
  snoozes: new Map(),
  acknowledgements: new Map(),
  stars: new Set(),
  scope: everything,
  away: [],
};

/** The member's own hours, else those that the co-op proposes, else the default. */
export function effectiveHours(state: PolicyState, proposed: QuietHours | undefined): QuietHours {
  return state.quietHours ?? proposed ?? defaultQuietHours;
}

/** Whether one service's changes are held, apart from what holds those of all. */
export function isQuiet(state: PolicyState, serviceId: string): boolean {
  return state.snoozes.has(serviceId) || state.acknowledgements.has(serviceId);
}

/** Sets a snooze on a service, or removes it. */
export function withSnooze(
  state: PolicyState,
  serviceId: string,
  snooze: Mute | undefined,
): PolicyState {
  return { ...state, snoozes: withEntry(state.snoozes, serviceId, snooze) };
}

export function withAcknowledgement(
  state: PolicyState,
  serviceId: string,
  acknowledgement: Acknowledgement | undefined,
): PolicyState {
  const acknowledgements = withEntry(state.acknowledgements, serviceId, acknowledgement);
  return { ...state, acknowledgements };
}

export function withStar(state: PolicyState, serviceId: string, starred: boolean): PolicyState {
  const others = [...state.stars].filter((id) => id !== serviceId);
  return { ...state, stars: new Set(starred ? [...others, serviceId] : others) };
}

export function withPause(state: PolicyState, pause: Mute | undefined): PolicyState {
  return { ...state, pause };
}

function withEntry<T>(
  map: ReadonlyMap<string, T>,
  key: string,
  value: T | undefined,
): ReadonlyMap<string, T> {
  const others = [...map].filter(([one]) => one !== key);
  return new Map(value === undefined ? others : [...others, [key, value]]);
}

/** The part that has not expired. Returns the same state if nothing has. */
export function holdingAt(state: PolicyState, atUtcMs: number): PolicyState {
  const isOverNow = (_id: string, mute: Mute) => isOver(mute, atUtcMs);
  const current = without(state, isOverNow, isOverNow);
  const pauseOver = state.pause !== undefined && isOver(state.pause, atUtcMs);
  return pauseOver ? withPause(current, undefined) : current;
}

/** Services with a snooze or acknowledgement in `before` that is gone in `after`. */
export function newlyEnded(before: PolicyState, after: PolicyState): readonly string[] {
  return [
    ...[...before.snoozes.keys()].filter((id) => !after.snoozes.has(id)),
    ...[...before.acknowledgements.keys()].filter((id) => !after.acknowledgements.has(id)),
  ];
}

/** A recovery ends a service's acknowledgement, and a snooze without an end of its own. */
export function endByRecovery(state: PolicyState, changes: readonly Change[]): PolicyState {
  const well = new Set(changes.filter(isRecovery).map(({ serviceId }) => serviceId));
  return without(
    state,
    (id, mute) => well.has(id) && mute.untilUtcMs === undefined,
    (id) => well.has(id),
  );
}

/** Returns the same state if nothing ends, so that it is not saved again. */
function without(
  state: PolicyState,
  endsSnooze: (id: string, mute: Mute) => boolean,
  endsAcknowledgement: (id: string, mute: Mute) => boolean,
): PolicyState {
  const snoozes = [...state.snoozes].filter(([id, mute]) => !endsSnooze(id, mute));
  const seen = [...state.acknowledgements].filter(([id, mute]) => !endsAcknowledgement(id, mute));
  const same = snoozes.length === state.snoozes.size && seen.length === state.acknowledgements.size;
  return same ? state : { ...state, snoozes: new Map(snoozes), acknowledgements: new Map(seen) };
}

/** When the next mute expires, ms UTC. */
export function nextEndUtcMs(state: PolicyState): number | undefined {
  const ends = [state.pause, ...state.snoozes.values(), ...state.acknowledgements.values()].flatMap(
    (mute) => mute?.untilUtcMs ?? [],
  );
  return ends.length === 0 ? undefined : Math.min(...ends);
}
