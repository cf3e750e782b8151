/**
 * What the pages of an echo test can reach, in the packaged app: a room's page its server, and nothing else by any
 * means of Chromium's; the measuring page media only, and it runs no code of the server.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EchoPages, Elsewhere } from './echo-pages.ts';
import { setEchoPages, startElsewhere, talkToIce } from './echo-pages.ts';

let pages: EchoPages;
/** A port that the room must not reach. */
let elsewhere: Elsewhere;

beforeAll(async () => {
  pages = await setEchoPages();
});
afterAll(() => pages.stop());
beforeEach(async () => {
  await pages.begin();
  elsewhere = await startElsewhere();
});
afterEach(async () => {
  await pages.end();
  await elsewhere.stop();
});

test('a room’s page sends nothing by WebRTC, neither datagrams nor over TCP', async () => {
  expect(await pages.inPage('room', talkToIce(elsewhere.tcp.port))).toBe('tried');
  expect([elsewhere.heard(), elsewhere.tcp.accepted()]).toEqual([0, 0]);
});

test('our own window sends no datagrams either', async () => {
  expect(await pages.inPage('own', talkToIce(elsewhere.tcp.port))).toBe('tried');
  expect(elsewhere.heard()).toBe(0);
});

test('the page that measures may send them: so the tests above could see one', async () => {
  expect(await pages.inPage('probe', talkToIce(elsewhere.tcp.port))).toBe('tried');
  expect(elsewhere.heard()).toBeGreaterThan(0);
});

test('a room’s page opens no WebTransport', async () => {
  const tried = await pages.inPage(
    'room',
    `new WebTransport('https://127.0.0.1:${elsewhere.tcp.port}/').ready.then(() => 'open', () => 'refused')`,
  );
  expect([tried, elsewhere.heard()]).toEqual(['refused', 0]);
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
  const all = ways.map((one, number) =>
    one.replaceAll('ADDRESS', `${elsewhere.tcp.url}/${number}`),
  );
  const tries = all.map((one) => `try { tried += 1; ${one}; } catch {}`).join('\n');
  const code = `(async () => {
    let tried = 0;
    addEventListener('unhandledrejection', (event) => event.preventDefault());
    ${tries}
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return tried;
  })()`;
  expect(await pages.inPage('room', code)).toBe(ways.length);
  expect([elsewhere.tcp.accepted(), elsewhere.heard()]).toEqual([0, 0]);
});

/** Names below `names.example` that Chromium looked up meanwhile, for any purpose, from its own log. */
async function lookedUp(work: () => Promise<unknown>): Promise<readonly string[]> {
  const { electron, profile } = pages.scene.app;
  const path = join(profile, 'net-log.json');
  await electron.evaluate(
    ({ session }, file) => session.defaultSession.netLog.startLogging(file),
    path,
  );
  await work();
  await electron.evaluate(({ session }) => session.defaultSession.netLog.stopLogging());
  const log = JSON.parse(readFileSync(path, 'utf8')) as NetLog;
  const number = log.constants.logEventTypes['HOST_RESOLVER_MANAGER_JOB'];
  const jobs = log.events.filter((one) => one.type === number);
  const names = jobs.flatMap((one) => /(\w+)\.names\.example/.exec(JSON.stringify(one))?.[1] ?? []);
  return [...new Set(names)];
}

type NetLog = Readonly<{
  constants: Readonly<{ logEventTypes: Readonly<Record<string, number>> }>;
  events: readonly Readonly<{ type: number }>[];
}>;

const hints = links.map(
  (rel) =>
    `document.head.append(Object.assign(document.createElement('link'), { rel: '${rel}', as: 'image', href: 'http://${rel.replace('-', '')}.names.example/' }))`,
);
/** Servers of both kinds, and a candidate. */
const mediaNames = `
  const turn = { username: 'u', credential: 'c' };
  const iceServers = [
    { urls: 'stun:stun.names.example' },
    { urls: 'turn:turn.names.example', ...turn },
    { urls: 'turn:turntcp.names.example?transport=tcp', ...turn },
  ];
  const [one, other] = [new RTCPeerConnection({ iceServers }), new RTCPeerConnection()];
  one.createDataChannel('x');
  await one.setLocalDescription(await one.createOffer());
  await other.setRemoteDescription(one.localDescription);
  await other.setLocalDescription(await other.createAnswer());
  await one.setRemoteDescription(other.localDescription);
  const candidate = 'candidate:1 1 udp 2130706431 candidate.names.example 80 typ host';
  await one.addIceCandidate({ candidate, sdpMid: '0' });`;

test('a room’s page has no name looked up, whatever it hints at', async () => {
  const code = `(async () => {
    document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'x-dns-prefetch-control', content: 'on' }));
    document.body.append(Object.assign(document.createElement('a'), { href: 'http://anchor.names.example/', textContent: 'x' }));
    ${hints.join(';\n')};
    fetch('http://fetch.names.example/').catch(() => undefined);
    ${mediaNames}
    await new Promise((resolve) => setTimeout(resolve, 1500));
  })()`;
  const { electron } = pages.scene.app;
  const names = await lookedUp(async () => {
    await pages.inPage('room', code);
    await electron.evaluate(({ session }) =>
      session.defaultSession.resolveHost('control.names.example').catch(() => undefined),
    );
  });
  expect(names).toEqual(['control']);
});

test('a room’s page loads no service worker, which could answer without our policy', async () => {
  // It exists and is not a script: had Chromium requested it, that would be a SecurityError.
  const tried = await pages.inPage(
    'room',
    `navigator.serviceWorker.register('/bigbluebutton/rtt-check').then(() => 'registered', (error) => error.name)`,
  );
  expect(tried).toBe('TypeError');
});

test('whatever Chromium connects to for these pages, it asks our proxy, this machine and its link included', async () => {
  const ways = await pages.scene.app.electron.evaluate(async ({ webContents }) => {
    const pages = webContents.getAllWebContents().filter((one) => one.getURL().startsWith('http'));
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
  const found = await pages.inPage(
    'probe',
    `({ html: document.documentElement.outerHTML, origin: location.origin, frames: window.length })`,
  );
  const html = '<html><head><title>Echo test</title></head><body></body></html>';
  expect(found).toEqual({ html, origin: pages.bbb.url, frames: 0 });
  const script = await pages.inPage(
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
    await pages.inPage(
      'probe',
      `fetch('${elsewhere.tcp.url}/x').then(() => 'got', () => 'refused')`,
    ),
  ).toBe('refused');
  expect(elsewhere.tcp.accepted()).toBe(0);
});
