/**
 * Health checks of well-known services. Endpoints are taken from each project's source; for several of them, the status
 * code alone is misleading.
 */
import type { Expectation, HttpProbe, On, PlainProbe, PresetProbe, Probe } from './probe.ts';
import type { PresetName } from './preset-names.ts';
import { urlPart } from '../net/url-part.ts';

type Preset = Readonly<{
  /** Path below the service's URL; `{keyword}` is replaced. */
  path: string;
  followRedirects?: boolean;
  expect: readonly Expectation[];
}>;

const ok: Expectation = { on: 'status', in: [200], otherwise: 'down' };

/** Compares the whole body, because login, maintenance and hosting pages often contain such short words. */
const bodyIs = (equals: string): Expectation => ({ on: 'body', equals, otherwise: 'down' });

const json = (
  path: string,
  is: On<'json'>['is'],
  value: NonNullable<On<'json'>['value']>,
  otherwise: On<'json'>['otherwise'] = 'down',
): Expectation => ({ on: 'json', path, is, value, of: 'every', otherwise });

export const presets: Readonly<Record<PresetName, Preset>> = {
  'matrix-client': {
    path: '/_matrix/client/versions',
    // Such as “r0.6.1” or “v1.15”.
    expect: [ok, json('$.versions[*]', 'contains', '.')],
  },
  synapse: { path: '/health', expect: [ok, bodyIs('OK')] },
  'bbb-api': {
    path: '/bigbluebutton/api',
    expect: [
      ok,
      { on: 'header', name: 'content-type', contains: 'xml', otherwise: 'down' },
      { on: 'body', contains: '<returncode>SUCCESS</returncode>', otherwise: 'down' },
    ],
  },
  // Greenlight 2 answers 200 with an error text.
  greenlight: { path: '/health_check', expect: [ok, bodyIs('success')] },
  passbolt: { path: '/healthcheck/status.json', expect: [ok, json('$.body', 'eq', 'OK')] },
  hedgedoc: { path: '/_health', expect: [ok, json('$.ready', 'eq', true)] },
  codimd: { path: '/status', expect: [ok, json('$.onlineNotes', 'gte', 0)] },
  nextcloud: {
    path: '/status.php',
    expect: [
      ok,
      json('$.installed', 'eq', true),
      // Nextcloud answers 200 in maintenance mode.
      json('$.maintenance', 'eq', false, 'maintenance'),
      json('$.needsDbUpgrade', 'eq', false, 'degraded'),
    ],
  },
  discourse: { path: '/srv/status', expect: [ok, bodyIs('ok')] },
  shortlinks: {
    path: '/{keyword}',
    // An unknown keyword returns a page with status 200, or redirects to the service's own front page.
    followRedirects: false,
    expect: [{ on: 'redirect', otherwise: 'down' }],
  },
};

/** Expands a preset to its http probe; other probes are returned unchanged. */
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
