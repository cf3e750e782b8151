/** What this computer says of how the app got onto it. */
import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PlaceFacts } from '../../../shared/updates/place.ts';
import { isSuse, isWithin } from '../../../shared/updates/place.ts';
import { withRealFolders } from '../../platform/app-dir-env.ts';
import { readTextIfThere } from '../../platform/files.ts';

export type Here = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  platform: string;
  arch: string;
  programPath: string;
  /** Of the packaged app; undefined outside of one. */
  resourcesPath: string | undefined;
  /** The system's text about itself. */
  osRelease: () => Promise<string | undefined>;
}>;

/** Never rejects: what cannot be found out is not there. */
export async function factsOf(here: Here): Promise<PlaceFacts> {
  const { env, platform, arch, programPath, resourcesPath } = here;
  const packageType = resourcesPath === undefined ? undefined : await packageTypeIn(resourcesPath);
  const { APPIMAGE: appImage, APPDIR: appDir, SNAP: snap } = await withRealFolders(env);
  return {
    platform,
    arch,
    programPath,
    appImage,
    appDir,
    file: appImage?.startsWith('/') ? await fileOf(appImage) : undefined,
    // Not by FLATPAK_ID, which others inherit as they do the variables of Snap.
    isFlatpak: await isThere('/.flatpak-info'),
    isSnap: isWithin(programPath, snap),
    packageType,
    isSuse: packageType === 'rpm' && isSuse((await here.osRelease()) ?? ''),
  };
}

/** Follows links: replacing a link would leave the old file, and what else leads to it, behind. */
async function fileOf(appImage: string): Promise<PlaceFacts['file']> {
  try {
    const path = await realpath(appImage);
    const isFile = (await stat(path)).isFile();
    return { path, isFile, isFolderWritable: await isWritable(dirname(path)) };
  } catch {
    return undefined;
  }
}

async function packageTypeIn(resourcesPath: string): Promise<string | undefined> {
  const text = await readTextIfThere(join(resourcesPath, 'package-type'), 100).catch(
    () => undefined,
  );
  return text?.trim();
}

const isThere = (path: string) => answers(access(path));
const isWritable = (path: string) => answers(access(path, constants.W_OK | constants.X_OK));

async function answers(question: Promise<void>): Promise<boolean> {
  return question.then(
    () => true,
    () => false,
  );
}
