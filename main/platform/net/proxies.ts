/** Which proxy is in use, and what is known of it. */
import type { ProxyChoice, ProxySetting } from '../../../shared/net/proxy-choice.ts';
import type { Proxy } from '../../../shared/net/proxy.ts';
import { proxyKey } from '../../../shared/net/proxy.ts';
import { chooseProxy, systemChoice, usualProxySetting } from '../../../shared/net/proxy-choice.ts';
import type { ProxyTarget } from '../../../shared/net/proxy-bypass.ts';
import { readProxyVariables } from '../../../shared/net/proxy-variables.ts';
import type { Clock } from '../clock.ts';
import { inTime } from '../time-limit.ts';
import type { ProxyEvidence } from './proxy-evidence.ts';
import { createProxyEvidence } from './proxy-evidence.ts';
import type { ProxyLogins, ProxyLoginsDeps } from './proxy-logins.ts';
import { createProxyLogins } from './proxy-logins.ts';

export type Proxies = Readonly<{
  /** Never rejects. A proxy that has not answered lately comes last. */
  choose: (target: ProxyTarget) => Promise<ProxyChoice>;
  /** A proxy has not answered: the system's settings may have changed, or the network. */
  noteSilence: (proxy: Proxy) => void;
  /** This may be another network, with another proxy. */
  doubt: () => void;
  setting: () => Promise<ProxySetting>;
  /** Applies to the next connection. */
  set: (setting: ProxySetting) => void;
  /** The choices for hosts that were connected to lately, without this machine. */
  lately: () => readonly ProxyChoice[];
  logins: ProxyLogins;
  evidence: ProxyEvidence;
}>;

export type ProxiesDeps = Readonly<{
  clock: Clock;
  variables: Readonly<Record<string, string | undefined>>;
  /**
   * The system's answer for a URL, in Chromium's grammar. Absent where there is no Chromium: then only the environment
   * and the member's setting count.
   */
  askSystem?: (url: string) => Promise<string>;
  /** What the member has set; called once, for the first connection. Undefined if nothing, or if it cannot be read. */
  loadSetting?: () => Promise<ProxySetting | undefined>;
}> &
  Pick<ProxyLoginsDeps, 'openKeyring'>;

/** How long the system's answer counts, in ms: the system notices changes itself, and answers within some ms. */
const answerLifeMs = 60_000;
/** More hosts than a co-op has. */
const answerLimit = 500;
/** How long a proxy that has not answered comes after others, in ms; as in Chromium. */
const silenceMs = 5 * 60_000;
/** The script of a proxy may have to be fetched first. In ms. */
const systemLimitMs = 10_000;

type Remembered = Readonly<{ choice: ProxyChoice; untilMs: number }>;

export function createProxies(deps: ProxiesDeps): Proxies {
  const { clock, askSystem, loadSetting = async () => undefined } = deps;
  const variables = readProxyVariables(deps.variables);
  const answers = new Map<string, Remembered>();
  /** Counts what makes answers void: one that was asked for before is not remembered. */
  let turn = 0;
  const silentUntilMs = new Map<string, number>();
  let current: Promise<ProxySetting> | undefined;
  const setting = () => (current ??= loadSetting().then((it) => it ?? usualProxySetting));

  const askFor = async ({ host, port, isPlainHttp }: ProxyTarget): Promise<ProxyChoice> => {
    if (!askSystem) return systemChoice('');
    const name = host.includes(':') ? `[${host}]` : host;
    // Scripts get no more of an address than this.
    const url = `${isPlainHttp ? 'http' : 'https'}://${name}:${port}/`;
    const answer = await inTime(
      clock,
      systemLimitMs,
      askSystem(url).catch(() => undefined),
    );
    return systemChoice(answer ?? '');
  };
  const remember = (key: string, choice: ProxyChoice) => {
    answers.delete(key);
    answers.set(key, { choice, untilMs: clock.monotonicMs() + answerLifeMs });
    const [oldest] = answers.keys();
    if (answers.size > answerLimit && oldest !== undefined) answers.delete(oldest);
  };

  const logins = createProxyLogins(deps);
  const forgetAnswers = () => {
    turn += 1;
    answers.clear();
  };
  const doubt = () => {
    forgetAnswers();
    silentUntilMs.clear();
  };
  const isSilent = (way: Proxy | 'direct') =>
    way !== 'direct' && clock.monotonicMs() < (silentUntilMs.get(proxyKey(way)) ?? 0);
  /** Otherwise each connection would first wait for it, as long as a check may last. */
  const silentLast = (choice: ProxyChoice): ProxyChoice => ({
    ...choice,
    ways: [...choice.ways].sort((a, b) => Number(isSilent(a)) - Number(isSilent(b))),
  });

  return {
    setting,
    set: (next) => {
      current = Promise.resolve(next);
      doubt();
      logins.doubt();
    },
    choose: async (target) => {
      const key = `${target.isPlainHttp} ${target.host} ${target.port}`;
      for (;;) {
        const asked = turn;
        const wanted = await setting();
        const known = answers.get(key);
        if (known && known.untilMs > clock.monotonicMs()) return silentLast(known.choice);
        const choice = chooseProxy(wanted, variables, target) ?? (await askFor(target));
        if (asked === turn) remember(key, choice);
        // Otherwise what the member has set meanwhile counts.
        if (wanted === (await setting())) return silentLast(choice);
      }
    },
    noteSilence: (proxy) => {
      silentUntilMs.set(proxyKey(proxy), clock.monotonicMs() + silenceMs);
      forgetAnswers();
    },
    doubt,
    lately: () => {
      const choices = [...answers.values()].map(({ choice }) => choice);
      return choices.filter(({ from }) => from !== 'machine');
    },
    logins,
    evidence: createProxyEvidence(clock),
  };
}

/** Everything is direct: for tests, and for what has no network. */
export function noProxies(clock: Clock): Proxies {
  return createProxies({ clock, variables: {}, openKeyring: undefined });
}
