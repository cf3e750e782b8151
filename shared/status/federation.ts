/**
 * How Matrix servers find each other, and what their answers mean; see “Resolving server names” in the server-server
 * API. Pure.
 */
import * as v from 'valibot';
import type { ServerName } from '../matrix/server-name.ts';
import { parseServerName } from '../matrix/server-name.ts';
import type { Reason, ReasonCode } from '../observation/observation.ts';

/** The default federation port. */
export const federationPort = 8448;

/** The target of `/.well-known/matrix/server`; undefined if it does not delegate. */
export function delegationOf(body: string): ServerName | undefined {
  const parsed = v.safeParse(
    v.object({ 'm.server': v.pipe(v.string(), v.maxLength(260)) }),
    json(body),
  );
  return parsed.success ? parseServerName(parsed.output['m.server']) : undefined;
}

/** Whether `/_matrix/federation/v1/version` was answered by a Matrix server. */
export function isVersionAnswer(body: string): boolean {
  const schema = v.object({ server: v.object({ name: v.optional(v.string()) }) });
  return v.is(schema, json(body));
}

/** The result of a federation tester; undefined if it cannot be parsed. */
export function reportOf(body: string): boolean | undefined {
  const parsed = v.safeParse(v.object({ FederationOK: v.boolean() }), json(body));
  return parsed.success ? parsed.output.FederationOK : undefined;
}

export type SrvRecord = Readonly<{ name: string; port: number; priority: number; weight: number }>;

/** Most targets tried in one check. */
const targetsAtMost = 5;

/** The targets in the order in which servers try them (RFC 2782), but equals by weight instead of at random. */
export function inOrder(records: readonly SrvRecord[]): readonly SrvRecord[] {
  return records
    .filter(({ name }) => name !== '' && name !== '.')
    .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
    .slice(0, targetsAtMost);
}

/** Reasons that say most about the server first: the earlier a connection fails, the less it says. */
const mostTellingFirst: readonly ReasonCode[] = [
  'certificate-expired',
  'certificate-wrong-host',
  'certificate-untrusted',
  'tls-unknown-name',
  'tls-failed',
  'status',
  'federation-answer',
  'protocol',
  'body-too-large',
  'body-encoding',
  'dns-failed',
  'refused',
  'reset',
  'timeout',
  'unreachable',
  'dns-not-found',
];

/** The reason that says most; undefined if there are none. */
export function mostTelling(reasons: readonly Reason[]): Reason | undefined {
  const rank = ({ code }: Reason) => {
    const at = mostTellingFirst.indexOf(code);
    return at === -1 ? mostTellingFirst.length : at;
  };
  return reasons.toSorted((a, b) => rank(a) - rank(b))[0];
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
