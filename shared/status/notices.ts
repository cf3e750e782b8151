/**
 * Which changes a member is told, and when: one notification for a change, one for many that come together, none
 * for what was well all along. Pure: `tell` takes the changes and the time, and says what to show.
 */
import type { Reason, Verdict } from './observation.ts';

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
}>;

export const noNotices: NoticeState = { waiting: [], shown: [] };

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
  const waiting = told.reduce(addChange, state.waiting);
  if (waiting.length === 0) return { shown: state.shown, ...shownAt(state), waiting };
  return {
    ...state,
    waiting,
    waitingSinceUtcMs: state.waitingSinceUtcMs ?? atUtcMs,
  };
}

/** A later change of the same service takes the place of the earlier; back where it began, it is no news. */
function addChange(waiting: readonly Change[], change: Change): readonly Change[] {
  const earlier = waiting.find((one) => one.serviceId === change.serviceId);
  const others = waiting.filter((one) => one !== earlier);
  const from = earlier?.from ?? change.from;
  return isNoNews(from, change) ? others : [...others, { ...change, from }];
}

function isNoNews(from: Verdict, change: Change): boolean {
  return from === change.to && !isCertificateStep(change);
}

/** A certificate that comes nearer to its end is news although the verdict stays. */
function isCertificateStep({ from, to, reason }: Change): boolean {
  return from === 'degraded' && to === 'degraded' && reason?.code === 'certificate-expiring';
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
  const replaces =
    state.shownAtUtcMs !== undefined && Math.abs(atUtcMs - state.shownAtUtcMs) < bundleMs;
  const changes = replaces ? waiting.reduce(addShown, state.shown) : waiting;
  return {
    state: { waiting: [], shown: changes, shownAtUtcMs: atUtcMs },
    notice: { changes, replaces },
  };
}

function addShown(shown: readonly Change[], change: Change): readonly Change[] {
  return [...shown.filter((one) => one.serviceId !== change.serviceId), change];
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
