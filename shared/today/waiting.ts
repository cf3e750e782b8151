/** What waits for the member on other pages, as lines of Today. Pure. */
import { hasSection } from '../coop/has-section.ts';
import { verdictOfBackups, worstState } from '../backups/summary.ts';
import type { Snapshot } from '../snapshot.ts';
import { isCardOffered } from '../status/emergency.ts';
import { backupsMenuLine } from '../wording/backups-page.ts';
import type { TodayLine, TodayWords } from './line.ts';

export function emergencyLines(
  { t }: TodayWords,
  { services, connectivity }: Snapshot,
): readonly TodayLine[] {
  if (!isCardOffered(services, connectivity)) return [];
  const about = t('page.emergency');
  return [
    {
      kind: 'emergency',
      id: 'card',
      about,
      say: () => ({ sentence: t('emergency.offer') }),
      open: about,
    },
  ];
}

export function answerLines(
  { t }: TodayWords,
  { unreadAnswers: count = 0 }: Snapshot,
): readonly TodayLine[] {
  if (count === 0) return [];
  return [
    {
      kind: 'answers',
      id: 'unread',
      about: t('page.feedback'),
      say: () => ({ sentence: t('today.answers', { count }) }),
      open: t('today.answers.open'),
      carries: { answers: {} },
    },
  ];
}

export function newsLines(
  { t }: TodayWords,
  { unreadAnnouncements: count = 0 }: Snapshot,
): readonly TodayLine[] {
  if (count === 0) return [];
  return [
    {
      kind: 'news',
      id: 'unread',
      about: t('page.announcements'),
      say: () => ({ sentence: t('today.news', { count }) }),
      open: t('today.news.open'),
    },
  ];
}

/**
 * The same sentence as in the tray's menu, and what the banner does not say: what to do about the one it
 * names, or the worst of those it counts.
 */
export function backupLines(
  { t }: TodayWords,
  { coop, backups }: Snapshot,
): readonly TodayLine[] | 'unknown' {
  if (!hasSection(coop, 'backups')) return [];
  if (!backups) return 'unknown';
  const sentence = backupsMenuLine(t, backups);
  if (sentence === undefined) return backups.awaited ? 'unknown' : [];
  const { worst, bad } = backups;
  const more = worst
    ? t(bad > 1 ? `backupspage.is.${worst.code}` : `backupspage.do.${worst.code}`, {
        name: worst.name,
      })
    : undefined;
  const about = t('page.backups');
  return [
    {
      kind: 'backups',
      id: 'all',
      about,
      say: () => ({ sentence, more: more === undefined ? [] : [more] }),
      verdict: verdictOfBackups[worstState(backups) ?? 'unknown'],
      open: t('today.backups.open'),
    },
  ];
}
