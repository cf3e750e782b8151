/** The notification after a quiet period, in words. Pure. */
import type { QuietSummary, ReleasedChange } from '../notification-policy/deferral.ts';
import type { NoticeText } from './sentences.ts';
import { noticeText } from './sentences.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

/** “While it was quiet: Calls is down”, each service with the start of its current state. */
export function quietSummaryText(
  t: Translate,
  times: Times,
  { changes, cameBack }: QuietSummary,
  nowUtcMs: number,
): NoticeText {
  const { title, body, urgent } = noticeText(t, times, changes);
  const since = (change: ReleasedChange) => times.clock(change.sinceUtcMs, nowUtcMs);
  const [only] = changes;
  const alone = changes.length === 1 ? only : undefined;
  const lines = alone
    ? [`${t('policy.since', { time: since(alone) })} ${body}`.trim()]
    : changes.map((change) =>
        t('policy.line', {
          name: change.name,
          verdict: t(`verdict.${change.to}`),
          time: since(change),
        }),
      );
  return {
    title: alone?.still
      ? t('policy.still', { name: alone.name, verdict: t(`verdict.${alone.to}`) })
      : t('policy.whileQuiet', { what: title }),
    body: [...lines, ...(cameBack > 0 ? [t('policy.cameBack', { count: cameBack })] : [])].join(
      '\n',
    ),
    urgent,
  };
}
