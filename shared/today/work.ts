/** Planned maintenance, under way or within a day, as lines of Today. Pure. */
import type { Snapshot } from '../snapshot.ts';
import { offersOf } from '../status/offers.ts';
import type { PlannedWork } from '../status/plans.ts';
import { plansOf } from '../status/plans.ts';
import { isMuted } from '../status/summary.ts';
import type { ServiceView } from '../status/view.ts';
import { listNames } from '../wording/sentences.ts';
import type { TodayText, TodayLine, TodayWords } from './line.ts';

/** Nothing of what the member has muted, or members do not use. */
export function workLines(
  words: TodayWords,
  { services }: Snapshot,
  nowUtcMs: number,
): readonly TodayLine[] {
  const views = services.filter((view) => view.audience !== 'admins' && !isMuted(view));
  return plansOf(views).map((plan) => lineOf(words, plan, views, nowUtcMs));
}

function lineOf(
  words: TodayWords,
  plan: PlannedWork,
  views: readonly ServiceView[],
  nowUtcMs: number,
): TodayLine {
  const { title, startsUtcMs } = plan;
  const [only, second] = views.filter((view) => isIn(plan, view));
  const single = second ? undefined : only;
  return {
    kind: 'work',
    id: `${startsUtcMs} ${title}`,
    about: title,
    say: () => said(words, plan, nowUtcMs),
    verdict: 'maintenance',
    atUtcMs: startsUtcMs,
    ...(single && offersOf(single).length > 0 ? { insteadOf: single.id } : {}),
    ...(single ? { carries: { serviceId: single.id } } : {}),
  };
}

function said(
  { t, times }: TodayWords,
  { title, startsUtcMs, endsUtcMs, names, all }: PlannedWork,
  nowUtcMs: number,
): TodayText {
  // Names the day only if it differs from the start.
  const until = times.clock(endsUtcMs, Math.max(startsUtcMs, nowUtcMs));
  const from = times.clock(startsUtcMs, nowUtcMs);
  return {
    sentence:
      startsUtcMs > nowUtcMs
        ? t('today.work.next', { from, until, title })
        : t('today.work.now', { until, title }),
    more: [all ? t('today.work.all') : listNames(t, names)],
  };
}

function isIn(plan: PlannedWork, { maintenance }: ServiceView): boolean {
  return (
    maintenance !== undefined &&
    maintenance.title === plan.title &&
    maintenance.startsUtcMs === plan.startsUtcMs
  );
}
