/** Reviews the policy as time passes: expires settings, releases held changes, and schedules the next review. */
import type { QuietSummary } from '../../../shared/notification-policy/deferral.ts';
import { isQuiet, nextEndUtcMs } from '../../../shared/notification-policy/state.ts';
import type { QuietReason } from '../../../shared/notification-policy/view.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HeldChanges } from './held-changes.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Interval } from './quiet-periods.ts';

export type Review = Readonly<{
  /** Expires settings. */
  expire: () => void;
  /** Does all that is due. */
  review: () => void;
  dispose: () => void;
}>;

export type ReviewDeps = Readonly<{
  clock: Clock;
  settings: Pick<LiveSettings, 'isLoaded' | 'inForce' | 'expire'>;
  held: HeldChanges;
  views: () => readonly ServiceView[];
  interval: () => Interval;
  /** Why all changes are held now, if they are. */
  quietReason: () => QuietReason | undefined;
  onChange: () => void;
  onSummary: (summary: QuietSummary) => void;
}>;

/** Longest timer, in ms: timers stop while the machine sleeps. */
const maxTimerMs = 6 * 3_600_000;

export function createReview(deps: ReviewDeps): Review {
  const { clock, settings, held } = deps;
  let announced: Interval | undefined;
  let cancelTimer = () => {};

  const expire = () => {
    const expired = settings.expire();
    if (expired.isOther) deps.onChange();
    if (expired.serviceIds.size === 0) return;
    held.remind(deps.views().filter(({ id }) => expired.serviceIds.has(id)));
  };

  const release = () => {
    if (deps.quietReason()) return held.keep();
    const isFree = (serviceId: string) => !isQuiet(settings.inForce(), serviceId);
    const summary = held.release(isFree, clock.nowUtcMs());
    if (summary) deps.onSummary(summary);
  };

  const schedule = (interval: Interval) => {
    cancelTimer();
    const dueUtcMs = [nextEndUtcMs(settings.inForce()), interval.untilUtcMs, held.dueUtcMs()];
    const delaysMs = dueUtcMs.flatMap((due) => (due === undefined ? [] : due - clock.nowUtcMs()));
    cancelTimer = clock.after(Math.max(0, Math.min(maxTimerMs, ...delaysMs)), review);
  };

  const review = () => {
    if (!settings.isLoaded()) return;
    expire();
    release();
    const interval = deps.interval();
    schedule(interval);
    if (announced === interval) return;
    announced = interval;
    deps.onChange();
  };

  return { expire, review, dispose: () => cancelTimer() };
}
