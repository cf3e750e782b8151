/**
 * The whole addresses of links stay in main: what opens and copies them has them, and nothing else. A key in one of them
 * must be in no event, no answer to the window, no snapshot, no table, no feedback and no log.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { linksFeature } from '../../../main/features/links/feature.ts';
import type { Host } from '../../../main/features/host.ts';
import { createMount } from '../../../main/features/mount.ts';
import { noLog } from '../../../main/platform/log/log.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { reportText } from '../../../renderer/pages/links/check-report.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import type { Payload } from '../../../shared/ipc.ts';
import { ipcSchema } from '../../../shared/ipc.ts';
import { createTranslate } from '../../translate.ts';
import { fakeClock } from '../clock.ts';

const secret = 'CANARY';
const addresses = {
  zoom: `https://zoom.example/j/1?pwd=${secret}`,
  invite: `https://discord.gg/${secret}`,
  login: `https://el:${secret}@a.example/`,
  calendar: `https://calendar.example/ical/private-${secret}/basic.ics`,
  issue: `https://forge.example/%s?token=${secret}`,
  gone: `https://gone.example/?key=${secret}`,
};
const list = Object.entries(addresses).map((line) => line.join(','));
const t = createTranslate('en');

let written: string[];
beforeEach(() => {
  written = [];
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation((...all) => void written.push(all.join(' ')));
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => Boolean(written.push(String(text))));
});
afterEach(() => vi.restoreAllMocks());

function world() {
  const clock = fakeClock();
  const shown: unknown[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const files = new Map<string, string>();
  const request = async ({ url }: Request): Promise<Answer> => {
    const isList = url === 'https://maple.example/links.csv';
    const status = url.includes('gone') ? 404 : 200;
    return { url, status, headers: {}, body: isList ? list.join('\n') : '', timings: {} };
  };
  const host = {
    clock,
    timeZone: () => 'Pacific/Auckland',
    t,
    pages: { request },
    connectivity: { current: () => ({ state: 'online' }), confirm: async () => 'online' },
    files: {
      file: ({ name }: { name: string }) => ({
        load: async () => files.get(name),
        save: async (text: string) => void files.set(name, text),
      }),
    },
    publish: (slices: unknown) => shown.push(slices),
    send: (_name: string, payload: () => unknown) => shown.push(payload()),
    notify: (...all: unknown[]) => shown.push(all),
    tell: (all: unknown) => shown.push(all),
    openAddress: (address: string) => opened.push(address),
    copyText: async (text: string) => void copied.push(text),
    saveAs: async (name: string, pieces: AsyncIterable<string>) => {
      const rows: string[] = [name];
      for await (const piece of pieces) rows.push(piece);
      shown.push(rows.join(''));
      return 'saved';
    },
  } as unknown as Host;
  const links = createMount({ clock, log: noLog })(linksFeature(host));
  const source = {
    id: 'go',
    name: 'Links',
    url: 'https://maple.example/links.csv',
    format: 'csv',
    base: 'https://go.example/',
  };
  links.lifecycle.setDocument({ links: { sources: [source] } } as unknown as CoopDocument);
  return { clock, links, shown, opened, copied, files };
}

test('no key of an address leaves main, but to the browser and the clipboard', async () => {
  const { clock, links, shown, opened, copied, files } = world();
  const { calls } = links;
  await links.api();
  await clock.pass(1000);
  const state = await calls['links.get'](undefined);
  expect(state.links).toHaveLength(6);
  await calls['links.check'](undefined);
  await clock.pass(60_000);
  for (const keyword of Object.keys(addresses)) {
    await calls['links.open']({ keyword });
    await calls['links.copy']({ keyword, which: 'long' });
    await calls['links.picked']({ id: `link:${keyword}`, typed: keyword });
  }
  const checks = await calls['links.checks'](undefined);
  expect(checks.checks.map(({ verdict }) => verdict)).toEqual([
    ...Array.from({ length: 4 }, () => 'works'),
    'dead',
  ]);
  expect(await calls['links.saveReport'](undefined)).toBe('saved');
  // In Auckland it is the next day already.
  expect(shown.at(-1)).toMatch(/^links-2026-11-25\.csv/);
  const byKeyword = new Map(checks.checks.map((check) => [check.keyword, check]));
  const feedback = reportText(t, state.links, byKeyword);
  expect(feedback).toContain('- gone (gone.example/?key=…): Dead. The server says');

  // Whoever adds a call comes by here.
  const all = Object.keys(ipcSchema.calls).filter((name) => name.startsWith('links.'));
  expect(all.toSorted()).toEqual([
    'links.check',
    'links.checks',
    'links.copy',
    'links.forget',
    'links.get',
    'links.open',
    'links.picked',
    'links.readNow',
    'links.saveReport',
    'links.stopCheck',
  ]);
  const everything = JSON.stringify({ shown, state, checks, feedback, written });
  expect(shown.length).toBeGreaterThan(5);
  expect(everything).toContain('zoom.example/j/1?pwd=…');
  expect(everything).not.toContain(secret);
  expect(files.get('link-checks')).not.toContain(secret);
  expect(files.get('picks')).not.toContain(secret);
  // They are of use there.
  expect([opened.length, copied.length]).toEqual([6, 6]);
  expect(`${opened.join()}${copied.join()}`.split(secret)).toHaveLength(13);
});

test.each<Payload<'links.copy'>>([
  { keyword: 'nobody', which: 'long' },
  { keyword: 'nobody', which: 'short' },
])('a keyword that there is not is refused without a word of the others: %j', async (payload) => {
  const { clock, links, copied } = world();
  await links.api();
  await clock.pass(1000);
  const refused = links.calls['links.copy'](payload);
  await expect(refused).rejects.toThrow(/^bad-payload$/);
  expect(copied).toEqual([]);
});
