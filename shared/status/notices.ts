/**
 * Which status changes to notify, and when: one notification for a change, one for several that come together. Pure.
 */
import type { Audience } from '../coop/audience.ts';
import type { Cause } from './dependencies.ts';
import type { Reason, Verdict } from '../observation/observation.ts';
import type { StandbyView } from './standby-view.ts';

/** Changes within this time form one notification, in ms. */
export const bundleMs = 30_000;
/** Shortest time before a newer notification replaces one, in ms: time to read it. */
export const readMs = 5000;

export type Change = Readonly<{
  serviceId: string;
  name: string;
  from: Verdict;
  to: Verdict;
  reason?: Reason;
  /** The reason of `from`. */
  reasonBefore?: Reason;
  audience?: Audience;
  instead?: string;
  /** The root cause: the change is notified with it, never alone. */
  cause?: Cause;
  /** Its standby, as of the time of the change; ms UTC. */
  standby?: Readonly<{ view: StandbyView; atUtcMs: number }>;
}>;

export type Notice = Readonly<{
  /** All changes in the notification, oldest first. */
  changes: readonly Change[];
  /** Whether it replaces the notification shown just before. */
  replaces: boolean;
}>;

/** Services whose change is being confirmed, by direction. */
export type Confirming = Readonly<{ worse: number; better: number }>;

export type NoticeState = Readonly<{
  waiting: readonly Change[];
  waitingSinceUtcMs?: number;
  shown: readonly Change[];
  shownAtUtcMs?: number;
  /** Changes that wait for their root cause, and since when; without it they are never notified. */
  companions: readonly Readonly<{ change: Change; atUtcMs: number }>[];
}>;

export const noNotices: NoticeState = { waiting: [], shown: [], companions: [] };

/** Whether a change is worth a notification. */
export function isTold(change: Change): boolean {
  const { from, to } = change;
  if (to === 'down') return true;
  if (to === 'degraded') return from === 'up' || isCertificateStep(change);
  // A recovery is only of interest after trouble that was notified.
  return to === 'up' && (from === 'down' || from === 'degraded');
}

export function addChanges(
  state: NoticeState,
  changes: readonly Change[],
  atUtcMs: number,
): NoticeState {
  const told = changes.filter(isTold);
  if (told.length === 0) return state;
  const ids = new Set(told.map(({ serviceId }) => serviceId));
  const isOwn = causeTest(state, atUtcMs);
  const companions = [
    ...state.companions.filter(({ change }) => !ids.has(change.serviceId)),
    ...told.filter((change) => !isOwn(change)).map((change) => ({ change, atUtcMs })),
  ].filter((one) => isRecent(one.atUtcMs, atUtcMs));
  const waiting = withChanges(state.waiting, told.filter(isOwn));
  if (waiting.length === 0) return { shown: state.shown, ...shownAt(state), waiting, companions };
  return {
    ...state,
    waiting,
    waitingSinceUtcMs: state.waitingSinceUtcMs ?? atUtcMs,
    companions,
  };
}

/** Without the changes that wait, of services which the member has muted meanwhile: they have seen them. */
export function withoutMuted(
  state: NoticeState,
  isMuted: (serviceId: string) => boolean,
): NoticeState {
  const { waitingSinceUtcMs, ...rest } = state;
  const waiting = state.waiting.filter(({ serviceId }) => !isMuted(serviceId));
  const companions = state.companions.filter(({ change }) => !isMuted(change.serviceId));
  const since = waiting.length > 0 && waitingSinceUtcMs !== undefined ? { waitingSinceUtcMs } : {};
  return { ...rest, waiting, companions, ...since };
}

/** Whether a change may cause a notification: it has no root cause, or that has just been notified. */
function causeTest(state: NoticeState, atUtcMs: number): (change: Change) => boolean {
  const waiting = new Set(state.waiting.map(({ serviceId }) => serviceId));
  const isShown = state.shownAtUtcMs !== undefined && isRecent(state.shownAtUtcMs, atUtcMs);
  const isToldWith = among(isShown ? state.shown : []);
  return (change) => !change.cause || waiting.has(change.serviceId) || isToldWith(change);
}

/** A change and its root cause go the same way: both away, or both back. */
function way(serviceId: string, to: Verdict): string {
  return `${to === 'up' ? 'back' : 'away'} ${serviceId}`;
}

