/** Everything a member has has asked for: snoozes, quiet hours, acknowledgements, and how time and recoveries end them. Pure. */
import type { Verdict } from '../observation/observation.ts';
import type { Away } from './away.ts';
import type { QuietHours } from './quiet-hours.ts';
import { defaultQuietHours } from './quiet-hours.ts';
import type { Acknowledgement, Mute } from '../triage/mutes.ts';
import { isOver } from './mutes.ts';

export type PolicyState = Readonly<{
  /** The member's own; absent until there are some. */
  quietHours?: QuietHours;
  /** A pause of all notifications. */
  pause?: Mute | undefined;
  /** By the id of the service. */
  snoozes: ReadonlyMap<string, Mute>;
  acknowledgements: ReadonlyMap<string, Acknowledgement>;
  /** Whose services these are; absent until a document has named some. */
  coop?: string;
  /** Of services that are not named at present. */
  away: readonly Away[];
}>;

export const untouched: PolicyState = { snoozes: new Map(), acknowledgements: new Map(), away: [] };

/** The member's own hours first, then those the co-op proposes, then the usual ones. */
export function effectiveHours(state: PolicyState, proposed: QuietHours | undefined): QuietHours {
  return state.quietHours ?? proposed ?? defaultQuietHours;
}

/** Whether the changes of one service are held, apart from what holds those of all. */
export function isQuiet(state: PolicyState, serviceId: string): boolean {
  return state.snoozes.has(serviceId) || state.acknowledgements.has(serviceId);
}

/** Puts a mute on a service, or takes it away. */
export function withSnooze(
  state: PolicyState,
  serviceId: string,
  snooze: Mute | undefined,
): PolicyState {
  return { ...state, snoozes: changed(state.snoozes, serviceId, snooze) };
}

export function withAcknowledgement(
  state: PolicyState,
  serviceId: string,
  acknowledgement: Acknowledgement | undefined,
): PolicyState {
  const acknowledgements = changed(state.acknowledgements, serviceId, acknowledgement);
  return { ...state, acknowledgements };
}

export function withPause(state: PolicyState, pause: Mute | undefined): PolicyState {
  return { ...state, pause };
}

function changed<T>(
  map: ReadonlyMap<string, T>,
  key: string,
  value: T | undefined,
): ReadonlyMap<string, T> {
  const others = [...map].filter(([one]) => one !== key);
  return new Map(value === undefined ? others : [...others, [key, value]]);
}

/** What of it holds at this moment: all that is not over by time. The same state where nothing is. */
export function holdingAt(state: PolicyState, atUtcMs: number): PolicyState {
  const isOverNow = (_id: string, mute: Mute) => isOver(mute, atUtcMs);
  const holding = without(state, isOverNow, isOverNow);
  const pauseOver = state.pause !== undefined && isOver(state.pause, atUtcMs);
  return pauseOver ? withPause(holding, undefined) : holding;
}

/** Services of which something that was asked for holds in `before`, and not in `after`. */
export function newlyEnded(before: PolicyState, after: PolicyState): readonly string[] {
  return [
    ...[...before.snoozes.keys()].filter((id) => !after.snoozes.has(id)),
    ...[...before.acknowledgements.keys()].filter((id) => !after.acknowledgements.has(id)),
  ];
}

/** A service that is well again needs neither an acknowledgement nor a snooze that waited for just that. */
export function endByRecovery(
  state: PolicyState,
  changes: readonly Readonly<{ serviceId: string; to: Verdict }>[],
): PolicyState {
  const well = new Set(changes.filter(({ to }) => to === 'up').map(({ serviceId }) => serviceId));
  return without(
    state,
    (id, mute) => well.has(id) && mute.untilUtcMs === undefined,
    (id) => well.has(id),
  );
}

/** The same state where nothing ends, so that it need not be kept again. */
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

/** When the next mute runs out, ms UTC. */
export function nextEndUtcMs(state: PolicyState): number | undefined {
  const ends = [state.pause, ...state.snoozes.values(), ...state.acknowledgements.values()].flatMap(
    (mute) => mute?.untilUtcMs ?? [],
  );
  return ends.length === 0 ? undefined : Math.min(...ends);
}
