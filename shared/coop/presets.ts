/**
 * How well-known services say that they are well, as data. Endpoints were read from each project's source;
 * a status code alone misleads for several of them.
 */
import type { Expectation, HttpProbe, PlainProbe, PresetProbe, Probe } from './probe.ts';

type Preset = Readonly<{
  /** Path below the service's address; `{keyword}` is replaced. */
  path: string;
  followRedirects?: boolean;
  expect: readonly Expectation[];
}>;

const ok: Expectation = { on: 'status', in: [200], otherwise: 'down' };

export const presetNames = [
  'matrix-client',
  'synapse',
  'bbb-api',
  'greenlight',
  'passbolt',
  'hedgedoc',
  'codimd',
  'nextcloud',
  'discourse',
  'shortlinks',
] as const;
export type PresetName = (typeof presetNames)[number];

export const presets: Readonly<Record<PresetName, Preset>> = {
  'matrix-client': {
    path: '/_matrix/client/versions',
    expect: [ok, { on: 'json', path: '$.versions[0]', is: 'exists', otherwise: 'down' }],
  },
  synapse: { path: '/health', expect: [ok, { on: 'body', contains: 'OK', otherwise: 'down' }] },
  'bbb-api': {
    path: '/bigbluebutton/api',
    expect: [ok, { on: 'body', contains: '<returncode>SUCCESS</returncode>', otherwise: 'down' }],
  },
  greenlight: {
    path: '/health_check',
    expect: [ok, { on: 'body', contains: 'success', otherwise: 'down' }],
  },
  passbolt: {
    path: '/healthcheck/status.json',
    expect: [ok, { on: 'json', path: '$.body', is: 'eq', value: 'OK', otherwise: 'down' }],
  },
  hedgedoc: {
    path: '/_health',
    expect: [ok, { on: 'json', path: '$.ready', is: 'eq', value: true, otherwise: 'down' }],
  },
  codimd: {
    path: '/status',
    expect: [ok, { on: 'json', path: '$.onlineNotes', is: 'exists', otherwise: 'down' }],
  },
  nextcloud: {
    path: '/status.php',
    expect: [
      ok,
      { on: 'json', path: '$.installed', is: 'eq', value: true, otherwise: 'down' },
      // Nextcloud answers 200 while it is closed for maintenance.
      { on: 'json', path: '$.maintenance', is: 'eq', value: false, otherwise: 'maintenance' },
      { on: 'json', path: '$.needsDbUpgrade', is: 'ne', value: true, otherwise: 'degraded' },
    ],
  },
  discourse: {
    path: '/srv/status',
    expect: [ok, { on: 'body', contains: 'ok', otherwise: 'down' }],
  },
  shortlinks: {
    path: '/{keyword}',
    // An unknown keyword answers 200 with a page that says so: only a redirect is well.
    followRedirects: false,
    expect: [
      { on: 'status', in: [301, 302, 303, 307, 308], otherwise: 'down' },
      { on: 'header', name: 'location', contains: '://', otherwise: 'down' },
    ],
  },
};

/** Writes a preset out into the http probe it stands for; other probes stay as they are. */
export function expandPreset(probe: Probe): PlainProbe {
  return probe.type === 'preset' ? toHttpProbe(probe) : probe;
}

function toHttpProbe(probe: PresetProbe): HttpProbe {
  const preset = presets[probe.preset];
  const path = preset.path.replace('{keyword}', encodeURIComponent(probe.keyword ?? ''));
  return {
    type: 'http',
    url: probe.url.replace(/\/+$/, '') + path,
    method: 'GET',
    followRedirects: preset.followRedirects ?? true,
    expect: [...preset.expect],
    certificate: probe.certificate,
    timeoutMs: probe.timeoutMs,
  };
}
