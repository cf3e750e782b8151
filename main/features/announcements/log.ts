/** Announcements and reports of the document's room, and which of them are new. */
import type { Report } from '../../../shared/announcements/report.ts';
import { newlyReported, nextEndUtcMs } from '../../../shared/announcements/report.ts';
import type { StoredAnswers, ReportableSign } from '../../../shared/feedback/outcome.ts';
import { noAnswers, readAll, takeSigns } from '../../../shared/feedback/outcome.ts';
import type { Clock } from '../../platform/clock.ts';
import { createExpiryTimer } from '../../platform/expiry-timer.ts';
import type { AnnouncementsFile, Kept } from './file.ts';
import type { Interpreted } from './interpret.ts';

export type AnnouncementNews = Readonly<{
  announcements: readonly ReportableSign[];
  /** New reports that are still in force. */
  reports: readonly Report[];
}>;

export type AnnouncementLog = Readonly<{
  restore: () => Promise<void>;
  setRoom: (room: string | undefined) => void;
  current: () => Kept;
  /** `before`: the state that `found` is based on. `asked`: set if the whole room was read. */
  take: (
    before: Kept,
    found: Interpreted,
    asked?: Pick<StoredAnswers, 'askedAtUtcMs' | 'unreadable'>,
  ) => void;
  markRead: () => void;
  /** Restarts the timer for expiring reports. */
  resume: () => void;
  suspend: () => void;
}>;

export type LogDeps = Readonly<{
  clock: Clock;
  file: AnnouncementsFile;
  onNews: (news: AnnouncementNews) => void;
  onChange: () => void;
}>;

export function createLog({ clock, file, onNews, onChange }: LogDeps): AnnouncementLog {
  /** By room, so that a room that the document drops and names again does not look new. */
  const known = new Map<string, Kept>();
  let current = empty();
  const expiry = createExpiryTimer({
    clock,
    nextUtcMs: (nowUtcMs) => nextEndUtcMs(current.reports, nowUtcMs),
    onExpired: onChange,
  });

  const put = (next: Kept) => {
    current = next;
    known.set(next.room, next);
    file.save(next);
    expiry.rearm();
    onChange();
  };

  return {
    restore: async () => {
      const found = await file.load();
      if (found) known.set(found.room, found);
      current = known.get(current.room) ?? current;
      expiry.rearm();
    },
    setRoom: (room) => {
      current = known.get(room ?? '') ?? empty(room);
    },
    current: () => current,
    take: (before, { signs, reports }, asked = {}) => {
      const { kept: said, news } = takeSigns(before.said, signs);
      // To a member who has just joined, earlier announcements are not news.
      const isFirst = before.said.askedAtUtcMs === undefined && asked.askedAtUtcMs !== undefined;
      put({ ...before, said: { ...(isFirst ? readAll(said) : said), ...asked }, reports });
      const fresh = newlyReported(before.reports, reports, clock.nowUtcMs());
      const announcements = isFirst ? [] : news;
      if (announcements.length + fresh.length > 0) onNews({ announcements, reports: fresh });
    },
    markRead: () => {
      if (current.said.unread.length > 0) put({ ...current, said: readAll(current.said) });
    },
    resume: expiry.rearm,
    suspend: expiry.cancel,
  };
}

function empty(room = ''): Kept {
  return { room, said: noAnswers, reports: [] };
}
