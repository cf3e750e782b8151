/**
 * Desktop services for parts of the app without access to Electron. Modules that an idle app does not need are loaded
 * on first use.
 */
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { clipboard, shell } from 'electron';
import type { Clock } from '../platform/clock.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import { createCopyClean } from './redacted-copy.ts';
import { saveAs } from './save.ts';
import { unpacked } from './unpacked.ts';

export type DesktopServicesDeps = Readonly<{
  clock: Clock;
  proxies: Proxies;
  /** The folder of the built app. */
  appDir: string;
  /** The open window, parent of dialogs. */
  contents: () => WebContents | undefined;
}>;

export function createDesktopServices(deps: DesktopServicesDeps) {
  const { clock, proxies, appDir, contents } = deps;
  const openExternal = (url: string) => shell.openExternal(url);
  // `writeText` is asynchronous since Electron 44.
  const copyText = async (text: string) => clipboard.writeText(text);
  const restartWith = (path: string) =>
    void import('./restart.ts').then((restart) => restart.restartWith(path));
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
    openFolder: async (path: string) => (await loadFolders()).openFile(path),
    /** The licences of all that the app is made of. */
    openLicences: async () =>
      (await loadFolders()).openFile(join(unpacked(appDir), 'licences.txt')),
    allowMicrophone: async (allowed: boolean) => {
      const { allowMicrophone } = await import('./microphone.ts');
      const asker = contents();
      if (asker) allowMicrophone(asker, allowed);
    },
    autostart: async () => (await import('./autostart.ts')).autostart(),
    accountFetch: async () => (await import('./account-fetch.ts')).createAccountFetch(proxies),
    roomPages: async () => {
      const { openRoomPage } = await import('./room-page.ts');
      return (host: string) => openRoomPage(host, proxies);
    },
    restartWith,
    /** As the version that is installed by then. */
    restart: () => restartWith(process.execPath),
    screenCapture: async () => {
      const { createScreenCapture } = await import('./screen-capture.ts');
      return createScreenCapture({ clock, contents });
    },
  };
}

export type DesktopServices = ReturnType<typeof createDesktopServices>;
