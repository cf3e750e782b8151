/** What members cannot use now, as lines of Today. Pure. */
import type { Verdict } from '../observation/observation.ts';
import type { Snapshot } from '../snapshot.ts';
import { dependentsOf } from '../status/dependencies.ts';
import { offersOf } from '../status/offers.ts';
import { isAwaited, isBlind, isClockInTheWay, isMuted } from '../status/summary.ts';
import type { ServiceView } from '../status/view.ts';
import { notesOf } from '../triage/notes.ts';
import { reportedSentence } from '../wording/announcements.ts';
import { headlineOf } from '../wording/headline.ts';
import { listNames, reasonSentence } from '../wording/sentences.ts';
import { stateLine } from '../wording/state-line.ts';
import type { TodayLine, TodayWords } from './line.ts';

/** Of what the headline names or counts: nothing that is muted, a chore, under maintenance or another one's fault. */
export function troubleLines(
  words: TodayWords,
  snapshot: Snapshot,
  nowUtcMs: number,
): readonly TodayLine[] | 'unknown' {
  const { services, connectivity } = snapshot;
  const { summary, trouble } = headlineOf(words.t, snapshot);
  if (isBlind(connectivity) || isClockInTheWay(summary, connectivity)) return 'unknown';
  if (trouble.length === 0 && services.some(isStillAwaited)) return 'unknown';
  return trouble.map((view) => lineOf(words, view, services, nowUtcMs));
}

function isStillAwaited(view: ServiceView): boolean {
  return view.audience !== 'admins' && !isMuted(view) && isAwaited(view);
}

function lineOf(
  words: TodayWords,
  view: ServiceView,
  views: readonly ServiceView[],
  nowUtcMs: number,
): TodayLine {
  const { t } = words;
  const { id, name, verdict, sinceUtcMs, starred, acknowledged } = view;
  return {
    kind: 'trouble',
    id,
    about: name,
    say: () => ({
      sentence: t(`headline.${named(verdict)}`, { count: 1, first: name, second: '' }),
      more: detailsOf(words, view, views, nowUtcMs),
    }),
    verdict,
    atUtcMs: sinceUtcMs,
    isStarred: starred ?? false,
    isKnown: acknowledged !== undefined,
    ...(offersOf(view).length > 0 ? { insteadOf: id } : {}),
    carries: { serviceId: id },
  };
}

/** Others are no trouble. */
function named(verdict: Verdict): 'down' | 'degraded' | 'unknown' {
  return verdict === 'down' || verdict === 'degraded' ? verdict : 'unknown';
}

/** What is said of a state is a part of a line elsewhere; here it begins one. */
function begun(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Why, since when, what else it takes down, and who is on it. */
function detailsOf(
  words: TodayWords,
  view: ServiceView,
  views: readonly ServiceView[],
  nowUtcMs: number,
): readonly string[] {
  const { t, times } = words;
  const { reason, reported } = view;
  const dependents = dependentsOf(view.id, views).map(({ name }) => name);
  return [
    ...(reason && reason.code !== 'not-checked' ? [reasonSentence(t, times, reason)] : []),
    begun(stateLine(words, view, nowUtcMs)),
    ...(dependents.length > 0 ? [t('notify.dependents', { names: listNames(t, dependents) })] : []),
    ...(reported ? [reportedSentence(t, times, reported, nowUtcMs)] : []),
    ...notesOf(view)
      .slice(0, 1)
      .map(({ by, text, atUtcMs }) =>
        by === undefined
          ? t('policy.seenLine', { reason: text })
          : t('policy.seenByLine', { by, note: text, time: times.clock(atUtcMs, nowUtcMs) }),
      ),
  ];
}
