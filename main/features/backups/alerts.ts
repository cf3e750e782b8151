/** Tells the news of the backups: together, never while it is quiet, and each once. Runs under plain Node. */
import type { BackupNews, NewsMemory } from '../../../shared/backups/notices.ts';
import { isNight, newsOf, rememberNews } from '../../../shared/backups/notices.ts';
import type { TargetView } from '../../../shared/backups/view.ts';
import { bundleMs } from '../../../shared/status/notices.ts';
import type { Clock } from '../../platform/clock.ts';

export type NewsParts = Readonly<{
  clock: Clock;
  /** The member's, as an IANA name. */
  timeZone: () => string;
  /** Whether the member wants to hear nothing now: quiet hours, or a pause. */
  isQuiet: () => boolean;
  /** The targets of readings that are not old. */
  targets: () => readonly TargetView[];
  show: (news: readonly BackupNews[]) => void;
  /** Something is to be kept. */
  onTold: () => void;
}>;

export type News = Readonly<{
  told: () => NewsMemory;
  restore: (told: NewsMemory) => void;
  /** Something was read, or time went by. What is held by the quiet is looked at again at the next call. */
  review: () => void;
  stop: () => void;
}>;

export function createNews(parts: NewsParts): News {
  const { clock } = parts;
  let told: NewsMemory = {};
  let cancel: (() => void) | undefined;

  const tell = () => {
    cancel = undefined;
    const now = { atUtcMs: clock.nowUtcMs(), timeZone: parts.timeZone() };
    if (parts.isQuiet() || isNight(now.atUtcMs, now.timeZone)) return;
    const targets = parts.targets();
    const news = newsOf(targets, told, now);
    const next = rememberNews(told, targets, news, now);
    if (JSON.stringify(next) === JSON.stringify(told)) return;
    told = next;
    parts.onTold();
    if (news.length > 0) parts.show(news);
  };

  return {
    told: () => told,
    restore: (next) => {
      told = next;
    },
    // Sources are read one after the other: what they say within this time is one notification.
    review: () => {
      cancel ??= clock.after(bundleMs, tell);
    },
    stop: () => {
      cancel?.();
      cancel = undefined;
    },
  };
}
