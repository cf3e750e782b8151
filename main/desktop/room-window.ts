/**
 * A hidden window with the page of a room that is somebody else's. It reaches its own server and nothing else, and sends
 * no datagrams: the measuring has a page of its own. What `security.ts` refuses every page stays refused. See main/features/echo/room-page.ts for what it is to whoever uses it.
 */
import { BrowserWindow } from 'electron';
import type { WebContents } from 'electron';
import { destroy, hiddenWindow } from './hidden-window.ts';
import type { ProbeWindow } from './probe-window.ts';
import { openProbeWindow } from './probe-window.ts';
import { takeRoomSession } from './room-session.ts';

type PageEnd = 'closed' | 'crashed' | 'load-failed' | 'address-forbidden' | 'left';
type HandsOver = (url: URL) => boolean;

/** Any but 0, which is the page's own. */
const worldId = 1004;
/** More steps than a browser follows; a page that goes on and on by itself is not kept in mind. */
const wayLimit = 50;
/** Chromium's code of a load that another one has replaced. */
const replacedCode = -3;

export function openRoomPage(host: string) {
  const room = takeRoomSession(host);
  const window = new BrowserWindow(hiddenWindow(room.session));
  const contents = window.webContents;
  const never: HandsOver = () => false;
  let handsOver = never;
  let lastUrl = '';
  let beside: ProbeWindow | undefined;
  let way: readonly string[] = [];
  let closing: Promise<void> | undefined;
  let tell: (how: PageEnd) => void = () => undefined;
  const ended = new Promise<PageEnd>((resolve) => (tell = resolve));

  const end = (how: PageEnd): Promise<void> => {
    tell(how);
    closing ??= Promise.all([
      goneWith(window, room.empty),
      beside && goneWith(beside.window, beside.empty),
    ]).then(() => undefined);
    return closing;
  };
  const note = (url: string) => (way = [...way, url].slice(-wayLimit));
  const goes = (event: Electron.Event & Readonly<{ url: string; isMainFrame: boolean }>) => {
    if (room.mayReach(event.url)) return;
    event.preventDefault();
    if (!event.isMainFrame) return;
    lastUrl = event.url;
    void end('left');
  };

  contents.setAudioMuted(true);
  contents.on('will-frame-navigate', goes);
  contents.on('will-redirect', (event) => {
    if (event.isMainFrame) note(event.url);
    if (event.isMainFrame && URL.canParse(event.url) && handsOver(new URL(event.url)))
      room.allow(new URL(event.url).host);
    goes(event);
  });
  contents.on('will-navigate', (event) => note(event.url));
  contents.on('did-navigate', (_event, url) => (lastUrl = url));
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (!isMainFrame) return;
    lastUrl = url;
    note(url);
  });
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('select-client-certificate', (event) => event.preventDefault());
  contents.on('render-process-gone', () => void end('crashed'));
  window.on('unresponsive', () => void end('crashed'));
  window.on('closed', () => void end('left'));

  const whileOpen = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([work, ended.then((how) => Promise.reject<T>(new Error(how)))]);

  const evaluateIn =
    (page: WebContents) =>
    async (code: string): Promise<unknown> => {
      if (closing) return whileOpen(Promise.race([]));
      return whileOpen(page.executeJavaScriptInIsolatedWorld(worldId, [{ code }]));
    };

  return {
    load: async (url: string, mayHandOver: HandsOver = never): Promise<void> => {
      handsOver = mayHandOver;
      way = [];
      try {
        await whileOpen(room.ready.then(() => arrive(contents, url)));
      } catch (error) {
        if (room.wasForbidden()) lastUrl = url;
        void end(room.wasForbidden() ? 'address-forbidden' : 'load-failed');
        throw error;
      }
    },
    url: () => lastUrl,
    way: () => way,
    evaluate: evaluateIn(contents),
    allow: room.allow,
    beside: async (origin: string) => {
      if (closing) return whileOpen(Promise.race([]));
      const probe = (beside = openProbeWindow(origin, room.session));
      probe.window.webContents.on('render-process-gone', () => void end('crashed'));
      await whileOpen(probe.ready);
      return { evaluate: evaluateIn(probe.window.webContents) };
    },
    ended,
    close: () => end('closed'),
  };
}

/** A session that could not be emptied is not used again, and no reason to hold anybody up. */
async function goneWith(window: BrowserWindow, empty: () => Promise<void>): Promise<void> {
  await destroy(window)
    .then(empty)
    .catch(() => undefined);
}

/** Resolves as soon as the document is there: a call's page goes on loading for long. */
function arrive(contents: WebContents, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const committed = () => void contents.once('dom-ready', finish);
    const failed = (_event: unknown, code: number, _text: string, _url: string, main: boolean) => {
      if (main && code !== replacedCode) finish(new Error('load-failed'));
    };
    const finish = (error?: unknown) => {
      contents.off('did-navigate', committed);
      contents.off('did-fail-load', failed);
      if (error instanceof Error) reject(error);
      else resolve();
    };
    contents.once('did-navigate', committed);
    contents.on('did-fail-load', failed);
    // Its own promise waits for every picture of the page.
    contents.loadURL(url).catch(() => undefined);
  });
}
