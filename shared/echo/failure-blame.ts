/** What a failed test says about you, the network and the server; often nothing. Pure. */
import type { ReasonCode } from '../observation/observation.ts';
import type { Failure, FailureCode } from './failure.ts';
import type { Measurement } from './measurement.ts';
import type { Blame, Verdict } from './verdict-view.ts';

/**
 * `untested`: the room refused, or the test never began; nothing measured, no quality.
 * `as-measured`: judged by the figures so far.
 * `server-if-reached`, `network-if-reached`: only if the server answered over HTTP or signalling.
 */
type Rule =
  | 'untested'
  | 'as-measured'
  | 'unclear'
  | 'you'
  | 'server'
  | 'server-if-reached'
  | 'network-if-reached';

const rules: Readonly<Record<FailureCode, Rule>> = {
  'address-invalid': 'untested',
  offline: 'you',
  // Refined in ruleOf(), as is `server-error`.
  unreachable: 'unclear',
  'too-many-redirects': 'untested',
  'not-a-room': 'untested',
  'not-found': 'untested',
  'sign-in-required': 'untested',
  'access-code-required': 'untested',
  'access-code-wrong': 'untested',
  'not-started': 'untested',
  'waiting-for-moderator': 'untested',
  'guest-denied': 'untested',
  'room-full': 'untested',
  ended: 'untested',
  livekit: 'untested',
  'secret-missing': 'untested',
  'secret-wrong': 'untested',
  'keyring-unavailable': 'untested',
  'api-refused': 'untested',
  'join-timeout': 'server-if-reached',
  'left-the-room': 'untested',
  'page-failed': 'unclear',
  'signalling-refused': 'server',
  'signalling-unreachable': 'server-if-reached',
  'signalling-closed': 'server-if-reached',
  'signalling-silent': 'server-if-reached',
  'bad-answer': 'server',
  'server-error': 'server',
  'not-admitted': 'server-if-reached',
  'sdp-invalid': 'server',
  // Answers over the web but not over UDP: a firewall in between.
  'ice-failed': 'network-if-reached',
  // ICE has found a route, yet no media arrives.
  'media-silent': 'server-if-reached',
  stopped: 'as-measured',
  timeout: 'unclear',
  busy: 'untested',
  internal: 'untested',
};

/** Reasons of a check that prove that the server was reached. */
const serverReasons: ReadonlySet<unknown> = new Set<ReasonCode>([
  'refused',
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
  'protocol',
  'status',
]);
/** BigBlueButton's error codes about ICE, and those that either side may have caused. */
const iceErrors: readonly unknown[] = [1007, 1010, 1011, 1012, 2020, 2021, 2022];
const unclearErrors: readonly unknown[] = [1003, 1009, 2202, 2203, 2300];

/** Undefined if the figures decide, as for a complete test. */
export function failureVerdict(failure: Failure, measurement: Measurement): Verdict | undefined {
  const rule = ruleOf(failure);
  if (rule === 'as-measured') return undefined;
  const { code } = failure.params;
  const decidedBy = {
    figure: 'failure',
    ...(typeof code === 'number' ? { value: code } : {}),
  } as const;
  if (rule === 'untested') return { blame: 'cannot-tell', decidedBy };
  return { quality: 'failed', blame: blameOf(rule, measurement), decidedBy };
}

function ruleOf({ code, params }: Failure): Rule {
  if (code === 'unreachable') {
    return serverReasons.has(params['reason']) ? 'server' : 'unclear';
  }
  if (code === 'server-error') {
    if (iceErrors.includes(params['code'])) return 'network-if-reached';
    if (unclearErrors.includes(params['code'])) return 'unclear';
  }
  return rules[code];
}

function blameOf(rule: Exclude<Rule, 'untested' | 'as-measured'>, measurement: Measurement): Blame {
  switch (rule) {
    case 'you':
    case 'server':
      return rule;
    case 'server-if-reached':
      return isReached(measurement) ? 'server' : 'cannot-tell';
    case 'network-if-reached':
      // A wrong relay address from the server may be the cause: then it can be either.
      return isReached(measurement) && !measurement.connection?.oddIceServers
        ? 'network'
        : 'cannot-tell';
    case 'unclear':
      return 'cannot-tell';
  }
}

/** Whether the server has answered over the web or in signalling. */
function isReached({ http, signalling, connection }: Measurement): boolean {
  return (
    http?.roundTripMs !== undefined ||
    signalling?.openMs !== undefined ||
    signalling?.answerMs !== undefined ||
    signalling?.roundTripMs !== undefined ||
    connection?.connectMs !== undefined
  );
}
