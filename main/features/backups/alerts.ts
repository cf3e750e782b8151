/** Shows alerts about backups: in one notification, never in quiet hours, and each once. Runs under plain Node. */
import type { BackupNews, NewsMemory } from '../../../shared/backups/notices.ts';
import { isNight, newsOf, rememberNews } from '../../../shared/backups/notices.ts';
import type { TargetView } from '../../../shared/backups/view.ts';
import { bundleMs } from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';

export type AlertsDeps = Readonly<{
  clock: Clock;
  /** The member's, as an IANA name. */
  timeZone: () => string;
  /** Whether the member wants no notifications now: quiet hours, or a snooze. */
  isQuiet: () => boolean;
  /** The targets of readings that are not stale. */
  targets: () => readonly TargetView[];
  show: (news: readonly BackupNews[]) => void;
  /** Which alerts have been shown by now, to be stored. */
  onTold: (told: NewsMemory) => void;
}>;

export type Alerts = Readonly<{
  restore: (told: NewsMemory) => void;
  /** Call after each reading, and now and then: an alert held back by quiet hours is considered again at the next call. */
  review: () => void;
  stop: () => void;
}>;

export function createAlerts(deps: AlertsDeps): Alerts {
  const { clock } = deps;
  let told: NewsMemory = {};
  let cancel: (() => void) | undefined;

  const tell = () => {
    cancel = undefined;
    const now = { atUtcMs: clock.nowUtcMs(), timeZone: deps.timeZone() };
    if (deps.isQuiet() || isNight(now.atUtcMs, now.timeZone)) return;
    const targets = deps.targets();
    const news = newsOf(targets, told, now);
    const next = rememberNews(told, targets, news, now);
    if (JSON.stringify(next) === JSON.stringify(told)) return;
    told = next;
    deps.onTold(told);
    if (news.length > 0) deps.show(news);
  };

  return {
    restore: (next) => {
      told = next;
    },
    // Sources are polled one after the other: alerts within this time make one notification.
    review: () => {
      cancel ??= clock.after(bundleMs, tell);
    },
    stop: () => {
      cancel?.();
      cancel = undefined;
    },
  };
}
