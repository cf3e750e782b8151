import type { TargetView } from '../../../shared/backups/view.ts';
import { anyOf } from '../../../shared/wording/backups-page.ts';
import type { Words } from '../../app/words.ts';

/** "Ask El or Robin." */
export function askText(t: Words['t'], people: readonly string[]): string {
  return people.length > 0
    ? t('backupspage.ask', { people: anyOf(t, people) })
    : t('backupspage.ask.nobody');
}

/** Drafts a request; `target` is the backup to restore from, if known. */
export function requestText(
  { t, times }: Words,
  target: TargetView | undefined,
  now: number,
): string {
  if (!target) return t('backupspage.restore.text');
  const { name, lastSuccessUtcMs: at } = target;
  const text = t('backupspage.restore.textFrom', { name });
  const time = at === undefined ? t('backupspage.notTold') : times.clock(at, now);
  return `${text}\n\n${t('backupspage.restore.newest', { time })}`;
}
