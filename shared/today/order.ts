/** The order of the lines of Today, and how many of a kind there are at most. Pure. */
import { grouped } from '../lists/grouped.ts';
import { leastOf } from '../lists/least.ts';
import type { Verdict } from '../observation/observation.ts';
import type { Ranked, TodayKind } from './line.ts';
import { todayKinds } from './line.ts';

/** The page is for what matters now: more of a kind is on the page that is about it. */
const shownOfAKind = 3;

/** A state that is none of these comes last. */
const worstFirst: readonly (Verdict | undefined)[] = ['down', 'degraded', 'unknown'];

/** Lines of one kind. */
export type TodayGroup<Line> = Readonly<{
  kind: TodayKind;
  lines: readonly Line[];
  /** How many others there are. */
  more: number;
}>;

/** By kind; within one, what the member knows comes last, their own services first, then the worst, then the earliest. */
export function groupsOf<Line extends Ranked>(
  lines: readonly Line[],
  nowUtcMs: number,
): readonly TodayGroup<Line>[] {
  const byKind = grouped(lines, ({ kind }) => kind);
  return todayKinds.flatMap((kind) => {
    const all = (byKind.get(kind) ?? []).toSorted(compare);
    if (all.length === 0) return [];
    const shown = kind === 'call' ? nearest(all, nowUtcMs) : all.slice(0, shownOfAKind);
    return [{ kind, lines: shown, more: all.length - shown.length }];
  });
}

/** Three that last all day would hide the one that is about to begin. */
function nearest<Line extends Ranked>(calls: readonly Line[], nowUtcMs: number): readonly Line[] {
  return leastOf(calls, shownOfAKind, ({ atUtcMs = 0 }) => Math.abs(atUtcMs - nowUtcMs));
}

function compare(one: Ranked, other: Ranked): number {
  return (
    Number(one.isKnown ?? false) - Number(other.isKnown ?? false) ||
    Number(other.isStarred ?? false) - Number(one.isStarred ?? false) ||
    rank(one.verdict) - rank(other.verdict) ||
    (one.atUtcMs ?? 0) - (other.atUtcMs ?? 0)
  );
}

function rank(verdict: Verdict | undefined): number {
  const at = worstFirst.indexOf(verdict);
  return at === -1 ? worstFirst.length : at;
}
