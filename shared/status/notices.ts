/**
 * Which changes a member is told, and when: one notification for a change, one for many that come together, none
 * for what was well all along. Pure: `tell` takes the changes and the time, and says what to show.
 */
import type { Cause } from './dependencies.ts';
import type { Reason, Verdict } from '../observation/observation.ts';
import type { StandbyView } from './standby-view.ts';

/** Changes this close to each other are one notification, in ms. */
export const bundleMs = 30_000;
/** A notification stands at least this long before a newer one takes its place, in ms: nobody can read faster. */
export const readMs = 5000;

export type Change = Readonly<{
  serviceId: string;
  name: string;
  from: Verdict;
  to: Verdict;
  reason?: Reason;
  instead?: string;
  /** What it stands on and what explains it: told with that, never on its own. */
  cause?: Cause;
  /** What stands by for it, as it was when the change was told, ms UTC. */
  standby?: Readonly<{ view: StandbyView; atUtcMs: number }>;
}>;

export type Notice = Readonly<{
  /** Every change the notification tells, oldest first. */
  changes: readonly Change[];
  /** True when it takes the place of the notification shown just before. */
  replaces: boolean;
}>;

/** Services that are between two verdicts, by the direction in which they go. */
export type Confirming = Readonly<{ worse: number; better: number }>;

export type NoticeState = Readonly<{
  waiting: readonly Change[];
  waitingSinceUtcMs?: number;
  shown: readonly Change[];
  shownAtUtcMs?: number;
  /** Changes that wait for their cause, each with when it came; without it they are never told. */
  companions: readonly Readonly<{ change: Change; atUtcMs: number }>[];
}>;

export const noNotices: NoticeState = { waiting: [], shown: [], companions: [] };

/** Whether a change of verdict is worth a person's attention. */
export function isTold(change: Change): boolean {
  const { from, to } = change;
  if (to === 'down') return true;
  if (to === 'degraded') return from === 'up' || isCertificateStep(change);
  // Back to work: only of interest to those who were told of the trouble.
  return to === 'up' && (from === 'down' || from === 'degraded');
}

/** Takes changes in. */
export function addChanges(
  state: NoticeState,
  changes: readonly Change[],
  atUtcMs: number,
): NoticeState {
  const told = changes.filter(isTold);
  if (told.length === 0) return state;
  const ids = new Set(told.map(({ serviceId }) => serviceId));
  const isOwn = ownness(state, atUtcMs);
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

/** Whether a change may bring about a notification: it has no cause, or its cause has just been told. */
function ownness(state: NoticeState, atUtcMs: number): (change: Change) => boolean {
  const waiting = new Set(state.waiting.map(({ serviceId }) => serviceId));
  const isShown = state.shownAtUtcMs !== undefined && isRecent(state.shownAtUtcMs, atUtcMs);
  const isToldWith = among(isShown ? state.shown : []);
  return (change) => !change.cause || waiting.has(change.serviceId) || isToldWith(change);
}

/** Both away, or both back: what goes together with its cause. */
function way(serviceId: string, to: Verdict): string {
  return `${to === 'up' ? 'back' : 'away'} ${serviceId}`;
}

/** Whether the cause of a change is among `others`, and goes the same way. */
function among(others: readonly Change[]): (change: Change) => boolean {
  const ways = new Set(others.map(({ serviceId, to }) => way(serviceId, to)));
  return ({ cause, to }) => cause !== undefined && ways.has(way(cause.id, to));
}

function isRecent(thenUtcMs: number, nowUtcMs: number): boolean {
  return Math.abs(nowUtcMs - thenUtcMs) < bundleMs;
}

/** The changes that nothing else in the list explains: what a person has to know first. */
export function rootsOf(changes: readonly Change[]): readonly Change[] {
  const isExplained = among(changes);
  return changes.filter((change) => !isExplained(change));
}

/** The changes that `root` explains. */
export function companionsOf(root: Change, changes: readonly Change[]): readonly Change[] {
  return changes.filter(among([root]));
}

/** A later change of the same service takes the place of the earlier; back where it began, it is no news. */
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

/** A certificate that comes nearer to its end is news although the verdict stays. */
export function isCertificateStep({ from, to, reason }: Change): boolean {
  const isEnding =
    reason?.code === 'certificate-expiring' || reason?.code === 'certificate-chain-expiring';
  return from === 'degraded' && to === 'degraded' && isEnding;
}

/** Whether what waits may soon have company. A failure waits for other failures alone, never for good news. */
export function hasCompany({ waiting }: NoticeState, { worse, better }: Confirming): boolean {
  return worse > 0 || (better > 0 && waiting.every((change) => change.to === 'up'));
}

/**
 * What to show now, if anything. A change waits only while other services are still being confirmed, because they
 * may have fallen (or come back) with it, or while a notification has just been shown; and never longer than the
 * bundling time: a single failure is told at once.
 */
export function tell(
  state: NoticeState,
  atUtcMs: number,
  othersConfirming: boolean,
): Readonly<{ state: NoticeState; notice?: Notice }> {
  const { waiting, waitingSinceUtcMs } = state;
  const byUtcMs = tellBy(state, othersConfirming);
  if (waitingSinceUtcMs === undefined || byUtcMs === undefined) return { state };
  // A clock that was set back is no reason to wait.
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

/** Of each service the newest, where it came. */
function withNewest(shown: readonly Change[], fresh: readonly Change[]): readonly Change[] {
  const newest = new Map(shown.map((one) => [one.serviceId, one]));
  for (const change of fresh) {
    newest.delete(change.serviceId);
    newest.set(change.serviceId, change);
  }
  return [...newest.values()];
}

/** When what waits is to be told, if nothing changes until then, ms UTC; undefined when nothing waits. */
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
