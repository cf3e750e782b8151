/** The state of the backups in words: the page's title, its days and sizes, and the line of the tray's menu. Pure. */
import type { BackupsSummary } from '../backups/summary.ts';
import type { BackupsState, DayView } from '../backups/view.ts';
import { backupStates, dayStates } from '../backups/view.ts';
import { sizeText } from './backups.ts';
import { listNames } from './sentences.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

/** The worst backup by name; else whether all are OK. An unreadable source never counts as good. */
export function backupsTitle(t: Translate, { targets, sources }: BackupsState): string {
  const unread = listNames(
    t,
    sources.filter(({ problem }) => problem).map(({ name }) => name),
  );
  const total = targets.length;
  if (total === 0) {
    return unread
      ? t('backupspage.title.unread', { names: unread })
      : t('backupspage.title.nothing');
  }
  const trouble = targets.filter(({ state }) => state !== 'good');
  const [worst] = trouble;
  if (!worst) {
    return t(`backupspage.title.${unread ? 'goodButUnread' : 'good'}`, { total, names: unread });
  }
  const clause = t(`backupspage.is.${worst.findings[0]?.code ?? 'nothing-known'}`, {
    name: worst.name,
  });
  const noneIsGood = trouble.length === total;
  return noneIsGood && unread
    ? t('backupspage.title.unreadNow', { names: unread, clause })
    : clause;
}

/** Undefined while all is well, to keep the menu short. */
export function backupsMenuLine(t: Translate, summary: BackupsSummary): string | undefined {
  const parts = backupStates.flatMap((state) =>
    state === 'good' || summary[state] === 0
      ? []
      : [t(`backupspage.menu.${state}`, { count: summary[state] })],
  );
  return parts.length > 0 ? t('backupspage.menu', { parts: parts.join(', ') }) : undefined;
}

/** "El, Kim or Robin" */
export function anyOf(t: Translate, names: readonly string[]): string {
  const [last = '', ...before] = names.toReversed();
  const first = before.toReversed().join(', ');
  return first ? t('backupspage.or', { first, last }) : last;
}

/** "23 Nov: the backup failed. The job said: no space left" */
export function daySentence(t: Translate, times: Times, day: DayView): string {
  const date = times.calendarDay(day.day);
  const state = t(`backupspage.day.${day.state}`);
  const told =
    day.sizeBytes === undefined
      ? t('backupspage.day', { date, state })
      : t('backupspage.day.size', { date, state, size: sizeText(t, day.sizeBytes) });
  return day.error ? t('backupspage.day.error', { day: told, error: day.error }) : told;
}

/** "84 days good, 2 failed, 4 missing": the strip in one line. Undefined if no day is known. */
export function daysText(t: Translate, days: readonly DayView[]): string | undefined {
  const count = (state: DayView['state']) => days.filter((one) => one.state === state).length;
  if (count('unknown') === days.length) return undefined;
  return dayStates
    .filter((state) => state === 'ok' || count(state) > 0)
    .map((state) => t(`backupspage.count.${state}`, { count: count(state) }))
    .join(', ');
}
