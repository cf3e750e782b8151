/** Any answer proves that we are online: `coop-tray status` with witnesses that are blocked, gone or changed. */
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, afterEach, expect, test } from 'vitest';
import { statusCommand } from '../../main/cli/status.ts';
import { StatusReportSchema } from '../../shared/cli/status.ts';
import { startNameServer } from '../servers/dns.ts';

const profileDir = mkdtempSync(join(tmpdir(), 'coop-tray-way-out-'));
const open: Server[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => new Promise((done) => one.close(done))));
});
afterAll(() => rmSync(profileDir, { recursive: true, force: true }));

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return (server.address() as AddressInfo).port;
}
const web = (text: string, status = 200, afterMs = 0) =>
  listen(
    createHttpServer((_request, response) => {
      setTimeout(() => {
        response.writeHead(status, { connection: 'close' });
        response.end(text);
      }, afterMs);
    }),
  );
const away = (location: string) =>
  listen(
    createHttpServer((_request, response) => {
      response.writeHead(302, { connection: 'close', location });
      response.end();
    }),
  );
const tcp = () => listen(createTcpServer((socket) => socket.on('error', () => undefined).end()));
/** A port that was free a moment ago. */
async function closed(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((done) => server.close(done));
  open.splice(open.indexOf(server), 1);
  return port;
}

const http = (id: string, port: number, expected: object = {}) => ({
  id,
  name: id,
  probe: { type: 'http', url: `http://127.0.0.1:${port}/`, ...expected },
});
const line = (id: string, port: number) => ({
  id,
  name: id,
  probe: { type: 'tcp', host: '127.0.0.1', port },
});
const witness = (port: number) => ({ host: '127.0.0.1', port });
const page = (port: number) => ({ url: `http://127.0.0.1:${port}/`, contains: 'all is well' });

async function ask(document: object) {
  const file = join(profileDir, 'document.json');
  writeFileSync(file, JSON.stringify({ version: 1, name: 'Maple', ...document }));
  const words = ['--json', `--coop=${file}`];
  const terminal = {
    env: { LANG: 'C.UTF-8' },
    isTerminal: false,
    timeZone: 'America/Toronto',
    profileDir,
  };
  const { code, stdout } = await statusCommand(words, terminal);
  const { summary } = v.parse(StatusReportSchema, JSON.parse(stdout));
  return `${code}: ${summary}`;
}
const services = async (firstText = 'The pads of our co-op', afterMs = 0) => [
  http('up1', await web(firstText, 200, afterMs)),
  line('up2', await tcp()),
  http('down1', await closed()),
];

test('both witnesses are gone', async () => {
  const witnesses = [witness(await closed()), witness(await closed())];
  expect(await ask({ witnesses, services: await services() })).toBe('2: 1 of 3 down: down1');
});

test('the one witness is gone, and all services are up', async () => {
  const [up1, up2] = await services();
  const answer = await ask({ witnesses: [witness(await closed())], services: [up1, up2] });
  expect(answer).toBe('0: All services are working');
});

test('the one service that answers does so late', async () => {
  const [slow, , gone] = await services('Pads', 900);
  const answer = await ask({ witnesses: [witness(await closed())], services: [slow, gone] });
  expect(answer).toBe('2: 1 of 2 down: down1');
});

test('a witness has changed its text', async () => {
  const witnesses = [page(await web('Our site has moved to another software'))];
  expect(await ask({ witnesses, services: await services() })).toBe('2: 1 of 3 down: down1');
});

test('a witness answers with an error', async () => {
  const witnesses = [page(await web('Not found', 404))];
  expect(await ask({ witnesses, services: await services() })).toBe('2: 1 of 3 down: down1');
});

test('a status page alone answers', async () => {
  const statusPage = await web('{"components":[]}');
  const answer = await ask({
    witnesses: [witness(await closed())],
    feeds: [{ id: 'page', type: 'statuspage', url: `http://127.0.0.1:${statusPage}` }],
    services: [http('down1', await closed())],
  });
  expect(answer).toBe('2: 1 of 1 down: down1');
});

test('nothing answers at all: offline', async () => {
  const answer = await ask({
    witnesses: [witness(await closed())],
    services: [http('a', await closed()), line('b', await closed())],
  });
  expect(answer).toBe('3: You’re offline');
});

test.each([
  ['sends everybody on', true],
  ['shows itself in the place of each', false],
])('a sign-in page that %s is no answer of a service', async (_how, sends) => {
  const text = 'Welcome to Hotel Post, please sign in to our network';
  const portal = await web(text);
  const inPlace = async () => (sends ? away(`http://127.0.0.1:${portal}/login`) : web(text));
  const answer = await ask({
    witnesses: [page(await inPlace())],
    services: [http('a', await inPlace()), http('b', await inPlace()), line('c', await closed())],
  });
  expect(answer).toBe('3: Your network needs you to sign in');
});

test('a sign-in page that blocks the witnesses is no answer of a service', async () => {
  const portal = await web('Please sign in');
  const answer = await ask({
    witnesses: [witness(await closed())],
    services: [http('a', await away(`http://127.0.0.1:${portal}/`)), line('b', await closed())],
  });
  expect(answer).toBe('3: You’re offline');
});

test('the document alone answers', async () => {
  const document = {
    version: 1,
    name: 'Maple',
    witnesses: [witness(await closed())],
    services: [http('down1', await closed())],
  };
  const site = await web(JSON.stringify(document));
  const { code, stdout } = await statusCommand(['--json', `--coop=http://127.0.0.1:${site}/`], {
    env: { LANG: 'C.UTF-8' },
    isTerminal: false,
    timeZone: 'America/Toronto',
    profileDir,
  });
  expect([code, stdout]).toMatchObject([2, expect.stringContaining('1 of 1 down: down1')]);
});

test('the DNS alone answers', async () => {
  const names = await startNameServer('192.0.2.7');
  const answer = await ask({
    witnesses: [witness(await closed())],
    services: [
      {
        id: 'names',
        name: 'names',
        probe: { type: 'dns', name: 'pads.example', server: names.address },
      },
      http('down1', await closed()),
    ],
  });
  names.stop();
  expect(answer).toBe('2: 1 of 2 down: down1');
});
