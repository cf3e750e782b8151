/** What one check of a service saw: plain data, made by a probe in main/, judged by the rules in shared/status/. */
import * as v from 'valibot';
import { remarks } from './remark.ts';

/** The states a member sees. `unknown` is a state of its own and never shown as OK. */
export const verdicts = [
  'up',
  'degraded',
  'down',
  'maintenance',
  'unknown',
  'no-access',
  'retired',
] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * The phases of one request, in order; each has its own time limit. Through a proxy, the first two are about the proxy,
 * and the third is its own connection to the server.
 */
export const phases = ['dns', 'connect', 'tunnel', 'tls', 'firstByte', 'body'] as const;
export type Phase = (typeof phases)[number];

/**
 * Why a service is not simply up. The list is closed: each code has a sentence in every language (`reason.CODE` in the
 * catalogue), and no raw error text reaches a member.
 */
export const reasonCodes = [
  // connection
  'dns-not-found',
  'dns-failed',
  'dns-answer',
  'refused',
  'reset',
  'unreachable',
  'timeout',
  'address-forbidden',
  // a proxy
  'proxy-silent',
  'proxy-tls-failed',
  'proxy-certificate-dates',
  'proxy-login',
  'proxy-login-kind',
  'proxy-refuses',
  'proxy-gateway',
  'proxy-target',
  'proxy-unusable',
  'proxy-dns',
  // TLS
  'tls-failed',
  'tls-too-old',
  'tls-unknown-name',
  'tls-client-certificate',
  'certificate-untrusted',
  'certificate-incomplete',
  'certificate-wrong-host',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-chain-expired',
  'certificate-weak',
  'certificate-invalid',
  'certificate-expiring',
  'certificate-chain-expiring',
  // response
  'protocol',
  'headers-too-large',
  'answer-contradicts',
  'status',
  'redirect-loop',
  'redirect-refused',
  'body-too-large',
  'body-encoding',
  'body-mismatch',
  'keyword-missing',
  'keyword-present',
  'json-invalid',
  'json-missing',
  'json-mismatch',
  'json-too-much',
  'header-missing',
  'header-mismatch',
  'slow',
  'says-maintenance',
  'says-degraded',
  'planned',
  'domain-expiring',
  'domain-expired',
  'domain-redemption',
  'domain-restoring',
  'domain-deleting',
  'domain-held',
  'no-access',
  'refuses-us',
  'bot-guard',
  // status page
  'feed-down',
  'feed-degraded',
  'feed-incident',
  'feed-maintenance',
  'feed-planned',
  'feed-unknown',
  'feed-asleep',
  'federation-answer',
  'federation-partly',
  'federation-tester',
  // this app
  'not-checked',
  'stale',
  'offline',
  'captive',
  'waking',
  'clock-wrong',
  'retired',
  'document',
  'needs-newer',
  'internal',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const ReasonSchema = v.object({
  code: v.picklist(reasonCodes),
  /** Values of the sentence's placeholders; times in ms, instants in ms UTC. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type Reason = Readonly<v.InferOutput<typeof ReasonSchema>>;

export function reason(code: ReasonCode, params: Reason['params'] = {}): Reason {
  return { code, params };
}

export const CertificateSchema = v.object({
  /** End of validity, ms UTC. */
  validToUtcMs: v.number(),
  issuer: v.string(),
  /** False when the document allows an authority that this machine does not trust. */
  trusted: v.boolean(),
  /** The certificate it depends on that expires before it, and when, ms UTC. */
  chainEnd: v.optional(v.object({ name: v.string(), validToUtcMs: v.number() })),
});
export type Certificate = Readonly<v.InferOutput<typeof CertificateSchema>>;

/** Milliseconds per phase. A phase that did not happen is absent, never 0. */
export const TimingsSchema = v.partial(
  v.object({
    dns: v.number(),
    connect: v.number(),
    tunnel: v.number(),
    tls: v.number(),
    firstByte: v.number(),
    body: v.number(),
    total: v.number(),
  }),
);
export type Timings = Readonly<v.InferOutput<typeof TimingsSchema>>;

export const ObservationSchema = v.object({
  /** `unknown` if nothing was seen of the service: the fault is our own, or it refuses to answer us. */
  verdict: v.picklist(['up', 'degraded', 'down', 'maintenance', 'no-access', 'unknown']),
  reason: v.optional(ReasonSchema),
  timings: TimingsSchema,
  certificate: v.optional(CertificateSchema),
  /** The proxy that it came through, as `host:port`. */
  proxy: v.optional(v.string()),
  /** How long the server asks us to wait, in ms. */
  waitMs: v.optional(v.number()),
  /** The `host:port` that accepted no connection within the timeout. */
  silentAt: v.optional(v.string()),
  /** Protocol faults for the service's administrators, which do no harm in a browser. */
  remarks: v.optional(v.array(v.picklist(remarks))),
});
export type Observation = Readonly<v.InferOutput<typeof ObservationSchema>>;
