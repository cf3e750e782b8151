/** The terminal's commands go through the proxy that the environment names, or the member has set in the app. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { statusCommand } from '../../../main/cli/status.ts';
import type { Listener } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';
import type { HttpStandIn } from '../../servers/proxy/http.ts';
import { startHttpProxy } from '../../servers/proxy/http.ts';

let service: Listener;
let proxy: HttpStandIn;
let profileDir: string;
beforeEach(async () => {
  service = await listen((_request, response) => send(response, { body: 'hello' }));
  proxy = await startHttpProxy();
  profileDir = mkdtempSync(join(tmpdir(), 'coop-tray-cli-'));
  const probe = { type: 'http', url: `http://forum.example:${service.port}/` };
  const coop = { version: 1, name: 'Maple', services: [{ id: 'forum', name: 'Forum', probe }] };
  writeFileSync(join(profileDir, 'document.json'), JSON.stringify(coop));
});
afterEach(async () => {
  await service.stop();
  await proxy.stop();
  rmSync(profileDir, { recursive: true });
});

const status = async (env: Readonly<Record<string, string>>) => {
  const words = ['--json', `--coop=${join(profileDir, 'document.json')}`];
  const terminal = { env, isTerminal: false, timeZone: 'UTC', profileDir };
  const { stdout } = await statusCommand(words, terminal);
  const { services } = JSON.parse(stdout) as { services?: { verdict: string }[] };
  return services?.map(({ verdict }) => verdict);
};

test('named by a variable', async () => {
  expect(await status({ http_proxy: proxy.url })).toEqual(['up']);
  expect(proxy.asked()).toEqual([`http://forum.example:${service.port}/`]);
});

test('set in the app, whatever a variable says', async () => {
  const setting = { use: 'address', address: proxy.url };
  writeFileSync(join(profileDir, 'proxy.json'), JSON.stringify({ version: 1, setting }));
  expect(await status({ http_proxy: 'http://127.0.0.1:1' })).toEqual(['up']);
});
