/** Where a source is asked: a document may name the server, and each kind knows its own path. */
import type { Way } from '../../../shared/backups/view.ts';
import type { BackupKind, BackupSource } from '../../../shared/coop/backups.ts';

/** Kinds that are a server; the others are a file, which is at the address itself. */
const paths: Readonly<Partial<Record<BackupKind, string>>> = {
  healthchecks: '/api/v3/checks/',
  backrest: '/v1.Backrest/GetSummaryDashboard',
  // What the server's own page asks for takes a cookie and a token of that page; this takes the control user alone.
  kopia: '/api/v1/control/sources',
  duplicati: '/api/v1/backups',
};

/** A document may name the place in the server's API itself. */
const isOwnPath = /\/(api|v1\.Backrest)\//;

/** What a server told, published as a file. */
export function isFile({ url }: Pick<BackupSource, 'url'>): boolean {
  return /\.json$/i.test(new URL(url).pathname);
}

export function addressOf({ kind, url }: Pick<BackupSource, 'kind' | 'url'>): string {
  if (kind === 'github-workflow') return workflowRuns(new URL(url)).href;
  const path = paths[kind];
  const address = new URL(url);
  if (path === undefined || isFile({ url }) || isOwnPath.test(address.pathname)) return url;
  address.pathname = address.pathname.replace(/\/+$/, '') + path;
  return address.href;
}

export function wayOf({ kind, url, auth }: Pick<BackupSource, 'kind' | 'url' | 'auth'>): Way {
  // Letters that look like others are spelt out in an `href`.
  return { address: new URL(addressOf({ kind, url })).href, kind, auth };
}

/** A workflow is named by its page or by its place in the API; a hundred runs are what one page of answers holds. */
function workflowRuns(page: URL): URL {
  const path = page.pathname.replace(/\/+$/, '').replace(/\/runs$/, '');
  const runs = page.pathname.includes('/repos/')
    ? new URL(`${page.origin}${path}/runs`)
    : new URL(`${apiOf(page)}/repos${path}/runs`);
  runs.search = 'per_page=100&exclude_pull_requests=true';
  return runs;
}

function apiOf({ hostname, origin }: URL): string {
  return hostname === 'github.com' ? 'https://api.github.com' : `${origin}/api/v3`;
}