/** Whether the root cause of a change is among `others`, and goes the same way. */
function among(others: readonly Change[]): (change: Change) => boolean {
  const ways = new Set(others.map(({ serviceId, to }) => way(serviceId, to)));
  return ({ cause, to }) => cause !== undefined && ways.has(way(cause.id, to));
}

function isRecent(thenUtcMs: number, nowUtcMs: number): boolean {
  return Math.abs(nowUtcMs - thenUtcMs) < bundleMs;
}

/** The changes that no other one in the list explains. */
export function rootsOf(changes: readonly Change[]): readonly Change[] {
  const isExplained = among(changes);
  return changes.filter((change) => !isExplained(change));
}

/** The changes that `root` explains. */
export function companionsOf(root: Change, changes: readonly Change[]): readonly Change[] {
  return changes.filter(among([root]));
}

/** A later change of a service replaces the earlier one; a change back to where it began cancels it. */
function withChanges(before: readonly Change[], changes: readonly Change[]): readonly Change[] {
  const waiting = new Map(before.map((one) => [one.serviceId, one]));
  for (const change of changes) {
    const from = waiting.get(change.serviceId)?.from ?? change.from;
    waiting.delete(change.serviceId);
    if (!isNoNews(from, change)) waiting.set(change.serviceId, { ...change, from });
  }
  return [...waiting.values()];
}

function isNoNews(from: Verdict, change: Change): boolean {
  return from === change.to && !isCertificateStep(change);
}

/** A certificate closer to expiry is news although the verdict is the same. */
export function isCertificateStep({ from, to, reason }: Change): boolean {
  const isEnding =
    reason?.code === 'certificate-expiring' || reason?.code === 'certificate-chain-expiring';
  return from === 'degraded' && to === 'degraded' && isEnding;
}

/**
 * Whether other changes may soon join the waiting ones. A failure waits only for other failures, never for recoveries.
 */
export function hasCompany({ waiting }: NoticeState, { worse, better }: Confirming): boolean {
  return worse > 0 || (better > 0 && waiting.every((change) => change.to === 'up'));
}

/**
 * The notification to show now, if any. A change waits only while other services are being confirmed, which may have
 * failed (or recovered) with it, or while a notification has just been shown; and never longer than `bundleMs`. A
 * single failure is notified immediately.
 */
export function tell(
  state: NoticeState,
  atUtcMs: number,
  othersConfirming: boolean,
): Readonly<{ state: NoticeState; notice?: Notice }> {
  const { waiting, waitingSinceUtcMs } = state;
  const byUtcMs = tellBy(state, othersConfirming);
  if (waitingSinceUtcMs === undefined || byUtcMs === undefined) return { state };
  // Does not wait after the clock was set back.
  if (atUtcMs >= waitingSinceUtcMs && atUtcMs < byUtcMs) return { state };
  const replaces = state.shownAtUtcMs !== undefined && isRecent(state.shownAtUtcMs, atUtcMs);
  const joining = state.companions.map((one) => one.change).filter(among(waiting));
  const fresh = [...waiting, ...joining];
  const changes = replaces ? withNewest(state.shown, fresh) : fresh;
  return {
    state: { waiting: [], shown: changes, shownAtUtcMs: atUtcMs, companions: [] },
    notice: { changes, replaces },
  };
}

/** The newest change of each service, in order of arrival. */
function withNewest(shown: readonly Change[], fresh: readonly Change[]): readonly Change[] {
  const newest = new Map(shown.map((one) => [one.serviceId, one]));
  for (const change of fresh) {
    newest.delete(change.serviceId);
    newest.set(change.serviceId, change);
  }
  return [...newest.values()];
}

/** When to notify what waits, if nothing changes until then, ms UTC; undefined if nothing waits. */
export function tellBy(state: NoticeState, othersConfirming: boolean): number | undefined {
  const { waitingSinceUtcMs, shownAtUtcMs } = state;
  if (waitingSinceUtcMs === undefined) return undefined;
  const latestUtcMs = waitingSinceUtcMs + bundleMs;
  if (othersConfirming) return latestUtcMs;
  if (shownAtUtcMs === undefined) return waitingSinceUtcMs;
  return Math.min(latestUtcMs, Math.max(waitingSinceUtcMs, shownAtUtcMs + readMs));
}

function shownAt(state: NoticeState): { shownAtUtcMs?: number } {
  return state.shownAtUtcMs === undefined ? {} : { shownAtUtcMs: state.shownAtUtcMs };
}
