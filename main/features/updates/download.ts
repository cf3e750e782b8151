/** Downloads a package beside the file that it will replace, and verifies it on the way. */
import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { UpdateFile } from '../../../shared/updates/manifest.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Net } from '../../platform/net/index.ts';
import { statusFault } from '../../platform/net/read-fault.ts';
import { TransferError } from './fault.ts';

export type DownloadDeps = Readonly<{
  net: Pick<Net, 'request'>;
  clock: Pick<Clock, 'after'>;
  /** The folder that packages are in. */
  feed: string;
}>;

export type DownloadRequest = Readonly<{
  file: UpdateFile;
  /** What it will replace. */
  target: string;
  signal: AbortSignal;
  onProgress: (gotBytes: number) => void;
}>;

/** For connecting, and for each piece. */
const phaseMs = 30_000;
/** A server that sends a byte now and then must not hold the member forever. */
const totalLimitMs = 3 * 3_600_000;
const redirectLimit = 5;
/** The disk of a running desktop needs some room itself. */
const spareBytes = 32 * 1024 * 1024;

const draftName = /^\.coop-tray-update-[0-9a-f-]{36}\.part$/;

/**
 * Resolves to the path of the verified draft, which is on the disk. Throws TransferError, NetError, the file system's
 * error or the signal's reason; then there is no draft.
 */
export async function download(deps: DownloadDeps, request: DownloadRequest): Promise<string> {
  const { file, target } = request;
  const folder = dirname(target);
  await refuseWithoutRoom(folder, file.sizeBytes);
  // In the same folder: a rename is atomic within one file system only, and /tmp is often a small one in memory.
  const draft = join(folder, `.coop-tray-update-${randomUUID()}.part`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await fetchInto(deps, request, (piece) => handle.writeFile(piece));
    await handle.sync();
    await handle.close();
    return draft;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

async function refuseWithoutRoom(folder: string, sizeBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < sizeBytes + spareBytes) throw new TransferError('disk-full');
}

async function fetchInto(
  { net, clock, feed }: DownloadDeps,
  { file, signal, onProgress }: DownloadRequest,
  write: (piece: Buffer) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha512');
  const late = new AbortController();
  const cancelLimit = clock.after(totalLimitMs, () => late.abort(new TransferError('timeout')));
  let gotBytes = 0;
  try {
    const { status } = await net.request({
      url: new URL(file.name, feed).href,
      headers: { 'accept-encoding': 'identity' },
      signal: AbortSignal.any([signal, late.signal]),
      phaseMs,
      bodyBytes: file.sizeBytes,
      redirects: redirectLimit,
      trust: 'system',
      into: async (pieces) => {
        for await (const piece of pieces) {
          hash.update(piece);
          await write(piece);
          gotBytes += piece.length;
          onProgress(gotBytes);
        }
      },
    });
    if (status !== 200) {
      throw new TransferError(
        statusFault(status).code === 'not-found' ? 'not-found' : 'http-status',
      );
    }
  } finally {
    cancelLimit();
  }
  if (gotBytes < file.sizeBytes) throw new TransferError('cut-short');
  if (hash.digest('hex') !== file.sha512) throw new TransferError('wrong-file');
}

/** Removes what an app that was killed left behind. Never rejects. */
export async function removeDrafts(folder: string, nowUtcMs: number): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const drafts = names.filter((name) => draftName.test(name)).map((name) => join(folder, name));
  await Promise.all(drafts.map((draft) => removeIfLeft(draft, nowUtcMs)));
}

/** A younger one may be that of another profile: it is on its way, or its member is about to install it. */
async function removeIfLeft(draft: string, nowUtcMs: number): Promise<void> {
  try {
    const { mtimeMs } = await stat(draft);
    if (nowUtcMs - mtimeMs > totalLimitMs) await rm(draft, { force: true });
  } catch {
    // Removed by someone else, or not ours to remove.
  }
}
