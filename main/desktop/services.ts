/**
 * Desktop services for parts of the app without access to Electron. Modules that an idle app does not need are loaded
 * on first use.
 */
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { clipboard, shell } from 'electron';
import type { Clock } from '../platform/clock.ts';
import { createCopyClean } from './redacted-copy.ts';
import { saveAs } from './save.ts';
import { unpacked } from './unpacked.ts';

export type DesktopServicesDeps = Readonly<{
  clock: Clock;
  /** The folder of the built app. */
  appDir: string;
  /** The open window, parent of dialogs. */
  contents: () => WebContents | undefined;
}>;

export function createDesktopServices({ clock, appDir, contents }: DesktopServicesDeps) {
  const openExternal = (url: string) => shell.openExternal(url);
  // `writeText` is asynchronous since Electron 44.
  const copyText = async (text: string) => clipboard.writeText(text);
  const loadFolders = () => import('./folder.ts');
  return {
    openAddress: (url: string) => void openExternal(url).catch(() => undefined),
    openExternal,
    copyText,
    copyClean: createCopyClean(copyText),
    saveAs: (suggestedName: string, pieces: AsyncIterable<string>) =>
      saveAs(contents(), suggestedName, pieces),
    openJson: async (limitBytes: number) =>
      (await import('./open.ts')).openJson(contents(), limitBytes),
    chooseFolder: async () => (await loadFolders()).chooseFolder(contents()),
    showFolder: (path: string) => void loadFolders().then(({ showFolder }) => showFolder(path)),
    /** The licences of all that the app is made of. */
    openLicences: async () =>
      (await loadFolders()).openFile(join(unpacked(appDir), 'licences.txt')),
    allowMicrophone: async (allowed: boolean) => {
      const { allowMicrophone } = await import('./microphone.ts');
      const asker = contents();
      if (asker) allowMicrophone(asker, allowed);
    },
    restartWith: (path: string) =>
      void import('./restart.ts').then(({ restartWith }) => restartWith(path)),
    accountFetch: async () => (await import('./account-fetch.ts')).createAccountFetch(),
    roomPages: async () => (await import('./room-page.ts')).openRoomPage,
    screenCapture: async () => {
      const { createScreens } = await import('./screen-capture.ts');
      return createScreens({ clock, contents });
    },
  };
}

export type DesktopServices = ReturnType<typeof createDesktopServices>;
