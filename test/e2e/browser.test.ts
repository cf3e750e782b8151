/** Shows the answers that checks are tested with in the app's own browser: a check must agree with it. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import type { Behaviour } from '../servers/faulty/sockets.ts';
import { startFaulty } from '../servers/faulty/sockets.ts';
import { encodedPages, name } from '../servers/pages.ts';
import { serveAnswers, untidyAnswers, word } from '../servers/untidy.ts';
import { serveWays, ways } from '../servers/ways.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';

let desktop: Desktop;
let app: RunningApp;

beforeAll(async () => {
  desktop = await startDesktop({ tray: false });
  app = await startApp(desktop, { executable: inject('executable') });
});
afterAll(async () => {
  await app?.stop();
  await desktop?.stop();
});

/** The text a browser shows for each URL, each as on a first visit; empty for an error page. */
function visit(urls: readonly string[]): Promise<readonly string[]> {
  return app.electron.evaluate(async ({ BrowserWindow, session }, addresses) => {
    const fresh = session.fromPartition('visitor');
    // The app itself blocks all network access of pages.
    fresh.webRequest.onBeforeRequest(null);
    const open = () => {
      const made = new BrowserWindow({ show: false, webPreferences: { session: fresh } });
      made.webContents.removeAllListeners('will-redirect');
      return made;
    };
    let window = open();
    const shown: string[] = [];
    for (const address of addresses) {
      await fresh.clearStorageData({ storages: ['cookies'] });
      try {
        await window.loadURL(address);
        const text = 'document.documentElement.innerText';
        shown.push(String(await window.webContents.executeJavaScript(text)));
      } catch {
        shown.push('');
        // An error page is still loading, and the next load would wait for it.
        const spent = window;
        window = open();
        spent.destroy();
      }
    }
    window.destroy();
    return shown;
  }, urls);
}

async function visitAll(behave: Behaviour, paths: readonly string[]): Promise<readonly string[]> {
  const server = await startFaulty(behave);
  try {
    return await visit(paths.map((path) => `${server.url}/${path}`));
  } finally {
    await server.stop();
  }
}

test('reads the untidy answers that a check reads, and no others', async () => {
  const shown = await visitAll(serveAnswers(untidyAnswers), [...untidyAnswers.keys()].map(String));
  expect(
    untidyAnswers.filter((_answer, at) => shown[at]?.includes(word)).map(({ what }) => what),
  ).toEqual(untidyAnswers.filter(({ isRead }) => isRead).map(({ what }) => what));
});

test('goes the ways that a check goes, and no others', async () => {
  const shown = await visitAll(
    serveWays(ways),
    [...ways.keys()].map((number) => `${number}/`),
  );
  expect(ways.filter((_way, at) => shown[at]?.includes(word)).map(({ what }) => what)).toEqual(
    ways.filter(({ arrives }) => arrives).map(({ what }) => what),
  );
});

test('reads the encodings that a check reads', async () => {
  const shown = await visitAll(serveAnswers(encodedPages), [...encodedPages.keys()].map(String));
  const seen = shown.map((text) => text.normalize('NFC').replaceAll('\u00AD', ''));
  expect(encodedPages.filter((_page, at) => !seen[at]?.includes(name))).toEqual([]);
});
