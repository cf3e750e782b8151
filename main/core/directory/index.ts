/** Finds the co-op document, reads it again from time to time, and keeps the last good copy for when it cannot. */
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import type { Awaited } from '../../../shared/snapshot.ts';
import type { DirectoryError } from '../../../shared/coop/directory-error.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { Net } from '../../platform/net/index.ts';
import { formatCopy, parseCopy } from './copy.ts';
import { lastingSource, readDocument } from './read.ts';

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
  /** The co-op whose copy cannot be read, while its source gave no other; until then nothing is current. */
  awaited: () => Awaited | undefined;
  /** `document` is true when the services may have changed. */
  onChange: (listener: (coop: Coop, document: boolean) => void) => void;
  /** Takes up the last good copy, or does nothing when there is none. */
  restore: () => Promise<void>;
  onAwaited: (listener: () => void) => void;
  /** Reads the document that a member named and, if it is one, moves to it. */
  join: (source: string) => Promise<DirectoryError | undefined>;
  refresh: () => Promise<void>;
  dispose: () => void;
}>;

const refreshMs = 6 * 3_600_000;
/** An error is tried again sooner, in ms. */
const retryMs = 10 * 60_000;

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
  const awaitedListeners = new Set<() => void>();
  let coop: Coop | undefined;
  let awaited: Awaited | undefined;
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

  const refreshLater = ({ source, error }: Pick<Coop, 'source' | 'error'>) => {
    cancelRefresh();
    const delayMs = Math.max(error ? retryMs : refreshMs, waitMs(source));
    cancelRefresh = clock.after(delayMs, () => void refresh());
  };

  const wait = (next: Awaited) => {
    awaited = next;
    refreshLater(next);
    for (const listener of awaitedListeners) listener();
  };

  const set = (next: Coop, document: boolean) => {
    coop = next;
    awaited = undefined;
    refreshLater(next);
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
      await store.save(formatCopy({ source, readAtUtcMs, text: read.text })).catch(() => undefined);
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
    const before = coop ?? awaited;
    if (!before) return;
    const leftMs = waitMs(before.source);
    if (leftMs > 0) {
      cancelRefresh();
      cancelRefresh = clock.after(leftMs, () => void refresh());
      return;
    }
    const error = await take(before.source, joined);
    if (!error || before !== (coop ?? awaited)) return;
    if (coop) set({ ...coop, error }, false);
    else wait({ source: before.source, error });
  };

  return {
    current: () => coop,
    awaited: () => awaited,
    onChange: (listener) => void listeners.add(listener),
    onAwaited: (listener) => void awaitedListeners.add(listener),
    restore: async () => {
      const copy = await parseCopy((await store.load().catch(() => undefined)) ?? '');
      if (!copy || coop) return;
      if (!copy.ok) return wait(copy.awaited);
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

/** For who cannot wait to be told: a copy that cannot be read is asked for from its source at once. */
export async function restoreOrAsk(
  directory: Pick<Directory, 'restore' | 'refresh' | 'awaited'>,
): Promise<DirectoryError | undefined> {
  await directory.restore();
  if (directory.awaited()) await directory.refresh();
  return directory.awaited()?.error;
}
