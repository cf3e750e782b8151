/**
 * The hidden page of a third party's room. It can reach only that server, and sends no datagrams: measuring has its own
 * page. What `security.ts` denies stays denied. Exposed to its users as
 * `main/features/echo/room-page.ts`.
 */
import type { WebContents } from 'electron';
import type { Proxies } from '../platform/net/proxies.ts';
import type { HiddenPage } from './hidden-page.ts';
import { openHiddenPage } from './hidden-page.ts';
import type { ProbePage } from './probe-page.ts';
import { openProbePage } from './probe-page.ts';
import type { RoomSession } from './room-session.ts';
import { takeRoomSession } from './room-session.ts';

type PageEnd = 'closed' | 'crashed' | 'load-failed' | 'address-forbidden' | 'left';
type HandsOver = (url: URL) => boolean;

/** Isolated world for our scripts; 0 is the page's own. */
const isolatedWorldId = 1004;
/** More redirects than browsers follow; bounds memory if a page keeps navigating. */
const historyLimit = 50;
/** Chromium's error code of a load that another one replaced. */
const replacedCode = -3;

const never: HandsOver = () => false;

/** Where the page has navigated. */
type Trip = {
  /** Whether the page may continue to this address, to which its server redirects. */
  handsOver: HandsOver;
  lastUrl: string;
  way: readonly string[];
};

export function openRoomPage(host: string, proxies: Proxies) {
  const room = takeRoomSession(host, proxies);
  const page = openHiddenPage(room.session);
  const { contents } = page;
  const trip: Trip = { handsOver: never, lastUrl: '', way: [] };
  let beside: ProbePage | undefined;
  let closing: Promise<void> | undefined;
  let resolveEnded: (how: PageEnd) => void = () => undefined;
  const ended = new Promise<PageEnd>((resolve) => (resolveEnded = resolve));

  const end = (how: PageEnd): Promise<void> => {
    resolveEnded(how);
    closing ??= Promise.all([
      destroyAndEmpty(page, room.empty),
      beside && destroyAndEmpty(beside, beside.empty),
    ]).then(() => undefined);
    return closing;
  };

  contents.setAudioMuted(true);
  followTrip(contents, room, trip, () => void end('left'));
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('select-client-certificate', (event) => event.preventDefault());
  contents.on('render-process-gone', () => void end('crashed'));
  contents.on('unresponsive', () => void end('crashed'));
  contents.on('destroyed', () => void end('left'));

  const whileOpen = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([work, ended.then((how) => Promise.reject<T>(new Error(how)))]);

  const evaluateIn =
    (page: WebContents) =>
    async (code: string): Promise<unknown> => {
      if (closing) return whileOpen(Promise.race([]));
      return whileOpen(page.executeJavaScriptInIsolatedWorld(isolatedWorldId, [{ code }]));
    };

  return {
    load: async (url: string, mayHandOver: HandsOver = never): Promise<void> => {
      trip.handsOver = mayHandOver;
      trip.way = [];
      try {
        await whileOpen(room.ready.then(() => loadUntilReady(contents, url)));
      } catch (error) {
        if (room.wasForbidden()) trip.lastUrl = url;
        void end(room.wasForbidden() ? 'address-forbidden' : 'load-failed');
        throw error;
      }
    },
    url: () => trip.lastUrl,
    way: () => trip.way,
    evaluate: evaluateIn(contents),
    allow: room.allow,
    beside: async (origin: string) => {
      if (closing) return whileOpen(Promise.race([]));
      const probe = (beside = openProbePage(origin, room.session, proxies));
      probe.contents.on('render-process-gone', () => void end('crashed'));
      await whileOpen(probe.ready);
      return { evaluate: evaluateIn(probe.contents) };
    },
    ended,
    close: () => end('closed'),
  };
}

/** Confines navigation to what the session may reach. */
function followTrip(
  contents: WebContents,
  room: Pick<RoomSession, 'mayReach' | 'allow'>,
  trip: Trip,
  onLeave: () => void,
): void {
  const note = (url: string) => (trip.way = [...trip.way, url].slice(-historyLimit));
  const confine = (event: Electron.Event & Readonly<{ url: string; isMainFrame: boolean }>) => {
    if (room.mayReach(event.url)) return;
    event.preventDefault();
    if (!event.isMainFrame) return;
    trip.lastUrl = event.url;
    onLeave();
  };
  contents.on('will-frame-navigate', confine);
  contents.on('will-redirect', (event) => {
    const { url, isMainFrame } = event;
    if (isMainFrame) note(url);
    if (isMainFrame && URL.canParse(url) && trip.handsOver(new URL(url)))
      room.allow(new URL(url).host);
    confine(event);
  });
  contents.on('will-navigate', (event) => note(event.url));
  contents.on('did-navigate', (_event, url) => (trip.lastUrl = url));
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (!isMainFrame) return;
    trip.lastUrl = url;
    note(url);
  });
}

/** A session that could not be emptied is not reused, but nothing waits for it either. */
async function destroyAndEmpty(
  { destroy }: Pick<HiddenPage, 'destroy'>,
  empty: () => Promise<void>,
): Promise<void> {
  await destroy()
    .then(empty)
    .catch(() => undefined);
}

/** Resolves on `dom-ready`: a call's page keeps loading for a long time. */
function loadUntilReady(contents: WebContents, url: string): Promise<void> {
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
    // Its own promise waits for all subresources.
    contents.loadURL(url).catch(() => undefined);
  });
}
