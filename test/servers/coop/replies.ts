/** What each real service answers when it is well, and when it is not: read from the projects' own sources. */
import type { Reply } from '../http.ts';

const json = (value: unknown): Reply => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});
const text = (body: string): Reply => ({
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
const html = (body: string): Reply => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});
const page = (title: string) =>
  html(
    `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  );

export type Routes = Readonly<Record<string, Reply>>;

export const routes = {
  website: { '/': page('Maple Street Workers’ Co-op') },
  staging: { '/': page('Maple Street Workers’ Co-op (staging)') },
  matrixClient: {
    '/_matrix/client/versions': json({
      versions: ['r0.6.1', 'v1.1', 'v1.11', 'v1.15'],
      unstable_features: { 'org.matrix.msc3440.stable': true },
    }),
  },
  synapse: { '/health': text('OK') },
  bbb: {
    '/bigbluebutton/api': {
      headers: { 'content-type': 'text/xml;charset=utf-8' },
      body: '<response><returncode>SUCCESS</returncode><version>2.0</version><apiVersion>2.0</apiVersion></response>',
    },
  },
  greenlight: { '/health_check': text('success') },
  passbolt: {
    '/healthcheck/status.json': json({
      header: { status: 'success', title: 'app_healthcheck_status_success', code: 200 },
      body: 'OK',
    }),
  },
  hedgedoc: { '/_health': json({ ready: true }) },
  codimd: {
    '/status': json({
      onlineNotes: 2,
      onlineUsers: 3,
      distinctOnlineUsers: 3,
      notesCount: 421,
      registeredUsers: 17,
    }),
  },
  nextcloud: {
    '/status.php': json({
      installed: true,
      maintenance: false,
      needsDbUpgrade: false,
      version: '31.0.8.1',
      versionstring: '31.0.8',
      edition: '',
      productname: 'Nextcloud',
      extendedSupport: false,
    }),
  },
  discourse: { '/srv/status': text('ok') },
  shortlinks: {
    '/calls': { status: 302, headers: { location: 'https://calls.example.coop/rooms/main' } },
    // An unknown keyword is no error to this service.
    '*': html('<p>There is no such link defined.</p>'),
  },
  forge: { '/api/healthz': json({ status: 'pass' }) },
} as const satisfies Record<string, Routes>;

/** The same service in its own kind of trouble. */
export const troubled: Readonly<Record<string, Routes>> = {
  'error-body:greenlight': {
    '/health_check': { status: 500, body: 'Unable to connect to Database - connection refused' },
  },
  'error-body:passbolt': {
    '/healthcheck/status.json': json({ header: { status: 'error' }, body: 'KO' }),
  },
  'error-body:hedgedoc': { '/_health': json({ ready: false }) },
  'error-body:shortlinks': { '*': html('<p>There is no such link defined.</p>') },
  'maintenance:nextcloud': {
    '/status.php': json({
      installed: true,
      maintenance: true,
      needsDbUpgrade: false,
      productname: 'Nextcloud',
    }),
  },
};

export const portalPage = html(
  '<title>Welcome to Café WiFi</title><form>Please accept our terms</form>',
);
export const notFound: Reply = { status: 404, body: 'not found' };
export const broken: Reply = { status: 500, body: 'Internal Server Error' };
export const saysError: Reply = html(
  '<h1>Something went wrong</h1><p>Error establishing a database connection</p>',
);
