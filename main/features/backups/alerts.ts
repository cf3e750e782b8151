/** Shows alerts about backups: bundled, once each, and never at night or in quiet hours. Runs under plain Node. */
import type { BackupNews, Known, NewsMemory } from '../../../shared/backups/notices.ts';
import { isNight, newsOf, rememberNews } from '../../../shared/backups/notices.ts';
import { bundleMs } from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';
import type { KnownBackups } from './known.ts';

export type AlertsDeps = Readonly<{
  clock: Clock;
  /** The member's time zone, as an IANA name. */
  timeZone: () => string;
  /** Whether there is a quiet reason now: quiet hours, or a pause. */
  isQuiet: () => boolean;
  known: KnownBackups;
  show: (news: readonly BackupNews[], known: () => Known) => void;
  /** Called with all alerts shown so far, to be stored. */
  onTold: (told: NewsMemory) => void;
}>;

export type Alerts = Readonly<{
  restore: (told: NewsMemory) => void;
  /** Call after each reading and at intervals: each call reconsiders alerts that were deferred. */
  review: () => void;
  stop: () => void;
}>;

export function createAlerts(deps: AlertsDeps): Alerts {
  const { clock } = deps;
  let told: NewsMemory = {};
  let cancel: (() => void) | undefined;

  const showNew = () => {
    cancel = undefined;
    const now = { atUtcMs: clock.nowUtcMs(), timeZone: deps.timeZone() };
    if (deps.isQuiet() || isNight(now.atUtcMs, now.timeZone)) return;
    const { targets } = deps.known.now();
    const news = newsOf(targets, told, now);
    const next = rememberNews(told, targets, news, now);
    if (JSON.stringify(next) === JSON.stringify(told)) return;
    told = next;
    deps.onTold(told);
    if (news.length > 0) deps.show(news, deps.known.toTheMinute);
  };

  return {
    restore: (next) => {
      told = next;
    },
    // Sources are polled one after the other, so alerts within this time are bundled.
    review: () => {
      cancel ??= clock.after(bundleMs, showNew);
    },
    stop: () => {
      cancel?.();
      cancel = undefined;
    },
  };
}
