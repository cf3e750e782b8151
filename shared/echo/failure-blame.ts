/** What a test that ended early says of you, the network and the server: often nothing. Pure. */
import type { Failure, FailureCode } from './failure.ts';
import type { Measurement } from './measurement.ts';
import type { Blame, Verdict } from './verdict-view.ts';

/**
 * `untested`: the room refused, or it never began; nothing was measured and there is no quality.
 * `as-measured`: the figures until then decide.
 * `server-if-reached`, `network-if-reached`: only if the same server answered over the web meanwhile.
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
  // Looked at closer below, as is `server-error`.
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
  // The server answers over the web and not over UDP: a firewall on the way.
  'ice-failed': 'network-if-reached',
  // The way was found, packets may pass, and yet nothing comes.
  'media-silent': 'server-if-reached',
  stopped: 'as-measured',
  timeout: 'unclear',
  busy: 'untested',
  internal: 'untested',
};

/** Reasons of a check (`shared/observation/observation.ts`) that only a server that was found can give. */
const serverReasons: readonly string[] = [
  'refused',
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
  'protocol',
  'status',
];
/** BigBlueButton's errors that speak of the way for media (ICE), and those where either side may have erred. */
const iceErrors: readonly unknown[] = [1007, 1010, 1011, 1012, 2020, 2021, 2022];
const unclearErrors: readonly unknown[] = [1003, 1009, 2202, 2203, 2300];

/** Undefined where the figures decide as if nothing had happened. */
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
    return serverReasons.includes(String(params['reason'])) ? 'server' : 'unclear';
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
      // A relay that the server names wrongly would have been the way: then it may be either.
      return isReached(measurement) && !measurement.connection?.oddIceServers
        ? 'network'
        : 'cannot-tell';
    case 'unclear':
      return 'cannot-tell';
  }
}

/** Whether the server was seen to answer over the web or in signalling. */
function isReached({ http, signalling, connection }: Measurement): boolean {
  return (
    http?.roundTripMs !== undefined ||
    signalling?.openMs !== undefined ||
    signalling?.answerMs !== undefined ||
    signalling?.roundTripMs !== undefined ||
    connection?.connectMs !== undefined
  );
}
