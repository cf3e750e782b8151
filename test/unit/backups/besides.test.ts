/** Requests in addition to a server's list: their URLs, credentials, and how failures are handled. */
import { expect, test } from 'vitest';
import { createReadBackups } from '../../../main/features/backups/request.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { BackupKind } from '../../../shared/coop/backups.ts';
import { fakeClock } from '../clock.ts';
import { nowUtcMs, sourceOf } from './answers.ts';

const key = 'a6c7b0a8a66bed0df66abfdab3c77736861703ee';
const checks = JSON.stringify({
  checks: [
    {
      name: 'Files',
      unique_key: key,
      status: 'up',
      grace: 3600,
      schedule: '0 3 * * *',
      tz: 'America/Toronto',
      last_ping: '2026-11-24T08:04:11+00:00',
    },
  ],
});
const office = JSON.stringify([{ Backup: { ID: '1', Name: 'Office', Metadata: {} } }]);
const dashboard = '{"configPath":"/c","planSummaries":[{"id":"files"}]}';

/** A text, a status code, `too-large`, or `broken`. */
type Reply = string | number;

/** Requests a server that answers by the end of the path; other paths are 404. */
async function ask(kind: BackupKind, url: string, replies: Readonly<Record<string, Reply>>) {
  const asked: Request[] = [];
  const request = async (one: Request): Promise<Answer> => {
    asked.push(one);
    const { pathname } = new URL(one.url);
    const [, reply = 404] = Object.entries(replies).find(([end]) => pathname.endsWith(end)) ?? [];
    if (reply === 'too-large') throw new NetError(reason('body-too-large'));
    if (reply === 'broken') throw new NetError(reason('timeout'));
    const isText = typeof reply === 'string';
    return {
      url: one.url,
      status: isText ? 200 : reply,
      headers: {},
      body: isText ? reply : '',
      timings: {},
    };
  };
  const read = createReadBackups({ clock: fakeClock(nowUtcMs), net: { request } });
  const source = sourceOf(kind, { url, auth: 'bearer' });
  const done = await read(source, 'secret', new AbortController().signal);
  const addresses = asked.map((one) => [one.method ?? 'GET', one.url, one.body ?? ''].join(' '));
  return { asked, addresses, done };
}

const lists = {
  duplicati: { '/backups': office },
  backrest: { '/GetSummaryDashboard': dashboard },
  healthchecks: { '/checks/': checks },
} as const;

test.each<[keyof typeof lists, string, readonly string[]]>([
  [
    'duplicati',
    'https://nas.example/duplicati/',
    [
      'GET https://nas.example/duplicati/api/v1/backups ',
      'GET https://nas.example/duplicati/api/v1/serverstate ',
      'GET https://nas.example/duplicati/api/v1/notifications ',
    ],
  ],
  [
    'backrest',
    'https://nas.example',
    [
      'POST https://nas.example/v1.Backrest/GetSummaryDashboard {}',
      'POST https://nas.example/v1.Backrest/GetOperations {"selector":{},"lastN":"1000"}',
    ],
  ],
  [
    'healthchecks',
    'https://hc.example/api/v2/checks/?tag=backup',
    [
      'GET https://hc.example/api/v2/checks/?tag=backup ',
      `GET https://hc.example/api/v2/checks/${key}/flips/ `,
    ],
  ],
])('%s at %s', async (kind, url, expected) => {
  const { asked, addresses, done } = await ask(kind, url, lists[kind]);
  expect(done).toMatchObject({ ok: true });
  expect(addresses).toEqual(expected);
  expect(new Set(asked.map(({ headers }) => headers?.['authorization']))).toEqual(
    new Set(['Bearer secret']),
  );
  // No request follows redirects to hosts that the document does not name.
  expect(asked.every(({ redirects }) => redirects === 0)).toBe(true);
});

test.each<[Reply, object]>([
  [404, { ok: true }],
  [405, { ok: true }],
  [501, { ok: true }],
  ['too-large', { ok: true }],
  ['<html>', { ok: true, problems: [{ path: 'serverstate: $' }] }],
  [401, { ok: false, problem: { code: 'no-access', status: 401 } }],
  [302, { ok: false, problem: { code: 'http-status', status: 302 } }],
  [500, { ok: false, problem: { code: 'http-status', status: 500 } }],
  ['broken', { ok: false, problem: { code: 'timeout' } }],
])('a question beside that is answered by %s', async (reply, expected) => {
  const replies = { ...lists.duplicati, '/serverstate': reply };
  expect((await ask('duplicati', 'https://nas.example', replies)).done).toMatchObject(expected);
});

test('nothing is asked beside a list that cannot be had', async () => {
  const { addresses } = await ask('duplicati', 'https://nas.example', { '/backups': 500 });
  expect(addresses).toHaveLength(1);
});

test.each<[BackupKind, string, string]>([
  ['duplicati', 'https://nas.example/api/v1/backups/1', ''],
  ['duplicati', 'https://nas.example/reports.json', ''],
  ['backrest', 'https://nas.example/operations.json', ''],
  ['backrest', 'https://nas.example/v1.Backrest/GetOperations', '{"selector":{},"lastN":"1000"}'],
  ['healthchecks', 'https://hc.example/api/v3/badges/', ''],
])('%s: a document that names %s is asked for nothing else', async (kind, url, body) => {
  const { addresses } = await ask(kind, url, { '': '[]' });
  expect(addresses).toEqual([`${body ? 'POST' : 'GET'} ${url} ${body}`]);
});
