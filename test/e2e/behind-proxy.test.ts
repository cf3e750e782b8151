/**
 * Accounts, feedback and the echo test in the packaged app behind a proxy, which alone knows where Matrix, GitHub and
 * BigBlueButton are; and where the proxy's password does not end up.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKeyring } from '../desktop/keyring.ts';
import { eventually } from '../desktop/wait.ts';
import type { Bbb } from '../servers/bbb/index.ts';
import { startBbb } from '../servers/bbb/index.ts';
import { makeCertificate } from '../servers/certificates.ts';
import type { Talk, TalkPlaces } from '../servers/coop/talk.ts';
import { startTalk } from '../servers/coop/talk.ts';
import type { Certificate } from '../servers/http.ts';
import type { HttpStandIn } from '../servers/proxy/http.ts';
import { startHttpProxy } from '../servers/proxy/http.ts';
import type { StandIn } from '../servers/proxy/pieces.ts';
import { opened } from '../servers/proxy/pieces.ts';
import { callsPage } from './pages/calls.ts';
import { feedbackPage } from './pages/feedback.ts';
import { settingsPage } from './pages/settings.ts';
import type { AppWindow } from './pages/window.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';
import { staffOf } from './talking.ts';
import { filesIn, heapOf } from './traces.ts';

const login = { user: 'ada', password: 'proxy-geheim-88' };
const names = {
  matrix: 'matrix.maple.example',
  github: 'github.maple.example',
  calls: 'calls.maple.example',
};

let talk: Talk;
let bbb: Bbb;
let proxy: HttpStandIn;
const fronts: StandIn[] = [];
let scene: Scene;
let window: AppWindow;

beforeAll(async () => {
  talk = await startTalk();
  proxy = await startHttpProxy({ login: `${login.user}:${login.password}` });
  const authorities: string[] = [];
  /** Where a server on this machine is, for the proxy. */
  const putBehind = async (name: string, port: number) => {
    const certificate = await makeCertificate({ host: name, endsInDays: 90 });
    authorities.push(certificate.cert);
    const front = await startFront(port, certificate);
    fronts.push(front);
    return `https://${name}:${front.port}`;
  };
  const behind = {
    matrix: await putBehind(names.matrix, portOf(talk.matrix.url)),
    github: await putBehind(names.github, portOf(talk.github.url)),
  };
  bbb = await startBbb({ front: (port) => putBehind(names.calls, port) });
  talk.github.flow.sendTo(`${behind.github}/login/device`);
  const places = JSON.stringify(talk.places)
    .replaceAll(talk.matrix.url, behind.matrix)
    .replaceAll(talk.github.url, behind.github);
  scene = await setScene({
    args: ['--show'],
    echoRooms: [bbb.roomUrl],
    talk: JSON.parse(places) as TalkPlaces,
    desktop: { keyring: true },
  });
  window = await scene.window();
  await vouchFor(authorities);
  await window.call('proxy.set', { setting: { use: 'address', address: proxy.url } });
});
afterAll(async () => {
  await scene.stop();
  for (const one of [...fronts, proxy, talk, bbb]) await one.stop();
});

/** Puts TLS before a server on this machine. */
async function startFront(port: number, certificate: Certificate): Promise<StandIn> {
  const server = createServer({ ...certificate }, (client) => {
    const inner = connect(port, 'localhost');
    for (const one of [client, inner]) one.on('error', () => one.destroy());
    client.on('close', () => inner.destroy());
    client.pipe(inner).pipe(client);
  });
  return opened(server, []);
}

const portOf = (url: string) => Number(new URL(url).port);

/** Makes the app trust these authorities, as if somebody had added them to this machine. */
async function vouchFor(authorities: readonly string[]): Promise<void> {
  await scene.app.electron.evaluate(({ app }, given) => {
    const tls = process.getBuiltinModule('node:tls');
    const { connect } = tls;
    const trusting = new Proxy(connect, {
      apply: (target, self, [options, ...rest]: [ConnectionOptions, ...unknown[]]) => {
        const { context } = options.secureContext ?? tls.createSecureContext();
        for (const one of given) Reflect.apply(Reflect.get(context, 'addCACert'), context, [one]);
        return Reflect.apply(target, self, [options, ...rest]);
      },
    });
    Object.assign(tls, { connect: trusting });
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
    app.on('session-created', (one) =>
      one.setCertificateVerifyProc((_request, answer) => answer(0)),
    );
  }, authorities);
}

const matrixIsAsked = () => proxy.asked().filter((one) => one.startsWith(names.matrix)).length;
const network = () => window.page.getByRole('region', { name: 'Network' });

