/** How Matrix servers find each other, and what their answers mean; server-server API, “Resolving server names”. Pure. */
import * as v from 'valibot';
import type { ServerName } from '../matrix/server-name.ts';
import { parseServerName } from '../matrix/server-name.ts';
import type { Reason, ReasonCode } from '../observation/observation.ts';

/** Where a server listens for others when nothing else is said. */
export const federationPort = 8448;

/** Where `/.well-known/matrix/server` delegates to; undefined when it delegates nowhere. */
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

/** What a federation tester says; undefined when it says nothing that can be understood. */
export function reportOf(body: string): boolean | undefined {
  const parsed = v.safeParse(v.object({ FederationOK: v.boolean() }), json(body));
  return parsed.success ? parsed.output.FederationOK : undefined;
}

export type SrvRecord = Readonly<{ name: string; port: number; priority: number; weight: number }>;

/** More ways than these are not tried within one check. */
const targetsAtMost = 5;

/** Where other servers try, in their order (RFC 2782): it is chance among equals there, and the heavier first here. */
export function inOrder(records: readonly SrvRecord[]): readonly SrvRecord[] {
  return records
    .filter(({ name }) => name !== '' && name !== '.')
    .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
    .slice(0, targetsAtMost);
}

/** The less of the way to the server a reason has come, the less it tells of it. */
const byTelling: readonly ReasonCode[] = [
  'certificate-expired',
  'certificate-wrong-host',
  'certificate-untrusted',
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

/** Of several reasons that which says most of what is wrong; undefined of none. */
export function mostTelling(reasons: readonly Reason[]): Reason | undefined {
  const rank = ({ code }: Reason) => {
    const at = byTelling.indexOf(code);
    return at === -1 ? byTelling.length : at;
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
