/** Whether this machine itself is online, so that "it is down" can be told from "my wifi is off". Pure. */
import * as v from 'valibot';

/** `waking`: the machine has just resumed and its network is not back yet. */
export const connectivityStates = ['online', 'offline', 'captive', 'waking', 'unknown'] as const;
export type ConnectivityState = (typeof connectivityStates)[number];

export const ConnectivitySchema = v.object({
  state: v.picklist(connectivityStates),
  sinceUtcMs: v.number(),
});
export type Connectivity = Readonly<v.InferOutput<typeof ConnectivitySchema>>;

/** What one witness told: it answered as itself, something else answered in its place, or nothing did. */
export type Testimony = 'answered' | 'intercepted' | 'silent';

/**
 * One witness that answers as itself proves the way out; a stranger's answer in its place is a captive portal.
 * Without any witness nothing is proven.
 */
export function judgeWitnesses(
  testimonies: readonly Testimony[],
): 'online' | 'offline' | 'captive' | 'unknown' {
  if (testimonies.length === 0) return 'unknown';
  if (testimonies.includes('answered')) return 'online';
  return testimonies.includes('intercepted') ? 'captive' : 'offline';
}

/** While we are known not to be online, no failure of a service means anything. */
export function failuresCount(state: ConnectivityState): boolean {
  return state === 'online' || state === 'unknown';
}
