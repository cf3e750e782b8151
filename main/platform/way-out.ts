/** The way out and who knows whether there is one, joined: every answer is heard, and doubt is asked about. */
import type { Clock } from './clock.ts';
import type { ConnectivityMonitor } from './connectivity.ts';
import { createConnectivity } from './connectivity.ts';
import { listenTo } from './listening-net.ts';
import { createBudget } from './net/budget.ts';
import type { Net } from './net/index.ts';
import { createNet } from './net/index.ts';
import { createAskPlace, createAskTime, createAskWitness } from './witness.ts';

export type WayOut = Readonly<{ net: Net; connectivity: ConnectivityMonitor }>;

/** Connections that are held at once. */
const connectionBudget = 8;

export function createWayOut(parts: Readonly<{ clock: Clock; onJump?: () => void }>): WayOut {
  // Witnesses are judged by what they say; that they say anything is no proof.
  const net = createNet({ budget: createBudget(connectionBudget) });
  const connectivity = createConnectivity({
    ...parts,
    ask: createAskWitness({ net }),
    askPlace: createAskPlace({ net }),
    askTime: createAskTime({ net }),
  });
  return { net: listenTo(net, connectivity.hear), connectivity };
}
