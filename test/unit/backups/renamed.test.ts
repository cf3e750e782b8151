import { expect, test } from 'vitest';
import { createReadBackups } from '../../../main/features/backups/request.ts';
import type { Answer } from '../../../main/platform/net/request.ts';
import type { BackupKind } from '../../../shared/coop/backups.ts';
import { BackupSourceSchema } from '../../../shared/coop/backups.ts';
import { fakeClock } from '../clock.ts';
import { entry } from '../../fixtures/entry.ts';

const api = 'https://api.github.com/repos/coop/old/actions/workflows/night.yml';
const byNumber = 'https://api.github.com/repositories/7/actions/workflows/9/runs?per_page=100';
const runs = JSON.stringify({ total_count: 0, workflow_runs: [] });

/** The requests and the result; every URL but the last one redirects to `location`. */
async function asked(kind: BackupKind, location: string) {
  const addresses: string[] = [];
  const read = createReadBackups({
    clock: fakeClock(0),
    net: {
      request: async ({ url }) => {
        addresses.push(url);
        const isThere = url === byNumber;
        const answer = { url, status: isThere ? 200 : 301, body: isThere ? runs : '' };
        return { ...answer, headers: isThere ? {} : { location } } as unknown as Answer;
      },
    },
  });
  const source = entry(BackupSourceSchema, {
    id: 's',
    name: 'S',
    kind,
    url: api,
    auth: 'bearer',
  });
  const told = await read(source, 'secret', new AbortController().signal);
  return { told: told.ok ? 'read' : told.problem.status, count: addresses.length };
}

test.each<[string, BackupKind, string, string | number, number]>([
  ['a renamed repository is found', 'github-workflow', byNumber, 'read', 2],
  [
    'by a path alone, too',
    'github-workflow',
    byNumber.slice('https://api.github.com'.length),
    'read',
    2,
  ],
  ['the secret goes to no other server', 'github-workflow', 'https://evil.example/x', 301, 1],
  ['nor without encryption', 'github-workflow', byNumber.replace('https', 'http'), 301, 1],
  ['nor round in circles', 'github-workflow', api, 301, 4],
  ['nor elsewhere on a server of another kind', 'restic-snapshots', byNumber, 301, 1],
  ['an address that is none', 'github-workflow', 'https://[', 301, 1],
])('%s', async (_what, kind, location, told, count) => {
  expect(await asked(kind, location)).toEqual({ told, count });
});
