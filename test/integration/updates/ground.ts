/** A folder with an old version, a server with a new one, and the updater between them. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { download } from '../../../main/features/updates/download.ts';
import { factsOf } from '../../../main/features/updates/facts.ts';
import { transferProblemOf } from '../../../main/features/updates/fault.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import type { Request } from '../../../main/platform/net/request.ts';
import type { Place } from '../../../shared/updates/place.ts';
import { placeOf } from '../../../shared/updates/place.ts';
import { startFeed } from '../../servers/updates/feed.ts';
import { fileOf, manifestOf } from '../../servers/updates/manifests.ts';
import { makeKey } from '../../servers/updates/signer.ts';

export const bytes = randomBytes(700_001);
export const file = fileOf(bytes);
const real = createNet({ budget: createBudget(8) });
/** A server that stays silent need not be waited for as long as in life. */
const net = { request: (request: Request) => real.request({ ...request, phaseMs: 400 }) };

export type Ground = Awaited<ReturnType<typeof layGround>>;

export async function layGround() {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-update-'));
  const target = join(folder, 'Coop.AppImage');
  writeFileSync(target, 'old', { mode: 0o755 });
  const feed = await startFeed(makeKey());
  feed.publish(manifestOf({ files: [file] }), { [file.name]: bytes });
  return {
    folder,
    target,
    feed,
    fetchIt: (more: Partial<Parameters<typeof download>[1]> = {}) =>
      download(
        { net, clock: systemClock, feed: feed.url },
        {
          file,
          target,
          signal: new AbortController().signal,
          onProgress: () => undefined,
          ...more,
        },
      ),
    isUntouched: () => {
      expect(readdirSync(folder)).toEqual(['Coop.AppImage']);
      expect(readFileSync(target, 'utf8')).toBe('old');
    },
    clear: async () => {
      await feed.listener.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function problemOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'none', transferProblemOf);
}

/** How the app would find itself, started from an AppImage at this path. */
export async function placeAt(appImage: string, appDir: string): Promise<Place> {
  return placeOf(
    await factsOf({
      env: { APPIMAGE: appImage, APPDIR: appDir },
      platform: 'linux',
      arch: 'x64',
      programPath: join(appDir, 'coop-tray'),
      resourcesPath: undefined,
      osRelease: async () => undefined,
    }),
  );
}