test('an account behind a proxy that wants a login first is not said to be wrong', async () => {
  const { page } = window;
  await settingsPage(window).open();
  await window.button('Continue').click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByRole('alert').first().textContent()).toMatch(/proxy|reach/);
  await network()
    .getByText(/wants a name and password/)
    .waitFor();
});

test('with the login of the proxy, a member signs in to Matrix and to GitHub', async () => {
  const { page } = window;
  await page.getByLabel('Name for the proxy').fill(login.user);
  await page.getByLabel('Password for the proxy').fill(login.password);
  await page.getByLabel('Password for the proxy').press('Enter');
  await network().getByText('Coop Tray signs in to the proxy').waitFor();
  const settings = settingsPage(window);
  await settings.signInToMatrix(talk.member);
  expect(matrixIsAsked()).toBeGreaterThan(0);
  await window.press('Sign in to GitHub');
  await settings.signedInAs('ana').waitFor();
  expect(proxy.asked().some((one) => one.startsWith(names.github))).toBe(true);
});

test('an echo test has a verdict: its pages go through the proxy, and the sound around it', async () => {
  const calls = callsPage(window, 'Our own server');
  await calls.open();
  await calls.choice().check();
  await calls.start();
  await calls.verdict().waitFor();
  expect(await calls.rating().textContent()).toMatch(/excellent|good|fair|poor/);
  const said = window.page.getByRole('article').getByText(/goes through your network’s proxy/);
  expect(await said.textContent()).toMatch(/Sound doesn’t: it goes directly to the server/);
  const tunnels = proxy.asked().filter((one) => one === new URL(bbb.url).host);
  // Its own requests, the room's page, and the measuring page.
  expect(tunnels.length).toBeGreaterThanOrEqual(3);
  expect(bbb.ledger.count('signOut')).toBe(1);
  expect(bbb.ledger.violations).toEqual([]);
});

test('feedback is sent, and the answer comes back', async () => {
  await window.call('policy.setQuietHours', {
    on: false,
    days: [],
    fromMinute: 540,
    toMinute: 1080,
  });
  await window.goTo('Feedback');
  const feedback = feedbackPage(window);
  await feedback.words().fill('From behind a proxy');
  await feedback.send().click();
  await feedback.sent('From behind a proxy').waitFor();
  const staff = staffOf(talk);
  const root = await eventually('what was sent', async () =>
    (await staff.inRoom(talk.betaRoom)).find(({ content }) => 'coop.tray.feedback' in content),
  );
  expect(JSON.stringify(root)).not.toContain(login.password);
  await staff.say(talk.betaRoom, 'm.room.message', {
    msgtype: 'm.text',
    body: 'We have seen it',
    'm.relates_to': { rel_type: 'm.thread', event_id: root.event_id },
  });
  await scene.notifications.waitFor(({ body }) => body.includes('We have seen it'), 30_000);
});

test('the password of the proxy is in the keyring, and nowhere else', async () => {
  expect(await readKeyring(scene.desktop, `proxy:${proxy.url}`)).toContain(login.password);
  const words = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => argumentsOf(name));
  // Proves that the search works.
  expect(words.join('\n')).toContain(scene.app.profile);
  const heap = await heapOf(window.page);
  expect(heap).toContain('From behind a proxy');
  const files = filesIn(scene.app.profile).map(({ name, bytes }) => [name, String(bytes)] as const);
  expect(files.map(([name]) => name)).toContain('logs/coop-tray.log');
  const places = [...files, ['window', heap], ['arguments', words.join('\n')]] as const;
  const secrets = [login.password, btoa(`${login.user}:${login.password}`)];
  const found = places.filter(([, text]) => secrets.some((one) => text.includes(one)));
  expect(found.map(([name]) => name)).toEqual([]);
});

/** Of a process, which may have ended. */
function argumentsOf(pid: string): readonly string[] {
  try {
    return [readFileSync(`/proc/${pid}/cmdline`, 'latin1')];
  } catch {
    return [];
  }
}

test('a proxy with another kind of login says what to ask for', async () => {
  proxy.take({ status: 407, headers: { 'proxy-authenticate': 'NTLM' } });
  proxy.setLogin(undefined);
  // Accounts keep their tunnels, and would ask for no other.
  proxy.hangUp();
  await settingsPage(window).open();
  await network()
    .getByText(/wants a way to sign in that Coop Tray doesn’t have \(NTLM\)\. Ask the people/)
    .waitFor();
  expect(await window.violations()).toEqual([]);
  proxy.take(undefined);
});
