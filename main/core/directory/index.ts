/** Fetches the co-op document regularly, and saves the last good copy for when it is unavailable. */
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import type { Awaited } from '../../../shared/snapshot.ts';
import type { DirectoryError } from '../../../shared/coop/directory-error.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { Emitter } from '../../platform/emitter.ts';
import type { Net } from '../../platform/net/index.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import { formatCopy, parseCopy } from './copy.ts';
import { lastingSource, readDocument } from './read.ts';
import { createRefreshTimer } from './refresh-timer.ts';
import type { Coop } from './known-coop.ts';
import { createKnownCoop } from './known-coop.ts';

export type { Coop } from './known-coop.ts';

export type Directory = Readonly<{
  current: () => Coop | undefined;
  /** The co-op whose copy is unreadable, until its source provides a new one; `current` is undefined meanwhile. */
  awaited: () => Awaited | undefined;
  /** `isOther`: the document, and with it the services, may have changed. */
  onChange: (listener: (coop: Coop, isOther: boolean) => void) => () => void;
  /** Loads the last good copy, if there is one. */
  restore: () => Promise<void>;
  onAwaited: Emitter<void>['on'];
  /** Fetches the document from a source, and switches to it if it is valid. */
  join: (source: string) => Promise<DirectoryError | undefined>;
  refresh: () => Promise<void>;
  dispose: () => void;
}>;

export type DirectoryDeps = Readonly<{
  net: Pick<Net, 'request'>;
  clock: Clock;
  /** Stores the last good copy. */
  store: TextStore;
  /** The member's, as a tag of BCP 47 or POSIX: the document's texts are shown in it if it has them. */
  language: string;
}>;

export function createDirectory(deps: DirectoryDeps): Directory {
  const { clock, store, language } = deps;
  const timer = createRefreshTimer(clock);
  const known = createKnownCoop(timer);
  // Serial, so that the document shown last is also the one saved last.
  const saves = createSerialQueue();
  const lifetime = new AbortController();
  let savedText: string | undefined;
  /** Numbers of the last join requested and of the last that succeeded. */
  let lastRequested = 0;
  let lastJoined = 0;

  /** Whether the member has moved to another co-op since: a late answer must not move them back. */
  const isOutdated = (turn: number) => turn < lastJoined;

  const keep = async (source: string, { text, document }: GoodDocument, turn: number) => {
    if (isOutdated(turn)) return;
    const isOther = text !== savedText || known.current()?.source !== source;
    const readAtUtcMs = clock.nowUtcMs();
    // Save before showing, so that the services are still there after a crash. If the disk is full, the older copy
    // stays and the services are shown anyway.
    await store.save(formatCopy({ source, readAtUtcMs, text })).catch(() => undefined);
    lastJoined = turn;
    savedText = text;
    known.setCurrent({ source, document, readAtUtcMs }, isOther);
  };

  /** `turn` is the number of a join; a refresh belongs to the last join that succeeded. */
  const take = async (source: string, turn: number): Promise<DirectoryError | undefined> => {
    const read = await readDocument(deps, source, lifetime.signal);
    if (isOutdated(turn)) return undefined;
    if (read.ok) {
      await saves.run(() => keep(source, read, turn));
      return undefined;
    }
    timer.refuse(source, read.waitMs ?? 0);
    return read.error;
  };

  const refresh = async () => {
    const before = known.current() ?? known.awaited();
    if (!before || timer.putOff(before.source)) return;
    const error = await take(before.source, lastJoined);
    if (error && before === (known.current() ?? known.awaited())) known.setError(error);
  };
  timer.onDue(() => void refresh());

  return {
    current: known.current,
    awaited: known.awaited,
    onChange: (listener) => known.onChange(({ coop, isOther }) => listener(coop, isOther)),
    onAwaited: known.onAwaited,
    restore: async () => {
      const copy = await parseCopy((await store.load().catch(() => undefined)) ?? '', language);
      if (!copy || known.current()) return;
      if (!copy.ok) return known.setAwaited(copy.awaited);
      savedText = copy.text;
      const { source, document, readAtUtcMs } = copy;
      known.setCurrent({ source, document, readAtUtcMs }, true);
    },
    join: (source) => {
      lastRequested += 1;
      return take(lastingSource(source), lastRequested);
    },
    refresh,
    dispose: () => {
      lifetime.abort(new Error('disposed'));
      timer.stop();
      known.dispose();
    },
  };
}

type GoodDocument = Readonly<{ text: string; document: CoopDocument }>;

/** Restores the copy. If it is unreadable, fetches the document from its source without delay. */
export async function restoreOrAsk(
  directory: Pick<Directory, 'restore' | 'refresh' | 'awaited'>,
): Promise<DirectoryError | undefined> {
  await directory.restore();
  if (directory.awaited()) await directory.refresh();
  return directory.awaited()?.error;
}
