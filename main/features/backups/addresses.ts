/** The URL to request: a document may name only the server, and each kind has its own path. */
import type { Way } from '../../../shared/backups/view.ts';
import type { BackupKind, BackupSource } from '../../../shared/coop/backups.ts';

/** The kinds with an API; the others are a file at the address itself. */
const paths: Readonly<Partial<Record<BackupKind, string>>> = {
  healthchecks: '/api/v3/checks/',
  backrest: '/v1.Backrest/GetSummaryDashboard',
  // The endpoint of the server's own page needs a cookie and a CSRF token; this one needs only the control user.
  kopia: '/api/v1/control/sources',
  duplicati: '/api/v1/backups',
};

/** A document may also name an address within the API. */
const isOwnPath = /\/(api|v1\.Backrest)\//;

/** Whether the source is a server's answer, published as a file. */
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
  // `href` encodes look-alike letters.
  return { address: new URL(addressOf({ kind, url })).href, kind, auth };
}

/** Accepts a workflow's web page or API URL. 100 runs are the maximum of one page. */
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
