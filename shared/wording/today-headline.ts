/** The answer of Today and of the rail: the worst of the services and the backups. Pure. */
import { verdictOfBackups, worstState } from '../backups/summary.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Snapshot } from '../snapshot.ts';
import { isBlind, isClockInTheWay } from '../status/summary.ts';
import { backupsClause } from './backups-page.ts';
import type { Headline } from './headline.ts';
import { headlineOf } from './headline.ts';

type State = Pick<Snapshot, 'services' | 'connectivity' | 'policy' | 'backups'>;

export type TodayHeadline = Pick<Headline, 'text' | 'verdict' | 'also' | 'only'> &
  Readonly<{
    /** Whether the text is about the backups. */
    isOfBackups: boolean;
  }>;

export function todayHeadline(t: Translate, state: State): TodayHeadline {
  const { text, verdict, also, only } = headlineOf(t, state);
  const clause = areBackupsWorst(t, state) && state.backups && backupsClause(t, state.backups);
  if (!clause) return { text, verdict, also, only, isOfBackups: false };
  return {
    text: clause,
    verdict: verdictOfBackups.bad,
    also: [text, ...also],
    only: undefined,
    isOfBackups: true,
  };
}

/**
 * One at risk is worse than anything but an outage: green, or a slow service, above it would be believed. What keeps
 * us from seeing the services comes before both.
 */
export function areBackupsWorst(t: Translate, state: State): boolean {
  const { backups, connectivity } = state;
  const { verdict, summary } = headlineOf(t, state);
  if (!backups || worstState(backups) !== 'bad' || verdict === 'down') return false;
  return !isBlind(connectivity) && !isClockInTheWay(summary, connectivity);
}
