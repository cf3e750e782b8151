/** The profile's small files and their faults. */
import { join } from 'node:path';
import type { FileFault, FileTrouble } from '../../shared/kept-files.ts';
import { keptFiles } from '../../shared/kept-files.ts';
import type { Clock } from './clock.ts';
import { createEmitter } from './emitter.ts';
import { removeDrafts } from './files.ts';
import { inTime } from './time-limit.ts';
import type { ProfileDisk } from './profile-disk.ts';
import { machineDisk } from './profile-disk.ts';
import type { FileForm, ProfileFile } from './profile-file.ts';
import { createProfileFile } from './profile-file.ts';

export type ProfileFiles = Readonly<{
  /** One object for each name, since two would not wait for each other's writes. */
  file: (form: FileForm) => ProfileFile;
  troubles: () => readonly FileTrouble[];
  onChange: (listener: () => void) => () => void;
  /** Retries failed writes within `flushLimitMs`; undefined if nothing is pending. */
  flush: () => Promise<void> | undefined;
  dispose: () => void;
}>;

/** How long shutdown may wait for the disk, in ms. */
const flushLimitMs = 3000;

export function createProfileFiles(folder: string, clock: Pick<Clock, 'after'>): ProfileFiles {
  const files = new Map<string, ProfileFile>();
  const troubles = new Map<string, FileTrouble>();
  const changes = createEmitter<void>();
  const cleared = removeDrafts(
    folder,
    keptFiles.map((name) => `${name}.json`),
  );
  const disk: ProfileDisk = {
    ...machineDisk,
    write: async (path, text) => {
      await cleared;
      await machineDisk.write(path, text);
    },
  };

  const noteOf =
    ({ name }: FileForm) =>
    (fault: FileFault, path: string | undefined) => {
      if (path === undefined) troubles.delete(`${name} ${fault}`);
      else troubles.set(`${name} ${fault}`, { of: name, fault, path });
      changes.emit();
    };

  return {
    file: (form) => {
      const path = join(folder, `${form.name}.json`);
      const file =
        files.get(form.name) ?? createProfileFile({ path, form, clock, note: noteOf(form), disk });
      files.set(form.name, file);
      return file;
    },
    troubles: () => [...troubles.values()],
    onChange: changes.on,
    flush: () => {
      const waiting = [...files.values()].flatMap((file) => file.flush() ?? []);
      if (waiting.length === 0) return undefined;
      return inTime(clock, flushLimitMs, Promise.all(waiting)).then(() => undefined);
    },
    dispose: () => {
      changes.clear();
      for (const file of files.values()) file.dispose();
    },
  };
}
