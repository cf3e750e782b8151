/**
 * Where the pages of an echo test get to, in the packaged app: a room's page to its server, and by no way of Chromium's to
 * anything else; the page that measures to media, with no code of the server in it.
 */
import type { Socket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { eventually } from '../desktop/wait.ts';
import type { Bbb } from '../servers/bbb/index.ts';
import { startBbb } from '../servers/bbb/index.ts';
import type { FaultyServer } from '../servers/faulty/sockets.ts';
import { startFaulty } from '../servers/faulty/sockets.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

let bbb: Bbb;
let scene: Scene;
let page: Page;
/** A port of the machine that is none of the room's business, for TCP and for UDP. */
let elsewhere: FaultyServer;
let datagrams: Socket;
let heard: number;

beforeAll(async () => {
  bbb = await startBbb();
  scene = await setScene({ args: ['--show'], echoRooms: [bbb.roomUrl] });
  page = await scene.app.page();
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(async () => {
  await scene.stop();
  await bbb.stop();
});
beforeEach(async () => {
  await call('echo.start', { instanceIds: ['calls'], withSecret: false });
  await eventually('the page that measures', async () => (await urls('probe'))[0]);
  elsewhere = await startFaulty((socket) => socket.end());
  datagrams = createSocket('udp4');
  heard = 0;
  datagrams.on('message', () => (heard += 1));
  datagrams.bind(elsewhere.port, '127.0.0.1');
  await once(datagrams, 'listening');
});
afterEach(async () => {
  await call('echo.stop', undefined);
  await eventually(
    'the end of the test',
    async () => (await urls('room')).length === 0 || undefined,
  );
  datagrams.close();
  await elsewhere.stop();
});

type Kind = 'room' | 'probe' | 'own';

async function call(name: string, payload: unknown): Promise<void> {
  await page.evaluate(
    async ([name, payload]) => {
      const bridge = Reflect.get(globalThis, 'coopTray') as {
        call: (name: unknown, payload: unknown) => Promise<unknown>;
      };
      await bridge.call(name, payload);
    },
    [name, payload],
  );
}

async function urls(kind: Kind): Promise<readonly string[]> {
  const all = await scene.app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()),
  );
  return all.filter((url) => kindOf(url) === kind);
}

function kindOf(url: string): Kind | undefined {
  if (url.startsWith('coop-tray://')) return 'own';
  if (!url.startsWith('http')) return undefined;
  return url.endsWith('/coop-tray-probe') ? 'probe' : 'room';
}

/** Runs code as the page's own would run. Throws where there is no such page. */
async function inPage(kind: Kind, code: string): Promise<unknown> {
  const [url] = await urls(kind);
  return scene.app.electron.evaluate(
    ({ BrowserWindow }, [url, code]) => {
      const pages = BrowserWindow.getAllWindows().map((one) => one.webContents);
      const contents = pages.find((one) => one.getURL() === url);
      if (!contents) throw new Error('no such page');
      return contents.executeJavaScript(code, true) as Promise<unknown>;
    },
    [url ?? '', code] as const,
  );
}

/** To STUN, TURN and candidates of both kinds, at the port elsewhere; and the same out of a frame. */
const talkToIce = (port: number) => `(async () => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const talk = async (Peer) => {
    const turn = (more) => ({ urls: 'turn:127.0.0.1:${port}' + more, username: 'u', credential: 'c' });
    const iceServers = [{ urls: 'stun:127.0.0.1:${port}' }, turn(''), turn('?transport=tcp')];
    const [one, other] = [new Peer({ iceServers }), new Peer()];
    one.createDataChannel('x');
    await one.setLocalDescription(await one.createOffer());
    await other.setRemoteDescription(one.localDescription);
    await other.setLocalDescription(await other.createAnswer());
    await one.setRemoteDescription(other.localDescription);
    for (const end of ['udp 2130706431 127.0.0.1 ${port} typ host', 'tcp 1518280447 127.0.0.1 ${port} typ host tcptype passive']) {
      await one.addIceCandidate({ candidate: 'candidate:1 1 ' + end, sdpMid: '0' });
    }
    await wait(2000);
    one.close();
    other.close();
  };
  const frame = document.createElement('iframe');
  document.body.append(frame);
  await Promise.all([talk(RTCPeerConnection), talk(frame.contentWindow.RTCPeerConnection ?? RTCPeerConnection)]);
  return 'tried';
})()`;

test('a room’s page sends nothing by WebRTC, neither datagrams nor over TCP', async () => {
  expect(await inPage('room', talkToIce(elsewhere.port))).toBe('tried');
  expect([heard, elsewhere.accepted()]).toEqual([0, 0]);
});

test('our own window sends no datagrams either', async () => {
  expect(await inPage('own', talkToIce(elsewhere.port))).toBe('tried');
  expect(heard).toBe(0);
});

test('the page that measures may send them: so the tests above could see one', async () => {
  expect(await inPage('probe', talkToIce(elsewhere.port))).toBe('tried');
  expect(heard).toBeGreaterThan(0);
});

test('a room’s page opens no WebTransport', async () => {
  const tried = await inPage(
    'room',
    `new WebTransport('https://127.0.0.1:${elsewhere.port}/').ready.then(() => 'open', () => 'refused')`,
  );
  expect([tried, heard]).toEqual(['refused', 0]);
});

const links = ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload', 'preload'];
const ways = [
  `fetch('ADDRESS')`,
  `navigator.sendBeacon('ADDRESS', 'x')`,
  `new WebSocket('ADDRESS'.replace('http', 'ws'))`,
  `new EventSource('ADDRESS')`,
  `new Image().src = 'ADDRESS'`,
  `document.body.append(Object.assign(document.createElement('iframe'), { src: 'ADDRESS' }))`,
  `document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: '{"prefetch":[{"urls":["ADDRESS"]}],"prerender":[{"urls":["ADDRESS"]}]}' }))`,
  `new Worker(URL.createObjectURL(new Blob(["fetch('ADDRESS')"])))`,
  ...links.map(
    (rel) =>
      `document.head.append(Object.assign(document.createElement('link'), { rel: '${rel}', as: 'image', href: 'ADDRESS' }))`,
  ),
];

test('a room’s page gets no connection to anywhere else, however it asks', async () => {
  const all = ways.map((one, number) => one.replaceAll('ADDRESS', `${elsewhere.url}/${number}`));
  const tries = all.map((one) => `try { tried += 1; ${one}; } catch {}`).join('\n');
  const code = `(async () => {
    let tried = 0;
    addEventListener('unhandledrejection', (event) => event.preventDefault());
    ${tries}
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return tried;
  })()`;
  expect(await inPage('room', code)).toBe(ways.length);
  expect([elsewhere.accepted(), heard]).toEqual([0, 0]);
});

test('whatever Chromium connects to for these pages, it asks our proxy, this machine and its link included', async () => {
  const ways = await scene.app.electron.evaluate(async ({ BrowserWindow }) => {
    const pages = BrowserWindow.getAllWindows()
      .map((one) => one.webContents)
      .filter((one) => one.getURL().startsWith('http'));
    const hosts = [
      'bbb.example',
      '127.0.0.1',
      'localhost',
      '169.254.169.254',
      '[fe80::1]',
      '[::1]',
    ];
    return Promise.all(
      pages.flatMap(({ session }) => hosts.map((host) => session.resolveProxy(`https://${host}/`))),
    );
  });
  expect(ways).toHaveLength(12);
  for (const way of ways) expect(way).toMatch(/^SOCKS5 127\.0\.0\.1:\d+$/);
});

test('the page that measures holds nothing of the server, and runs none of its code', async () => {
  const found = await inPage(
    'probe',
    `({ html: document.documentElement.outerHTML, origin: location.origin, frames: window.length })`,
  );
  const html = '<html><head><title>Echo test</title></head><body></body></html>';
  expect(found).toEqual({ html, origin: bbb.url, frames: 0 });
  const script = await inPage(
    'probe',
    `new Promise((done) => {
      const one = document.createElement('script');
      one.textContent = 'globalThis.ran = true';
      document.head.append(one);
      setTimeout(() => done(globalThis.ran === true), 100);
    })`,
  );
  expect(script).toBe(false);
  expect(
    await inPage('probe', `fetch('${elsewhere.url}/x').then(() => 'got', () => 'refused')`),
  ).toBe('refused');
  expect(elsewhere.accepted()).toBe(0);
});
