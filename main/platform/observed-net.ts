/** The way out and who knows whether there is one, joined: every answer is heard, and doubt is asked about. */
import type { Clock } from './clock.ts';
import type { ConnectivityMonitor } from './connectivity.ts';
import { createConnectivity } from './connectivity.ts';
import { listenTo } from './listening-net.ts';
import type { Lookup } from './net/addresses.ts';
import { systemLookup } from './net/addresses.ts';
import { createBudget } from './net/budget.ts';
import type { Net } from './net/index.ts';
import { createNet } from './net/index.ts';
import { askAside, createResolver, lookupPatienceMs } from './net/resolver.ts';
import { createAskPlace, createAskTime, createAskWitness } from './witness.ts';

export type WayOut = Readonly<{
  /** For what a member does, and what the app needs for itself. */
  net: Net;
  /** For status pages and backups, looked at now and then: none of them keeps a member waiting. */
  pages: Net;
  /** For checks; how many are under way, the watch itself decides. */
  checks: Net;
  connectivity: ConnectivityMonitor;
}>;

/** Connections that are held at once, of each kind. */
const connectionBudget = 8;
/** More than there are witnesses, and others to ask: they never wait. */
const witnessBudget = 32;

/** `lookup` stands in for the system's resolver in tests. */
export function createWayOut(
  deps: Readonly<{ clock: Clock; lookup?: Lookup; onJump?: () => void }>,
): WayOut {
  const { lookup: ask = systemLookup, ...rest } = deps;
  const { clock } = rest;
  const lookup = createResolver({ clock, ask, askAside, patienceMs: lookupPatienceMs });
  // Witnesses are judged by what they say; that they say anything is no proof.
  const asking = createNet({
    budget: createBudget(witnessBudget),
    lookup: createResolver({ clock, ask, askAside, patienceMs: 0 }),
  });
  const connectivity = createConnectivity({
    ...rest,
    ask: createAskWitness({ net: asking }),
    askPlace: createAskPlace({ net: asking }),
    askTime: createAskTime({ net: asking }),
  });
  const lane = (places: number) =>
    listenTo(createNet({ budget: createBudget(places), lookup }), connectivity.hear);
  return {
    net: lane(connectionBudget),
    pages: lane(connectionBudget),
    checks: lane(Number.POSITIVE_INFINITY),
    connectivity,
  };
}
