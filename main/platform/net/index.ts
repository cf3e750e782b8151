/** The app's only network access: every connection goes through here, under a budget and the address rule. */
import type { Certificate, Timings } from '../../../shared/observation/observation.ts';
import type { Lookup } from './addresses.ts';
import { bareHost, guardLookup, onlyOutside } from './addresses.ts';
import type { Budget } from './budget.ts';
import { dial } from './dial.ts';
import type { Answer, Request } from './request.ts';
import { follow } from './request.ts';
import type { Trust } from './tls.ts';

export type Target = Readonly<{
  /** A name or address from the co-op document. */
  host: string;
  port: number;
  /** Which certificates to trust; undefined for plain TCP. */
  trust?: Trust;
  signal: AbortSignal;
  /** Limit of each phase in ms. */
  phaseMs: number;
}>;

export type Net = Readonly<{
  /** Throws NetError, or the signal's reason if aborted. */
  request: (request: Request) => Promise<Answer>;
  /** Opens a connection and closes it. Throws like `request`. */
  connect: (target: Target) => Promise<Readonly<{ timings: Timings; certificate?: Certificate }>>;
  /** Runs other network work, such as a DNS query, under the same budget. */
  within: <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;
}>;

/** `lookup` replaces the system's resolver in tests. */
export function createNet(deps: Readonly<{ budget: Budget; lookup?: Lookup }>): Net {
  const lookup = guardLookup(deps.lookup);
  const outside = onlyOutside(lookup);
  const within: Net['within'] = async (signal, work) => {
    const release = await deps.budget.take(signal);
    try {
      return await work();
    } finally {
      release();
    }
  };
  return {
    within,
    request: (request) =>
      within(request.signal, () => follow(request, request.outsideOnly ? outside : lookup)),
    connect: (target) => within(target.signal, () => reach(target, lookup)),
  };
}

async function reach(target: Target, lookup: Lookup) {
  const host = bareHost(target.host);
  const line = await dial({ ...target, host, trust: target.trust, namedHosts: [host] }, lookup);
  const timings = line.clock.timings();
  line.hangUp();
  return { timings, ...(line.certificate ? { certificate: line.certificate } : {}) };
}
