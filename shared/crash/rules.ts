/** Which incidents a member is asked about, and whether a window that has crashed comes back on its own. Pure. */
import type { Crash, Incident, KeptIncident } from './incident.ts';

/** Incidents closer than this, in ms, are one. */
export const loopMs = 10 * 60_000;
/** After this time, in ms, nobody remembers what they were doing. */
const offeredForMs = 7 * 86_400_000;
/** How many are kept. */
const keptLimit = 10;

/** The newest incident that the member has not been asked about. `incidents` in the order in which they were noticed. */
export function crashOf(incidents: readonly KeptIncident[], nowUtcMs: number): Crash | undefined {
  const newest = incidents.at(-1);
  if (!newest || Math.abs(nowUtcMs - newest.atUtcMs) > offeredForMs) return undefined;
  const { answered, ...incident } = newest;
  return answered ? undefined : { ...incident, count: loopOf(incidents, newest.kind).length };
}

/** The last incidents of a kind without a long pause between them: the member is told how often that happened. */
function loopOf(
  incidents: readonly KeptIncident[],
  kind: Incident['kind'],
): readonly KeptIncident[] {
  const alike = incidents.filter((one) => one.kind === kind);
  const begin = alike.findLastIndex((one, at) => {
    const before = alike[at - 1];
    return !before || Math.abs(one.atUtcMs - before.atUtcMs) > loopMs;
  });
  return alike.slice(begin);
}

/** One that follows soon after an answered one is answered with it: nobody is asked again and again. */
export function withIncident(
  incidents: readonly KeptIncident[],
  incident: Incident,
): readonly KeptIncident[] {
  const before = incidents.at(-1);
  const isSame = before?.answered && Math.abs(incident.atUtcMs - before.atUtcMs) <= loopMs;
  return [...incidents, isSame ? { ...incident, answered: true as const } : incident].slice(
    -keptLimit,
  );
}

/** What members find when they look again: once is bad luck, the third time is a page that cannot be shown. */
const reopenings = 2;

/** Whether the window opens again. `crashesMs`: its crashes in this run, monotonic, this one included. */
export function mayReopen(crashesMs: readonly number[]): boolean {
  const lastMs = crashesMs.at(-1) ?? 0;
  return crashesMs.filter((atMs) => lastMs - atMs <= loopMs).length <= reopenings;
}

/** Of a window's process. At the end of a session, and in a task manager, it is told to end: that is no bug. */
const crashReasons = [
  'crashed',
  'abnormal-exit',
  'oom',
  'memory-eviction',
  'launch-failed',
  'integrity-failure',
];

/** `reason` as Electron names it in `render-process-gone`. */
export function isCrash(reason: string): boolean {
  return crashReasons.includes(reason);
}
