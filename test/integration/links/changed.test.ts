/** A list is only sent again once it has changed: with a real server, its ETag, and a restart in between. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linksForm, picksForm } from '../../../main/features/links/files.ts';
import type { Links } from '../../../main/features/links/index.ts';
import { createLinks } from '../../../main/features/links/index.ts';
import { createReadLinks } from '../../../main/features/links/request.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import { createProfileFiles } from '../../../main/platform/profile-files.ts';
import type { Listener } from '../../servers/http.ts';
import { listen, send } from '../../servers/http.ts';

type Asked = Readonly<{ condition: string | undefined; status: number }>;

let folder: string;
let server: Listener;
let asked: Asked[];
let list: Readonly<{ etag: string; body: string }>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-links-'));
  asked = [];
  list = { etag: '"one"', body: 'pads,https://pads.example/\n' };
  server = await listen((request, response) => {
    const condition = request.headers['if-none-match'];
    const status = condition === list.etag ? 304 : 200;
    asked.push({ condition, status });
    const headers = { etag: list.etag };
    send(response, status === 304 ? { status, headers } : { headers, body: list.body });
  });
});
const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of running.splice(0)) await end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As at a start of the app, on the same profile. */
async function start(): Promise<Links> {
  const files = createProfileFiles(folder, systemClock);
  const links = createLinks({
    clock: systemClock,
    random: () => 0.5,
    read: createReadLinks(createNet({ budget: createBudget(2) })),
    connectivity: { current: () => ({ state: 'online' }), confirm: async () => 'online' },
    lists: files.file(linksForm),
    picks: files.file(picksForm),
  });
  running.push(async () => {
    links.dispose();
    await files.flush();
    files.dispose();
  });
  await links.restore();
  const url = `${server.url}/links.csv`;
  links.setPlan({ sources: [{ id: 'go', name: 'Links', url, format: 'csv' }] });
  return links;
}
const restart = async () => {
  await running.pop()?.();
  return start();
};
const keywords = (links: Links) => links.state().links.map(({ keyword }) => keyword);
const readAgain = async (links: Links) => {
  const before = asked.length;
  links.readNow();
  await expect.poll(() => asked.length).toBe(before + 1);
  await expect.poll(() => links.state().isReading).toBe(false);
};

test('unchanged, changed, and unchanged again after a restart', async () => {
  const links = await start();
  await expect.poll(() => keywords(links)).toEqual(['pads']);

  await readAgain(links);
  expect(asked).toEqual([
    { condition: undefined, status: 200 },
    { condition: '"one"', status: 304 },
  ]);
  expect([keywords(links), links.state().sources[0]?.problem]).toEqual([['pads'], undefined]);

  list = { etag: '"two"', body: 'pads,https://pads.example/\ncalls,https://calls.example/\n' };
  await readAgain(links);
  expect(asked.at(-1)).toEqual({ condition: '"one"', status: 200 });
  expect(keywords(links)).toEqual(['pads', 'calls']);

  const again = await restart();
  // The copy is new enough: nothing is asked at a start.
  expect([keywords(again), asked.length]).toEqual([['pads', 'calls'], 3]);
  await readAgain(again);
  expect(asked.at(-1)).toEqual({ condition: '"two"', status: 304 });
  expect(keywords(again)).toEqual(['pads', 'calls']);
});

test('a server that says “unchanged” to one who has no copy is not believed', async () => {
  list = { ...list, etag: '"x"' };
  const links = await start();
  await expect.poll(() => keywords(links)).toEqual(['pads']);
  // Another address: the copy and its ETag are those of another list.
  links.setPlan({
    sources: [{ id: 'go', name: 'Links', url: `${server.url}/other.csv`, format: 'csv' }],
  });
  await expect.poll(() => asked.length).toBe(2);
  expect(asked.at(-1)?.condition).toBeUndefined();
});
