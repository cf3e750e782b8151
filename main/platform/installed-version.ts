/**
 * Notices that a package manager has replaced the files of the running app. It goes on with what it has open, but what it
 * loads later, such as a native module, is that of another version (signalapp/Signal-Desktop#2075).
 */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { otherVersion } from '../../shared/updates/installed.ts';
import type { Clock } from './clock.ts';
import { createEmitter } from './emitter.ts';
import { readTextIfThere } from './files.ts';

export type InstalledVersion = Readonly<{
  /** Calls the listener with every change, and at once if there is something to say. Returns what ends that. */
  follow: (listener: (version: string | undefined) => void) => () => void;
  /** Looks again, such as after sleep. */
  look: () => void;
  dispose: () => void;
}>;

/** What a package of ours has beside the app; see build/linux/tree.ts. */
const fileName = 'package-version';
const limitBytes = 100;
/** Files are replaced one after another, and a restart half-way would start a mixture. In ms. */
const settleMs = 10_000;

/** `folder` is that of the packaged app's resources. Where no package has put it, nothing is watched. */
export async function followInstalledVersion(
  clock: Pick<Clock, 'after'>,
  folder: string,
): Promise<InstalledVersion> {
  const changes = createEmitter<string | undefined>();
  const read = () => readTextIfThere(join(folder, fileName), limitBytes).catch(() => undefined);
  const atStart = await read();
  let other: string | undefined;
  let cancel = () => {};

  const compare = async () => {
    const found = otherVersion(atStart, await read());
    if (found === other) return;
    other = found;
    changes.emit(other);
  };
  const look = () => {
    cancel();
    cancel = clock.after(settleMs, () => void compare());
  };
  const stopWatching = atStart === undefined ? () => {} : watched(folder, look);

  return {
    follow: (listener) => {
      if (other !== undefined) listener(other);
      return changes.on(listener);
    },
    look,
    dispose: () => {
      stopWatching();
      cancel();
      changes.clear();
    },
  };
}

/** A system that has no watches left says so at once or later; then sleep and wake-up remain. */
function watched(folder: string, onChange: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, onChange);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}
