/** Finds the co-op document, reads it again from time to time, and keeps the last good copy for when it cannot. */
import { setImmediate as breathe } from 'node:timers/promises';
import * as v from 'valibot';
import { documentLimitBytes } from '../../shared/coop/document.ts';
import type { CoopDocument } from '../../shared/coop/parse.ts';
import { parseInSteps } from '../../shared/coop/parse.ts';
import type { DirectoryError } from '../../shared/snapshot.ts';
import type { Clock } from '../platform/clock.ts';
import type { TextStore } from '../platform/files.ts';
import type { Net } from '../platform/net/index.ts';
import { lastingSource, readDocument } from './read.ts';
import { UtcMs } from '../../shared/utc-ms.ts';

/** The co-op that the app is set up for. */
export type Coop = Readonly<{
  /** What the member typed. */
  source: string;
  document: CoopDocument;
  /** When this copy was read from its source, ms UTC. */
  readAtUtcMs: number;
  /** Why it could not be read again since. */
  error?: DirectoryError;
}>;

export type Directory = Readonly<{
  current: () => Coop | undefined;
  /** `document` is true when the services may have changed. */
  onChange: (listener: (coop: Coop, document: boolean) => void) => void;
  /** Takes up the last good copy, or does nothing when there is none. */
  restore: () => Promise<void>;
  /** Reads the document that a member named and, if it is one, moves to it. */
  join: (source: string) => Promise<DirectoryError | undefined>;
  refresh: () => Promise<void>;
  dispose: () => void;
}>;

const refreshMs = 6 * 3_600_000;
/** An error is tried again sooner, in ms. */
const retryMs = 10 * 60_000;

const CopySchema = v.object({ source: v.string(), readAtUtcMs: UtcMs, text: v.string() });
/** The document may grow when it is quoted inside the copy. */
export const copyLimitBytes = 3 * documentLimitBytes;
/** Its place in the app's profile. */
export const copyName = 'coop.json';

export function createDirectory(
  parts: Readonly<{
    net: Pick<Net, 'request'>;
    clock: Clock;
    /** Where the last good copy is kept. */
    store: TextStore;
  }>,
): Directory {
  const { clock, store } = parts;
  const listeners = new Set<(coop: Coop, document: boolean) => void>();
  const life = new AbortController();
  let coop: Coop | undefined;
  let lastText: string | undefined;
  let cancelRefresh = () => {};
  /** How many co-ops a member has asked for, and which of them it is. */
  let asked = 0;
  let joined = 0;
  /** Resolves when the last copy is kept. */
  let kept: Promise<void> = Promise.resolve();
  /** How long the source asks not to be asked again, and since when it does; the latter monotonic, both in ms. */
  let refused = { source: '', atMs: 0, waitMs: 0 };

  const waitMs = (source: string) =>
    source === refused.source ? refused.atMs + refused.waitMs - clock.monotonicMs() : 0;

  const set = (next: Coop, document: boolean) => {
    coop = next;
    cancelRefresh();
    const delayMs = Math.max(next.error ? retryMs : refreshMs, waitMs(next.source));
    cancelRefresh = clock.after(delayMs, () => void refresh());
    for (const listener of listeners) listener(next, document);
  };

  /** The number of a join; a refresh is part of the last join that went well. */
  const take = async (source: string, turn: number): Promise<DirectoryError | undefined> => {
    const read = await readDocument(parts, source, life.signal);
    // Since it was asked for, the member has moved to another co-op: this answer must not move them back.
    const isOver = () => turn < joined;
    if (isOver()) return undefined;
    if (!read.ok) {
      refused = { source, atMs: clock.monotonicMs(), waitMs: read.waitMs ?? 0 };
      return read.error;
    }
    const keep = async () => {
      if (isOver()) return;
      const changed = read.text !== lastText || coop?.source !== source;
      const readAtUtcMs = clock.nowUtcMs();
      // Kept before it is shown, so that a member who sees the services finds them again whatever ends the app. A full
      // disk must not cost the services; the copy is then as old as the last that fitted.
      await store
        .save(JSON.stringify({ source, readAtUtcMs, text: read.text }))
        .catch(() => undefined);
      joined = turn;
      lastText = read.text;
      set({ source, document: read.document, readAtUtcMs }, changed);
    };
    // One after the other, so that the last that is shown is the last that is kept.
    kept = kept.catch(() => undefined).then(keep);
    await kept;
    return undefined;
  };

  const refresh = async () => {
    const before = coop;
    if (!before) return;
    const leftMs = waitMs(before.source);
    if (leftMs > 0) {
      cancelRefresh();
      cancelRefresh = clock.after(leftMs, () => void refresh());
      return;
    }
    const error = await take(before.source, joined);
    if (error && coop === before) set({ ...before, error }, false);
  };

  return {
    current: () => coop,
    onChange: (listener) => void listeners.add(listener),
    restore: async () => {
      const copy = await parseCopy((await store.load().catch(() => undefined)) ?? '');
      if (!copy || coop) return;
      lastText = copy.text;
      set({ source: copy.source, document: copy.document, readAtUtcMs: copy.readAtUtcMs }, true);
    },
    join: (source) => {
      asked += 1;
      return take(lastingSource(source), asked);
    },
    refresh,
    dispose: () => {
      life.abort(new Error('disposed'));
      cancelRefresh();
      listeners.clear();
    },
  };
}

/** A damaged copy is no copy. */
async function parseCopy(text: string) {
  try {
    const copy = v.parse(CopySchema, JSON.parse(text));
    const parsed = await parseInSteps(copy.text, breathe);
    return parsed.ok ? { ...copy, document: parsed.document } : undefined;
  } catch {
    return undefined;
  }
}
