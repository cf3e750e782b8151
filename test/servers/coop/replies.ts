/** What each real service answers when it is well or in trouble, taken from the projects' sources. */
import type { Reply } from '../http.ts';
import type { Condition } from './conditions.ts';

/** By path; `*` is any other path. */
export type Routes = Readonly<Record<string, Reply>>;

/** A condition without its own routes gets the common answer, see `replyOf`. */
export type Software = Readonly<{ well: Routes }> & Readonly<Partial<Record<Condition, Routes>>>;

const json = (value: unknown, headers: Reply['headers'] = {}): Reply => ({
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});
const text = (body: string, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
const xml = (body: string): Reply => ({ headers: { 'content-type': 'text/xml' }, body });

/** A small page with a title, and text if given. */
export const page = (title: string, body = ''): Reply => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>${title}</title><h1>${title}</h1><p>${body}</p>`,
});

export const coopName = 'Maple Street';
export const notFound = text('not found', 404);
const broken: Reply = { ...page('500 Internal Server Error'), status: 500 };
/** What a café's network answers until its terms are accepted. */
export const portalPage = page('Welcome to Café WiFi', 'Please accept our terms to go online.');
const saysError = page('Something went wrong', 'Error establishing a database connection');

export const website: Software = {
  well: { '/': page(`${coopName} Workers’ Co-op`) },
  'error-body': { '/': page(coopName, 'Error establishing a database connection') },
};

export const staging: Software = { well: { '/': page(`${coopName} Workers’ Co-op (staging)`) } };

const matrixError = { errcode: 'M_UNKNOWN', error: 'Internal server error' };

export const matrixClient: Software = {
  well: {
    '/_matrix/client/versions': json({
      versions: ['r0.6.1', 'v1.1', 'v1.11', 'v1.15'],
      unstable_features: { 'org.matrix.msc3440.stable': true },
    }),
  },
  error: { '*': { ...json(matrixError), status: 500 } },
  'error-body': { '*': json(matrixError) },
};

export const synapse: Software = {
  well: { '/health': { headers: { 'content-type': 'text/plain' }, body: 'OK' } },
};

export const bigBlueButton: Software = {
  well: {
    '/bigbluebutton/api': xml(
      '<response><returncode>SUCCESS</returncode><version>2.0</version><apiVersion>2.0</apiVersion></response>',
    ),
  },
  'error-body': {
    '*': xml(
      '<response><returncode>FAILED</returncode><messageKey>internalError</messageKey></response>',
    ),
  },
};

export const greenlight: Software = {
  well: { '/health_check': text('success') },
  error: { '*': text('Unable to connect to BigBlueButton - execution expired', 500) },
};

const passboltHeader = {
  id: '8f3f1c0e-6f0f-4e0e-9d43-3f6f1f0a7c11',
  servertime: 1_700_000_000,
  action: '9f3a1c0e-2b1d-5a77-8c3e-0a1b2c3d4e5f',
  url: '/healthcheck/status.json',
};

export const passbolt: Software = {
  well: {
    '/healthcheck/status.json': json({
      header: {
        ...passboltHeader,
        status: 'success',
        title: 'app_healthcheck_status_success',
        message: 'OK',
        code: 200,
      },
      body: 'OK',
    }),
  },
  'error-body': {
    '*': json({
      header: { ...passboltHeader, status: 'error', message: 'An Internal Error Has Occurred.' },
      body: '',
    }),
  },
};

const unindexed = { 'cache-control': 'private', 'x-robots-tag': 'noindex, nofollow' };

export const hedgeDoc: Software = {
  well: { '/_health': json({ ready: true }, unindexed) },
  // While starting or stopping.
  'error-body': { '/_health': json({ ready: false }, unindexed) },
};

export const codiMd: Software = {
  well: {
    '/status': json(
      {
        onlineNotes: 2,
        onlineUsers: 3,
        distinctOnlineUsers: 3,
        notesCount: 421,
        registeredUsers: 17,
        onlineRegisteredUsers: 2,
        distinctOnlineRegisteredUsers: 2,
        isConnectionBusy: false,
        connectionSocketQueueLength: 0,
        isDisconnectBusy: false,
        disconnectSocketQueueLength: 0,
      },
      unindexed,
    ),
  },
};

const nextcloudStatus = {
  installed: true,
  maintenance: false,
  needsDbUpgrade: false,
  version: '31.0.8.1',
  versionstring: '31.0.8',
  edition: '',
  productname: 'Nextcloud',
  extendedSupport: false,
};
const nextcloudReply = (changed: Partial<typeof nextcloudStatus>): Routes => ({
  '/status.php': {
    headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
    body: JSON.stringify({ ...nextcloudStatus, ...changed }),
  },
});

export const nextcloud: Software = {
  well: nextcloudReply({}),
  // An exception leaves the body empty.
  error: { '*': { status: 500, headers: { 'content-type': 'text/html; charset=UTF-8' } } },
  'error-body': nextcloudReply({ installed: false }),
  maintenance: nextcloudReply({ maintenance: true }),
  upgrade: nextcloudReply({ needsDbUpgrade: true }),
};

export const discourse: Software = {
  well: { '/srv/status': text('ok') },
  error: { '*': text('shutting down', 500) },
};

const linksTo = (location: string): Reply => ({
  ...page('Short links'),
  status: 302,
  headers: { 'content-type': 'text/html; charset=UTF-8', location },
});
// This service does not treat an unknown keyword as an error.
const unknownLink = page('Short links', 'There is no such keyword defined as a short link.');

export const shortlinks: Software = {
  well: {
    '/calls': linksTo('https://calls.maple-street.example/rooms/main'),
    '/notes': linksTo('https://pads.maple-street.example/minutes'),
    '*': unknownLink,
  },
  'error-body': { '*': unknownLink },
};

export const forgejo: Software = {
  well: { '/api/healthz': json({ status: 'pass', description: 'Forgejo', checks: {} }) },
  error: { '*': { ...json({ status: 'fail', description: 'Forgejo', checks: {} }), status: 424 } },
};

/** A service's answer to a path. An unknown path is a 404, except for the home page. */
export function replyOf(
  software: Software,
  condition: Condition,
  path: string,
  home: string,
): Reply {
  const own = software[condition];
  const known = own?.[path] ?? own?.['*'];
  if (known) return known;
  if (condition === 'portal') return portalPage;
  if (condition === 'error') return broken;
  if (condition === 'error-body') return saysError;
  const well = software.well[path] ?? software.well['*'];
  return well ?? (path === '/' ? page(home) : notFound);
}
