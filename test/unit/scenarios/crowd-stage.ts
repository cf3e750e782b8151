/**
 * A large co-op: the real monitor and connectivity, with a fake clock and servers that answer, refuse, or leave a
 * client waiting until its timeout.
 */
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import { createConnectedMonitor } from '../../../main/core/status/connected-monitor.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { PlainProbe } from '../../../shared/coop/probe.ts';
import { summarySentence } from '../../../shared/wording/sentences.ts';
import { createTranslate } from '../../translate.ts';
import { placeAsked } from '../../../shared/status/lanes.ts';
import type { Observation, Phase } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { summarise } from '../../../shared/status/summary.ts';
import { fakeClock } from '../clock.ts';

export const second = 1000;
export const minute = 60 * second;

/** `nameless`: its name server hangs. `silent`: packets to it are lost. */
export type Condition = 'well' | 'refused' | 'nameless' | 'silent';

const answerMs = 50;
const witnessLimitMs = 4000;
const connectLimitMs = 10_000;

export type Check = Readonly<{ id: string; atMs: number }>;

/** `hostOf` maps services to hosts; without it each has its own. */
export async function setCrowd(
  count: number,
  options: Readonly<{ hostOf?: (index: number) => string }> = {},
) {
  const { hostOf = (index: number) => `s${index}.example` } = options;
  const clock = fakeClock();
  const t = createTranslate('en');
  const ids = Array.from({ length: count }, (_, index) => `s${index}`);
  const conditions = new Map<string, Condition>();
  const checks: Check[] = [];
  const witnessAskedAtMs: number[] = [];
  const atHost = new Map<string, number>();
  let mostAtHost = 0;
  let isLost = false;
  let drawn = 0;

  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const conditionOf = (id: string): Condition =>
    isLost ? 'silent' : (conditions.get(id) ?? 'well');
  const nobody = async (phase: Phase, key: string): Promise<Observation> => {
    await wait(connectLimitMs);
    const why = reason('timeout', { phase, seconds: connectLimitMs / second });
    return { verdict: 'down', reason: why, timings: {}, silentAt: key };
  };
  const look = async (id: string, key: string): Promise<Observation> => {
    const condition = conditionOf(id);
    if (condition === 'silent') return nobody('connect', key);
    if (condition === 'nameless') return nobody('dns', key);
    await wait(condition === 'refused' ? 1 : answerMs);
    if (condition === 'refused') return { verdict: 'down', reason: reason('refused'), timings: {} };
    connectivity.hear({ answer: { place: placeOf(key), proof: 'plain' } });
    return { verdict: 'up', timings: { total: answerMs } };
  };
  const probe = async (asked: PlainProbe): Promise<Observation> => {
    const id = 'url' in asked ? new URL(asked.url).pathname.slice(1) : '';
    const { host = '', key = '' } = placeAsked(asked);
    checks.push({ id, atMs: clock.monotonicMs() });
    const there = (atHost.get(host) ?? 0) + 1;
    atHost.set(host, there);
    mostAtHost = Math.max(mostAtHost, there);
    const seen = await look(id, key);
    atHost.set(host, (atHost.get(host) ?? 1) - 1);
    return seen;
  };

  const connectivity = createConnectivity({
    clock,
    ask: async () => {
      witnessAskedAtMs.push(clock.monotonicMs());
      const lost = isLost;
      await wait(lost ? witnessLimitMs : answerMs);
      return { testimony: lost ? 'silent' : 'answered' };
    },
    askPlace: async (place) => {
      const id = ids.find((_, index) => hostOf(index) === place.host) ?? '';
      const isThere = conditionOf(id) === 'well';
      await wait(isThere ? answerMs : witnessLimitMs);
      return isThere ? { place, proof: 'plain' } : undefined;
    },
    askTime: async () => undefined,
  });
  const unused = () => Promise.reject(new Error('not on this stage'));
  const monitor = createConnectedMonitor({
    clock,
    connectivity,
    probe,
    net: { within: unused, connect: unused, request: unused },
    random: () => ((drawn += 1) * 0.37) % 1,
    domains: { load: async () => undefined, save: async () => undefined },
  });
  const parsed = parseCoopDocument(
    JSON.stringify({
      version: 1,
      name: 'Co-op',
      witnesses: [{ host: 'w.example', port: 443 }],
      services: ids.map((id, index) => ({
        id,
        name: `Service ${index}`,
        probe: { type: 'http', url: `http://${hostOf(index)}/${id}` },
      })),
    }),
  );
  if (!parsed.ok) throw new Error(parsed.error.code);
  monitor.setDocument(parsed.document);
  // Long enough for all to be checked and their rounds to spread.
  await clock.pass(2 * minute);

  return {
    clock,
    pass: clock.pass,
    ids,
    checkNow: monitor.checkNow,
    isChecking: () => monitor.state().checkingNow,
    take: (condition: Condition, some: readonly string[]) => {
      for (const id of some) conditions.set(id, condition);
    },
    /** Everything becomes unreachable, the witness too. */
    lose: () => (isLost = true),
    regain: () => (isLost = false),
    sentence: () =>
      summarySentence(
        t,
        summarise(monitor.views(), connectivity.current()),
        connectivity.current(),
      ),
    verdict: (id: string) => monitor.state().records.get(id)?.verdict,
    /** All checks since then, by `clock.monotonicMs()`. */
    checksSince: (sinceMs: number): readonly Check[] =>
      checks.filter(({ atMs }) => atMs >= sinceMs),
    witnessAskedSince: (sinceMs: number) => witnessAskedAtMs.filter((atMs) => atMs >= sinceMs),
    mostAtHost: () => mostAtHost,
  };
}

function placeOf(key: string) {
  const [host = '', port = '80'] = key.split(':');
  return { host, port: Number(port), speaks: 'http' } as const;
}
