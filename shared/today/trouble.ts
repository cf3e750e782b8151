/** What members cannot use now, as lines of Today. Pure. */
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
import { todayHeadline } from '../wording/today-headline.ts';
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
  // The headline says what to use instead of it.
  const { only } = todayHeadline(words.t, snapshot);
  return trouble.map((view) => lineOf(words, view, { services, only }, nowUtcMs));
}

function isStillAwaited(view: ServiceView): boolean {
  return view.audience !== 'admins' && !isMuted(view) && isAwaited(view);
}

function lineOf(
  words: TodayWords,
  view: ServiceView,
  { services, only }: Readonly<{ services: readonly ServiceView[]; only: ServiceView | undefined }>,
  nowUtcMs: number,
): TodayLine {
  const { id, name, verdict, sinceUtcMs, starred, acknowledged } = view;
  return {
    kind: 'trouble',
    id,
    about: name,
    say: () => ({
      // How it is comes first in `more`, unless the headline says it.
      sentence: name,
      more: detailsOf(words, view, services, nowUtcMs),
    }),
    verdict,
    atUtcMs: sinceUtcMs,
    isStarred: starred ?? false,
    isKnown: acknowledged !== undefined,
    ...(view !== only && offersOf(view).length > 0 ? { insteadOf: id } : {}),
    carries: { serviceId: id },
  };
}

/** What is said of a state is a part of a line elsewhere; here it begins one. */
function begun(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Since when, why, what else it takes down, and who is on it. */
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
    begun(stateLine(words, view, nowUtcMs)),
    ...(reason && reason.code !== 'not-checked' ? [reasonSentence(t, times, reason)] : []),
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
