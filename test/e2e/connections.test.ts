/** Chromium's connections in main are those that the address rule allows, in the packaged app. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EchoPages, Elsewhere } from './echo-pages.ts';
import { setEchoPages, startElsewhere, talkToIce } from './echo-pages.ts';

let pages: EchoPages;
let elsewhere: Elsewhere;

beforeAll(async () => {
  pages = await setEchoPages();
  await pages.scene.app.electron.evaluate(() => {
    const { prototype } = process.getBuiltinModule('node:net').Socket;
    const places: string[] = [];
    Reflect.set(globalThis, 'places', places);
    const connect = Reflect.get(prototype, 'connect') as (...given: unknown[]) => unknown;
    const noting = new Proxy(connect, {
      apply: (target, socket, given: unknown[]) => {
        const { host, port } = given.flat(2)[0] as { host?: string; port?: number };
        places.push(`${host}:${port}`);
        return Reflect.apply(target, socket, given);
      },
    });
    Reflect.set(prototype, 'connect', noting);
  });
});
afterAll(() => pages.stop());
beforeEach(async () => {
  elsewhere = await startElsewhere();
});
afterEach(() => elsewhere.stop());

/** Where main has connected so far, by any name. */
async function places(): Promise<readonly string[]> {
  return pages.scene.app.electron.evaluate(() => Reflect.get(globalThis, 'places') as string[]);
}

test('what the page that measures sends over TCP is connected by us, and not to an address that is never asked', async () => {
  await pages.begin();
  const { port } = elsewhere.tcp;
  await pages.inPage('probe', talkToIce(port));
  const turn = { urls: 'turn:169.254.169.254:80?transport=tcp', username: 'u', credential: 'c' };
  await pages.inPage(
    'probe',
    `(async () => {
      const peer = new RTCPeerConnection({ iceServers: [${JSON.stringify(turn)}] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1500));
      peer.close();
    })()`,
  );
  await pages.end();
  const all = await places();
  const ours = all.filter((one) => one === `127.0.0.1:${port}`);
  expect(ours.length).toBeGreaterThan(0);
  expect(elsewhere.tcp.accepted()).toBe(ours.length);
  expect(all.filter((one) => one.startsWith('169.254.'))).toEqual([]);
});

test('what an account asks is connected by us, and not to an address that is never asked', async () => {
  await pages.call('accounts.get');
  const { port, url } = elsewhere.tcp;
  const ask = (address: string) =>
    pages.scene.app.electron.evaluate(
      (_electron, address) =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        ),
      address,
    );
  const asked = [
    `${url}/x`,
    `http://localhost:${port}/x`,
    'http://169.254.169.254/',
    'http://[fe80::1]/',
  ];
  for (const address of asked) expect(await ask(address)).toBe('refused');
  const all = await places();
  const ours = all.filter((one) => one.endsWith(`:${port}`));
  expect(ours.length).toBeGreaterThan(1);
  expect(elsewhere.tcp.accepted()).toBe(ours.length);
  expect(all.filter((one) => /169\.254|fe80/.test(one))).toEqual([]);
});
