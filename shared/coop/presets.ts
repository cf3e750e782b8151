/**
 * How well-known services say that they are well, as data. Endpoints were read from each project's source;
 * a status code alone misleads for several of them.
 */
import type { Expectation, HttpProbe, On, PlainProbe, PresetProbe, Probe } from './probe.ts';
import type { PresetName } from './preset-names.ts';
import { urlPart } from '../net/url-part.ts';

type Preset = Readonly<{
  /** Path below the service's address; `{keyword}` is replaced. */
  path: string;
  followRedirects?: boolean;
  expect: readonly Expectation[];
}>;

const ok: Expectation = { on: 'status', in: [200], otherwise: 'down' };

/** The whole answer: pages of hosters, of logins and of maintenance hold every short word somewhere. */
const says = (equals: string): Expectation => ({ on: 'body', equals, otherwise: 'down' });

const json = (
  path: string,
  is: On<'json'>['is'],
  value: NonNullable<On<'json'>['value']>,
  otherwise: On<'json'>['otherwise'] = 'down',
): Expectation => ({ on: 'json', path, is, value, of: 'every', otherwise });

export const presets: Readonly<Record<PresetName, Preset>> = {
  'matrix-client': {
    path: '/_matrix/client/versions',
    // “r0.6.1” or “v1.15”.
    expect: [ok, json('$.versions[*]', 'contains', '.')],
  },
  synapse: { path: '/health', expect: [ok, says('OK')] },
  'bbb-api': {
    path: '/bigbluebutton/api',
    expect: [
      ok,
      { on: 'header', name: 'content-type', contains: 'xml', otherwise: 'down' },
      { on: 'body', contains: '<returncode>SUCCESS</returncode>', otherwise: 'down' },
    ],
  },
  // Version 2 answers 200 with the words of its trouble.
  greenlight: { path: '/health_check', expect: [ok, says('success')] },
  passbolt: { path: '/healthcheck/status.json', expect: [ok, json('$.body', 'eq', 'OK')] },
  hedgedoc: { path: '/_health', expect: [ok, json('$.ready', 'eq', true)] },
  codimd: { path: '/status', expect: [ok, json('$.onlineNotes', 'gte', 0)] },
  nextcloud: {
    path: '/status.php',
    expect: [
      ok,
      json('$.installed', 'eq', true),
      // Nextcloud answers 200 while it is closed for maintenance.
      json('$.maintenance', 'eq', false, 'maintenance'),
      json('$.needsDbUpgrade', 'eq', false, 'degraded'),
    ],
  },
  discourse: { path: '/srv/status', expect: [ok, says('ok')] },
  shortlinks: {
    path: '/{keyword}',
    // An unknown keyword answers 200 with a page that says so, or leads to the service's own front page.
    followRedirects: false,
    expect: [{ on: 'redirect', otherwise: 'down' }],
  },
};

/** Writes a preset out into the http probe it stands for; other probes stay as they are. */
export function expandPreset(probe: Probe): PlainProbe {
  return probe.type === 'preset' ? toHttpProbe(probe) : probe;
}

function toHttpProbe(probe: PresetProbe): HttpProbe {
  const preset = presets[probe.preset];
  const path = preset.path.replace('{keyword}', urlPart(probe.keyword ?? ''));
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
