/** Sets the state of services aside that the document stops naming, and restores it when they are named again. Pure. */
import type { Away } from './away.ts';
import type { PolicyState } from './state.ts';

const keptMs = 90 * 86_400_000;

export type NamedServices = Readonly<{
  /** As returned by `coopKey`. */
  coop: string;
  serviceIds: ReadonlySet<string>;
}>;

/**
 * Sets aside what the document does not name any more, and restores what it names again. Returns the same state if
 * nothing changes. A state from before co-ops were distinguished belongs to the first that is named.
 */
export function followDocument(
  state: PolicyState,
  named: NamedServices,
  atUtcMs: number,
  isClockProven: boolean,
): PolicyState {
  const { coop = named.coop } = state;
  const stays = (id: string) => coop === named.coop && named.serviceIds.has(id);
  const { snoozes, acknowledgements, stars } = state;
  const ids = [...new Set([...snoozes.keys(), ...acknowledgements.keys(), ...stars])];
  const leaving = ids.filter((id) => !stays(id)).map((id) => setAside(state, coop, id, atUtcMs));
  const isBack = (one: Away) => one.coop === named.coop && named.serviceIds.has(one.serviceId);
  const back = state.away.filter(isBack);
  const isOver = (one: Away) => isClockProven && atUtcMs - one.sinceUtcMs > keptMs;
  const away = state.away.filter((one) => !isBack(one) && !isOver(one));
  const isSame = leaving.length === 0 && away.length === state.away.length;
  if (isSame && state.coop === named.coop) return state;
  return {
    ...state,
    coop: named.coop,
    away: [...away, ...leaving],
    snoozes: new Map([
      ...back.flatMap(({ serviceId, snooze }) => (snooze ? [[serviceId, snooze] as const] : [])),
      ...[...snoozes].filter(([id]) => stays(id)),
    ]),
    acknowledgements: new Map([
      ...back.flatMap(({ serviceId, acknowledgement: note }) =>
        note ? [[serviceId, note] as const] : [],
      ),
      ...[...acknowledgements].filter(([id]) => stays(id)),
    ]),
    stars: new Set([
      ...back.flatMap(({ serviceId, starred }) => (starred ? serviceId : [])),
      ...[...stars].filter(stays),
    ]),
  };
}

function setAside(state: PolicyState, coop: string, serviceId: string, sinceUtcMs: number): Away {
  const snooze = state.snoozes.get(serviceId);
  const acknowledgement = state.acknowledgements.get(serviceId);
  return {
    coop,
    serviceId,
    sinceUtcMs,
    ...(snooze ? { snooze } : {}),
    ...(acknowledgement ? { acknowledgement } : {}),
    ...(state.stars.has(serviceId) ? { starred: true as const } : {}),
  };
}
