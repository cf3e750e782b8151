/**
 * Puts a downloaded package in the place of a file. At every moment the path leads to the whole old or the whole new
 * file: nothing is deleted first, as electron-userland/electron-builder#8698 and #4273 lost apps.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { UpdateFile } from '../../../shared/updates/manifest.ts';
import { syncFolder } from '../../platform/files.ts';
import { TransferError } from './fault.ts';

/** Read at once, in bytes. */
const pieceBytes = 256 * 1024;

/**
 * `target` keeps its name and its mode, and can be started. Throws TransferError or the file system's error; then the
 * old file is in place, and the draft is removed.
 */
export async function replaceFile(target: string, draft: string, file: UpdateFile): Promise<void> {
  try {
    const { mode } = await stat(target);
    // Another profile of the app, or a member who tidies up, may have removed the draft: that is not the old file's loss.
    await moveInto(target, draft, file, mode).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new TransferError('cut-short', error) : error;
    });
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(target));
}

async function moveInto(
  target: string,
  draft: string,
  file: UpdateFile,
  mode: number,
): Promise<void> {
  const handle = await open(draft, 'r+');
  try {
    await verify(handle, file);
    // A download is not executable by itself (tauri-apps/tauri#10438).
    await handle.chmod((mode & 0o777) | 0o500);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, target);
}

/** What is on the disk, not what was sent to it: time has passed, and disks fail. */
async function verify(handle: FileHandle, { sizeBytes, sha512 }: UpdateFile): Promise<void> {
  const hash = createHash('sha512');
  const buffer = Buffer.alloc(pieceBytes);
  let at = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
    if (at > sizeBytes) break;
  }
  if (at !== sizeBytes || hash.digest('hex') !== sha512) throw new TransferError('wrong-file');
}
