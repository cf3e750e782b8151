/** The simulated network of one run: every fault is an error as the system reports it. */
import type { Clock } from '../../../main/platform/clock.ts';
import { NetError, timedOut } from '../../../main/platform/net/error.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import type { Answer } from '../../../main/platform/net/request.ts';
import type { Phase } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { documentHost, editions } from './coop.ts';
import type { Dice } from './dice.ts';
import type { Condition, World } from './world.ts';
import { certificateLeftMs } from './world.ts';

type Asked = Readonly<{
  host: string;
  signal: AbortSignal;
  phaseMs: number;
  /** Whether the certificate's dates are checked. */
  isDated: boolean;
}>;
type Page = Readonly<{ status: number; body: string; headers?: Readonly<Record<string, string>> }>;

export function createNetTo(world: World, clock: Clock, dice: Dice): Net {
  const pass = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        cancel();
        reject(signal.reason as Error);
      };
      if (signal.aborted) return reject(signal.reason as Error);
      const cancel = clock.after(ms, () => {
        signal.removeEventListener('abort', leave);
        resolve();
      });
      signal.addEventListener('abort', leave, { once: true });
    });
  const hang = async (phase: Phase, { phaseMs, signal }: Asked): Promise<never> => {
    await pass(phaseMs, signal);
    throw timedOut(phase, phaseMs);
  };

  /** The server's condition, or throws the fault on the way to it. */
  const reach = async (asked: Asked): Promise<Condition> => {
    await pass(dice.between(10, 200), asked.signal);
    const line = world.line();
    if (line === 'off') throw new NetError(reason('unreachable'));
    if (line === 'vanishing') return hang('connect', asked);
    if (line === 'captive') throw new NetError(reason('certificate-wrong-host'));
    const condition = world.conditionOf(asked.host);
    await meet(condition, asked);
    if (asked.isDated && !world.isTimely()) throw new NetError(untimely());
    return condition;
  };

  const meet = async (condition: Condition, asked: Asked): Promise<void> => {
    if (condition === 'vanished') return hang('connect', asked);
    if (condition === 'name-hangs') return hang('dns', asked);
    if (condition === 'refused') throw new NetError(reason('refused'));
    if (condition === 'nameless') throw new NetError(reason('dns-not-found', { host: asked.host }));
    if (condition === 'flaky' && dice.happens(0.4)) throw new NetError(reason('reset'));
  };

  const untimely = () => {
    const date = world.trueUtcMs() + certificateLeftMs;
    return world.clock.nowUtcMs() > date
      ? reason('certificate-expired', { date })
      : reason('certificate-not-yet-valid', {});
  };

  const certificate = () => ({
    validToUtcMs: world.trueUtcMs() + certificateLeftMs,
    issuer: 'An authority',
    trusted: true,
  });

  const answer = async (condition: Condition, asked: Asked): Promise<Page> => {
    if (condition === 'hung') return hang('firstByte', asked);
    if (asked.host === documentHost) return editions[world.edition()];
    if (condition === 'broken') throw new NetError(reason('protocol'));
    if (condition === 'circle') throw new NetError(reason('redirect-loop'));
    if (condition === 'closed') return { status: 403, body: '' };
    if (condition === 'failing') return { status: 500, body: 'Internal error' };
    if (condition === 'busy') return { status: 429, body: '', headers: { 'retry-after': '30' } };
    return { status: 200, body: 'It works.' };
  };

  return {
    within: (_signal, work) => work(),
    connect: async ({ host, signal, phaseMs, trust }) => {
      await reach({ host, signal, phaseMs, isDated: trust === 'system' });
      return { timings: { total: 40 }, ...(trust ? { certificate: certificate() } : {}) };
    },
    request: async ({ url, signal, phaseMs, trust }): Promise<Answer> => {
      const { hostname: host } = new URL(url);
      const asked: Asked = { host, signal, phaseMs, isDated: trust === 'system' };
      const { status, body, headers } = await answer(await reach(asked), asked);
      const date = new Date(world.trueUtcMs()).toUTCString();
      return {
        url,
        status,
        headers: { date, ...headers },
        body,
        timings: { firstByte: 40, total: 60 },
        certificate: certificate(),
      };
    },
  };
}
