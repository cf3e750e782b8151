/** What one check of a service saw: plain data, made by a probe in main/, judged by the rules beside this file. */
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

/** The phases of one request, in order; each has its own time limit. */
export const phases = ['dns', 'connect', 'tls', 'firstByte', 'body'] as const;
export type Phase = (typeof phases)[number];

/**
 * Why a service is not simply up. Closed, so that each code has a sentence in every language
 * (`reason.CODE` in the catalogue) and no raw error text reaches a member.
 */
export const reasonCodes = [
  // the way to the server
  'dns-not-found',
  'dns-failed',
  'dns-answer',
  'refused',
  'reset',
  'unreachable',
  'timeout',
  'address-forbidden',
  // TLS
  'tls-failed',
  'tls-too-old',
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
  // the answer
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
  // what a status page says
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
  // ourselves
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
  /** The certificate that ends before it and takes it along, and when, ms UTC: one of those that it depends on. */
  chainEnd: v.optional(v.object({ name: v.string(), validToUtcMs: v.number() })),
});
export type Certificate = Readonly<v.InferOutput<typeof CertificateSchema>>;

/** Milliseconds per phase. A phase that did not happen is absent, never 0. */
export const TimingsSchema = v.partial(
  v.object({
    dns: v.number(),
    connect: v.number(),
    tls: v.number(),
    firstByte: v.number(),
    body: v.number(),
    total: v.number(),
  }),
);
export type Timings = Readonly<v.InferOutput<typeof TimingsSchema>>;

export const ObservationSchema = v.object({
  /** `unknown` when nothing was seen of the service: the fault is our own, or it does not answer us. */
  verdict: v.picklist(['up', 'degraded', 'down', 'maintenance', 'no-access', 'unknown']),
  reason: v.optional(ReasonSchema),
  timings: TimingsSchema,
  certificate: v.optional(CertificateSchema),
  /** How long the server asks not to be asked again, in ms. */
  waitMs: v.optional(v.number()),
  /** The place, as `host:port`, where nobody took the connection in the time that the check had. */
  silentAt: v.optional(v.string()),
  /** What whoever runs the service should put in order, though it does no harm in a browser. */
  remarks: v.optional(v.array(v.picklist(remarks))),
});
export type Observation = Readonly<v.InferOutput<typeof ObservationSchema>>;
