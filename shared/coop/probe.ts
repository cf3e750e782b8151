/** The `probe` of a service: how it is checked. */
import * as v from 'valibot';
import { DnsName, DnsServer, Host, Port, isAddress } from './host.ts';
import { withoutBrackets } from '../net/bare-host.ts';
import { isJsonPath, pathLimit } from './json-path.ts';
import { MatrixServerName } from './names.ts';
import { presetNames } from './preset-names.ts';
import { says } from './remedy.ts';
import { WebAddress } from './web.ts';
import { shortList } from '../lists/short-list.ts';

const ordered = new Set<string>(['lt', 'lte', 'gt', 'gte']);

/** A comparison without a value, or an ordering with a text, would never hold. */
function hasRequiredValue({ is, value }: Readonly<{ is: string; value?: unknown }>): boolean {
  if (is === 'exists' || is === 'absent') return true;
  return ordered.has(is) ? typeof value === 'number' : value !== undefined;
}

/** A and AAAA answers are addresses, compared as a whole. */
function canMatch(record: string, contains?: string): boolean {
  return contains === undefined || (record !== 'A' && record !== 'AAAA') || isAddress(contains);
}

/** The service's state if an expectation fails. */
const Otherwise = v.picklist(['down', 'degraded', 'maintenance', 'no-access']);
const JsonValue = v.union([v.string(), v.number(), v.boolean(), v.null()]);
export const comparisons = [
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'contains',
  'exists',
  'absent',
] as const;
/** Whether every value or record has to match, or at least one. */
const Of = v.picklist(['every', 'some']);

const StatusCode = v.pipe(
  v.number(),
  v.integer(),
  v.check((code) => code >= 100 && code <= 599, says('status-code')),
);

