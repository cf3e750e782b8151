/** What waits for the member on other pages, as lines of Today. Pure. */
import { hasSection } from '../coop/has-section.ts';
import type { BackupsSummary } from '../backups/summary.ts';
import { verdictOfBackups, worstState } from '../backups/summary.ts';
import type { Translate } from '../i18n/translator.ts';
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

/** The same sentence as in the tray's menu, and what the banner does not say. */
export function backupLines(
  { t }: TodayWords,
  { coop, backups }: Snapshot,
): readonly TodayLine[] | 'unknown' {
  if (!hasSection(coop, 'backups')) return [];
  if (!backups) return 'unknown';
  const sentence = backupsMenuLine(t, backups);
  if (sentence === undefined) return backups.awaited ? 'unknown' : [];
  const about = t('page.backups');
  return [
    {
      kind: 'backups',
      id: 'all',
      about,
      say: () => ({ sentence, more: unsaidOf(t, backups) }),
      verdict: verdictOfBackups[worstState(backups) ?? 'unknown'],
      ...(canOthersHelp(backups) ? { asks: backups.people ?? [] } : {}),
      open: t('today.backups.open'),
    },
  ];
}

/** A wrong clock is for the member to set. Without a backup to ask about, the page says more than whom to ask. */
function canOthersHelp({ worst }: BackupsSummary): boolean {
  return worst !== undefined && worst.code !== 'clock-wrong';
}

/** What to do about the one that the banner names, or the worst of those that it counts. */
function unsaidOf(t: Translate, { bad, worst }: BackupsSummary): readonly string[] {
  if (!worst) return [];
  const { name, code } = worst;
  return [bad > 1 ? t(`backupspage.is.${code}`, { name }) : t(`backupspage.do.${code}`)];
}
