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
import type { Coop } from './standing.ts';
import { createStanding } from './standing.ts';

export type { Coop } from './standing.ts';

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
  const standing = createStanding(timer);
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
    const isOther = text !== savedText || standing.current()?.source !== source;
    const readAtUtcMs = clock.nowUtcMs();
    // Save before showing, so that the services are still there after a crash. If the disk is full, the older copy
    // stays and the services are shown anyway.
    await store.save(formatCopy({ source, readAtUtcMs, text })).catch(() => undefined);
    lastJoined = turn;
    savedText = text;
    standing.setCurrent({ source, document, readAtUtcMs }, isOther);
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
    const before = standing.current() ?? standing.awaited();
    if (!before || timer.putOff(before.source)) return;
    const error = await take(before.source, lastJoined);
    if (error && before === (standing.current() ?? standing.awaited())) standing.setError(error);
  };
  timer.onDue(() => void refresh());

  return {
    current: standing.current,
    awaited: standing.awaited,
    onChange: (listener) => standing.onChange(({ coop, isOther }) => listener(coop, isOther)),
    onAwaited: standing.onAwaited,
    restore: async () => {
      const copy = await parseCopy((await store.load().catch(() => undefined)) ?? '', language);
      if (!copy || standing.current()) return;
      if (!copy.ok) return standing.setAwaited(copy.awaited);
      savedText = copy.text;
      const { source, document, readAtUtcMs } = copy;
      standing.setCurrent({ source, document, readAtUtcMs }, true);
    },
    join: (source) => {
      lastRequested += 1;
      return take(lastingSource(source), lastRequested);
    },
    refresh,
    dispose: () => {
      lifetime.abort(new Error('disposed'));
      timer.stop();
      standing.dispose();
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
