/** The state of the co-op in two or three words, for the rail: the page of the services says more. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { Verdict } from '../observation/observation.ts';
import type { Snapshot } from '../snapshot.ts';
import { feltVerdict } from '../status/impact.ts';
import { decidingViews } from '../status/my-services.ts';
import { isBlind, isClockInTheWay } from '../status/summary.ts';
import { verdictOfBackups } from '../backups/summary.ts';
import { headlineOf } from './headline.ts';
import { summarySentence } from './sentences.ts';
import { areBackupsWorst } from './today-headline.ts';

/** `verdict`: the state whose look it has. */
export type RailLine = Readonly<{ text: string; verdict: Verdict }>;

export function railLine(
  t: Translate,
  state: Pick<Snapshot, 'services' | 'connectivity' | 'policy' | 'backups'>,
): RailLine {
  const { services, connectivity, policy, backups } = state;
  if (isBlind(connectivity)) return { text: t(`rail.${connectivity.state}`), verdict: 'unknown' };
  if (backups && areBackupsWorst(t, state))
    return { text: t('rail.backups', { count: backups.bad }), verdict: verdictOfBackups.bad };
  const { summary, trouble, verdict } = headlineOf(t, state);
  const deciding = new Set(decidingViews(services, policy.scope.onlyStarred));
  const mine = trouble.filter((view) => deciding.has(view));
  const unknown = mine.filter((view) => feltVerdict(view) === 'unknown').length;
  const planned = summary.maintained.length;
  if (verdict === 'down' || verdict === 'degraded') {
    // What is down because of something muted has no cause to count.
    const count = Math.max(1, mine.length - unknown);
    return { text: t('rail.problems', { count }), verdict };
  }
  if (unknown > 0) return { text: t('rail.unknown', { count: unknown }), verdict };
  if (verdict !== 'unknown' && planned > 0)
    return { text: t('rail.maintenance', { count: planned }), verdict: 'maintenance' };
  if (summary.total === 0)
    return { text: t(summary.muted > 0 ? 'rail.allMuted' : 'rail.noServices'), verdict };
  if (isClockInTheWay(summary, connectivity)) return { text: t('rail.clock'), verdict };
  if (verdict === 'unknown' && summary.awaited > 0) return { text: t('rail.checking'), verdict };
  if (verdict === 'up' && summary.muted > 0)
    return { text: t('rail.muted', { count: summary.muted }), verdict };
  if (verdict === 'up')
    return { text: t(summary.onlyMine ? 'rail.mineUp' : 'rail.allUp'), verdict };
  return { text: summarySentence(t, summary, connectivity), verdict };
}