/** One condition on the answer. The first failing one decides; later ones are not evaluated. */
const ExpectationSchema = v.variant('on', [
  v.object({
    on: v.literal('status'),
    /** Accepted status codes. */
    in: v.pipe(shortList(StatusCode, 500), v.minLength(1)),
    otherwise: v.optional(Otherwise, 'down'),
  }),
  v.object({
    on: v.literal('body'),
    /** Exact body text, ignoring case and surrounding whitespace; for short words that occur on many pages. */
    equals: v.optional(v.string()),
    contains: v.optional(v.string()),
    /** Text that must not occur. */
    lacks: v.optional(v.string()),
    otherwise: v.optional(Otherwise, 'down'),
  }),
  v.pipe(
    v.object({
      on: v.literal('json'),
      /** JSONPath (RFC 9535), without `match` and `search`. */
      path: v.pipe(v.string(), v.maxLength(pathLimit), v.check(isJsonPath, says('json-path'))),
      is: v.picklist(comparisons),
      value: v.optional(JsonValue),
      of: v.optional(Of, 'every'),
      otherwise: v.optional(Otherwise, 'down'),
    }),
    v.forward(
      v.check((one) => hasRequiredValue(one), says('comparison-value')),
      ['value'],
    ),
  ),
  v.object({
    on: v.literal('header'),
    name: v.pipe(
      v.string(),
      v.maxLength(100),
      v.regex(/^[\w!#$%&'*+.^`|~-]+$/, says('header-name')),
    ),
    contains: v.optional(v.string()),
    otherwise: v.optional(Otherwise, 'down'),
  }),
  v.object({
    /** Redirects to another host. */
    on: v.literal('redirect'),
    otherwise: v.optional(Otherwise, 'down'),
  }),
  v.object({
    on: v.literal('latency'),
    /** Maximum time to first byte in ms. */
    maxMs: v.pipe(v.number(), v.minValue(1)),
    otherwise: v.optional(Otherwise, 'degraded'),
  }),
]);
export type Expectation = v.InferOutput<typeof ExpectationSchema>;
export type On<K extends Expectation['on']> = Extract<Expectation, { on: K }>;

/** `any`: allows untrusted authorities, for staging sites; expiry is still checked. */
const CertificateRuleSchema = v.object({
  trust: v.optional(v.picklist(['system', 'any']), 'system'),
  /** Days before expiry from which the service counts as degraded; notifies once per step. */
  warnDays: v.optional(
    v.pipe(shortList(v.pipe(v.number(), v.minValue(0)), 100), v.minLength(1)),
    [21, 14, 7],
  ),
});

const TimeoutMs = v.optional(v.pipe(v.number(), v.minValue(100), v.maxValue(60_000)), 10_000);

const HttpProbeSchema = v.object({
  type: v.literal('http'),
  url: WebAddress,
  method: v.optional(v.picklist(['GET', 'HEAD']), 'GET'),
  followRedirects: v.optional(v.boolean(), true),
  expect: v.optional(shortList(ExpectationSchema, 20), []),
  certificate: v.optional(CertificateRuleSchema, {}),
  /** Timeout of each phase (DNS, connect, TLS, first byte, body) in ms. */
  timeoutMs: TimeoutMs,
});
export type HttpProbe = v.InferOutput<typeof HttpProbeSchema>;

const PresetProbeSchema = v.pipe(
  v.object({
    type: v.literal('preset'),
    preset: v.picklist(presetNames),
    /** Base URL; the preset appends its path. */
    url: WebAddress,
    /** An existing keyword; only for `shortlinks`. */
    keyword: v.optional(v.pipe(v.string(), v.maxLength(200))),
    certificate: v.optional(CertificateRuleSchema, {}),
    timeoutMs: TimeoutMs,
  }),
  v.forward(
    v.check(
      ({ preset, keyword }) => preset !== 'shortlinks' || Boolean(keyword?.trim()),
      says('preset-keyword'),
    ),
    ['keyword'],
  ),
);
export type PresetProbe = v.InferOutput<typeof PresetProbeSchema>;

const TcpProbeSchema = v.object({
  type: v.literal('tcp'),
  host: Host,
  port: Port,
  timeoutMs: TimeoutMs,
});
export type TcpProbe = v.InferOutput<typeof TcpProbeSchema>;

const dnsRecords = ['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT'] as const;
export type DnsRecord = (typeof dnsRecords)[number];

const DnsProbeSchema = v.pipe(
  v.object({
    type: v.literal('dns'),
    /** For PTR, an IP address is accepted too, and converted to its reverse name. */
    name: DnsName,
    record: v.optional(v.picklist(dnsRecords), 'A'),
    /** Expected answer: an address, a name, or a record in zone-file syntax; for TXT, a part of the text. */
    contains: v.optional(v.pipe(v.string(), v.maxLength(1024))),
    of: v.optional(Of, 'some'),
    /** Name server as `address` or `address:port`; defaults to the system's. */
    server: v.optional(DnsServer),
    timeoutMs: TimeoutMs,
  }),
  v.forward(
    v.check(
      ({ name, record }) => record === 'PTR' || !isAddress(withoutBrackets(name)),
      says('dns-name-address'),
    ),
    ['name'],
  ),
  v.forward(
    v.check(({ record, contains }) => canMatch(record, contains), says('dns-answer-address')),
    ['contains'],
  ),
);
export type DnsProbe = v.InferOutput<typeof DnsProbeSchema>;

const TlsProbeSchema = v.object({
  type: v.literal('tls'),
  host: Host,
  port: v.optional(Port, 443),
  certificate: v.optional(CertificateRuleSchema, {}),
  timeoutMs: TimeoutMs,
});
export type TlsProbe = v.InferOutput<typeof TlsProbeSchema>;

const FederationProbeSchema = v.object({
  type: v.literal('federation'),
  /** Matrix server name, the part of Matrix ids after the colon. */
  serverName: MatrixServerName,
  /** URL of a federation tester, queried at most once an hour; `server_name` is appended. */
  tester: v.optional(WebAddress),
  certificate: v.optional(CertificateRuleSchema, {}),
  timeoutMs: TimeoutMs,
});
export type FederationProbe = v.InferOutput<typeof FederationProbeSchema>;

export const ProbeSchema = v.variant('type', [
  HttpProbeSchema,
  PresetProbeSchema,
  TcpProbeSchema,
  DnsProbeSchema,
  TlsProbeSchema,
  FederationProbeSchema,
]);
export type Probe = v.InferOutput<typeof ProbeSchema>;
/** A probe with its preset expanded, ready to run. */
export type PlainProbe = Exclude<Probe, PresetProbe>;
export const probeTypes = ['http', 'preset', 'tcp', 'dns', 'tls', 'federation'] as const;
