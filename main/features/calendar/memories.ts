/** What is known of each calendar between readings. */
import { withKnownIds } from '../../../shared/calendar/known-ids.ts';
import { neverRead, withReread } from '../../../shared/net/last-good.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { KeptCopy } from './copies.ts';
import { loadCopies, saveCopies } from './copies.ts';
import type { Expand, Expanded, Scope } from './expand.ts';
import { isSameScope } from './expand.ts';
import type { CalendarMemory, CalendarReread } from './request.ts';
import type { Source } from './sources.ts';
import { keyOfSource } from './sources.ts';

export type Memories = Readonly<{
  load: () => Promise<void>;
  of: (source: Source) => CalendarMemory;
  /** Copies of calendars that are gone are dropped. */
  setSources: (sources: readonly Source[]) => void;
  take: (source: Source, reread: CalendarReread) => void;
  forget: (source: Source) => void;
  /** Expands again what is of another scope than the present one. */
  refresh: () => Promise<void>;
}>;

export type MemoriesDeps = Readonly<{
  clock: Pick<Clock, 'nowUtcMs'>;
  store: TextStore;
  scope: () => Scope;
  expand: Expand;
  /** An expansion is done. */
  onRefreshed: () => void;
}>;

export function createMemories({ clock, store, ...deps }: MemoriesDeps): Memories {
  let kept: ReadonlyMap<string, KeptCopy> = new Map();
  let sources: readonly Source[] = [];
  let isRefreshing = false;
  const memories = new Map<string, CalendarMemory>();

  const of = (source: Source): CalendarMemory => memories.get(keyOfSource(source)) ?? neverRead;
  const save = () => {
    const all = sources.flatMap((one) => {
      const { copy } = of(one);
      return copy ? [[keyOfSource(one), copy] as const] : [];
    });
    kept = new Map(all);
    saveCopies(store, kept);
  };
  const forget = (source: Source) => {
    memories.delete(keyOfSource(source));
    save();
  };

  /** A copy that was readable when it was kept, and is not now. */
  const lost = (): CalendarMemory => ({
    problem: { code: 'internal', sinceUtcMs: clock.nowUtcMs() },
    failures: 1,
  });
  const refreshOne = async (source: Source, scope: Scope) => {
    const text = of(source).copy?.text;
    if (text === undefined) return;
    const read = await deps.expand(text, scope).catch(() => undefined);
    const { copy, ...memory } = of(source);
    // A newer one may have come.
    if (copy?.text !== text) return;
    const next = read?.ok
      ? { ...memory, copy: { ...copy, expanded: asKnown({ copy }, read.expanded) } }
      : lost();
    memories.set(keyOfSource(source), next);
    deps.onRefreshed();
  };
  const isBehind = (source: Source) => {
    const { copy } = of(source);
    return copy !== undefined && !isSameScope(copy.expanded?.scope, deps.scope());
  };

  return {
    load: async () => {
      kept = await loadCopies(store);
    },
    of,
    setSources: (next) => {
      const keys = new Set(next.map(keyOfSource));
      const hasGone = sources.some((one) => !keys.has(keyOfSource(one)));
      sources = next;
      for (const key of memories.keys()) if (!keys.has(key)) memories.delete(key);
      for (const key of keys) {
        const copy = kept.get(key);
        if (copy && !memories.has(key)) memories.set(key, { copy, failures: 0 });
      }
      if (hasGone) save();
    },
    take: (source, reread) => {
      const before = of(source);
      const known = rereadAsKnown(before, reread);
      memories.set(keyOfSource(source), withReread(before, known, clock.nowUtcMs()));
      if (reread.ok) save();
    },
    forget,
    refresh: async () => {
      if (isRefreshing) return;
      isRefreshing = true;
      try {
        for (let one = sources.find(isBehind); one; one = sources.find(isBehind))
          await refreshOne(one, deps.scope());
      } finally {
        isRefreshing = false;
      }
    },
  };
}

function rereadAsKnown(before: CalendarMemory, reread: CalendarReread): CalendarReread {
  if (!reread.ok || reread.unchanged || !reread.copy.expanded) return reread;
  const { copy } = reread;
  return { ...reread, copy: { ...copy, expanded: asKnown(before, reread.copy.expanded) } };
}

function asKnown({ copy }: Pick<CalendarMemory, 'copy'>, expanded: Expanded): Expanded {
  const known = copy?.expanded?.occurrences ?? [];
  return { ...expanded, occurrences: withKnownIds(known, expanded.occurrences) };
}
