/** Backup alerts in words, as one notification. Pure. */
import type { BackupNews } from '../backups/notices.ts';
import type { NoticeText } from './sentences.ts';
import type { Translate } from '../i18n/translator.ts';

const linesInANotice = 6;

export function backupNewsText(t: Translate, news: readonly BackupNews[]): NoticeText {
  const lines = news.map(({ topic, name }) => t(`backupsnews.${topic}`, { name }));
  const urgent = false;
  const [only] = lines;
  if (only !== undefined && lines.length === 1) {
    return { title: only, body: t('backupsnews.look'), urgent };
  }
  const more = lines.length - linesInANotice;
  return {
    title: t('backupsnews.several', { count: lines.length }),
    body: [
      ...lines.slice(0, linesInANotice),
      ...(more > 0 ? [t('backupsnews.more', { count: more })] : []),
    ].join('\n'),
    urgent,
  };
}
