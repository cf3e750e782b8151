/** Lines and servers for the echo test, and the expected blame for each. */
import { blameRatio } from '../../../shared/echo/limits.ts';
import type { Blame } from '../../../shared/echo/verdict-view.ts';
import type { KnobChanges } from '../../servers/bbb/index.ts';

export type Condition = Readonly<{
  knobs: KnobChanges;
  /** A single dominant cause is named; with two of them nobody is blamed. `lost`: what bursts really took on the way down. */
  blame: Blame | ((lost: number) => Blame);
  /** Expected route, where sound is to go through a relay or nowhere. */
  route: 'udp' | 'relay' | 'none';
}>;

const line = (network: KnobChanges['network'], delayMs: number, blame: Blame): Condition => ({
  knobs: { network: network ?? {}, echo: { delayMs } },
  blame,
  route: 'udp',
});

const echoing = (
  echo: KnobChanges['echo'],
  blame: Condition['blame'],
  network: KnobChanges['network'] = { roundTripMs: 20 },
): Condition => ({ knobs: { network, echo: echo ?? {} }, blame, route: 'udp' });

/**
 * While every test still measures. A freeze that comes after a clear case has ended is not seen: the line was as good as
 * any until then. See docs/decisions/0042-a-clear-case-ends-early.md.
 */
const frozenFor = (freezeMs: number) => ({ freezeAtS: 5, freezeMs });

/** A freeze of two seconds takes a tenth of the sound; what bursts took decides which of them cost the call more. */
function besideAFreeze(lost: number): Blame {
  const frozen = 0.1 * (1 - lost);
  if (lost >= blameRatio * frozen) return 'network';
  return frozen >= blameRatio * lost ? 'server' : 'cannot-tell';
}

/** Every knob covers its whole range, alone first, then with others. None is near a border of the verdict. */
export const conditions: readonly Condition[] = [
  line({ roundTripMs: 5 }, 0, 'nobody'),
  line({ roundTripMs: 40 }, 0, 'nobody'),
  line({ roundTripMs: 100 }, 0, 'nobody'),
  line({ roundTripMs: 250 }, 0, 'network'),
  line({ roundTripMs: 400 }, 0, 'network'),
  line({ roundTripMs: 20, jitterMs: 5 }, 0, 'nobody'),
  line({ roundTripMs: 20, jitterMs: 15 }, 0, 'nobody'),
  line({ roundTripMs: 250, jitterMs: 30 }, 0, 'network'),
  line({ roundTripMs: 200, jitterMs: 60 }, 0, 'network'),
  line({ roundTripMs: 20, lossUp: 0.01 }, 0, 'nobody'),
  line({ roundTripMs: 20, lossDown: 0.01 }, 0, 'nobody'),
  line({ roundTripMs: 20, lossUp: 0.05 }, 0, 'network'),
  line({ roundTripMs: 20, lossDown: 0.05 }, 0, 'network'),
  line({ roundTripMs: 20, lossUp: 0.1 }, 0, 'network'),
  line({ roundTripMs: 20, lossDown: 0.1 }, 0, 'network'),
  line({ roundTripMs: 60, lossUp: 0.03, lossDown: 0.06 }, 0, 'network'),
  line({ roundTripMs: 20 }, 60, 'nobody'),
  line({ roundTripMs: 20 }, 200, 'server'),
  line({ roundTripMs: 20 }, 350, 'server'),
  line({ roundTripMs: 20 }, 500, 'server'),
  line({ roundTripMs: 80 }, 300, 'server'),
  line({ roundTripMs: 40, jitterMs: 10 }, 300, 'server'),
  line({ roundTripMs: 40, lossUp: 0.01, lossDown: 0.01 }, 400, 'server'),
  line({ roundTripMs: 300 }, 300, 'cannot-tell'),
  line({ roundTripMs: 400, lossDown: 0.08 }, 50, 'network'),
  // Bursty loss.
  line({ roundTripMs: 20, lossUp: 0.06, lossBurst: 6 }, 0, 'network'),
  line({ roundTripMs: 20, lossDown: 0.06, lossBurst: 6 }, 0, 'network'),
  line({ roundTripMs: 20, lossDown: 0.1, lossBurst: 20 }, 0, 'network'),
  line({ roundTripMs: 60, lossUp: 0.08, lossDown: 0.08, lossBurst: 10 }, 0, 'network'),
  // A line that freezes, or slows down during the call.
  line({ roundTripMs: 20, ...frozenFor(2000) }, 0, 'network'),
  line({ roundTripMs: 60, ...frozenFor(1000) }, 0, 'network'),
  line({ roundTripMs: 20, driftMs: 400 }, 0, 'network'),
  // The same for a server, on a good line.
  echoing(frozenFor(2000), 'server'),
  echoing({ ...frozenFor(2000), freeze: 'holds' }, 'server'),
  echoing(frozenFor(700), 'server'),
  echoing(frozenFor(100), 'nobody'),
  echoing({ driftMs: 400 }, 'server'),
  // A server that loses sound but no packets, or returns it unevenly.
  echoing({ loss: 0.005 }, 'nobody'),
  echoing({ loss: 0.08 }, 'server'),
  echoing({ loss: 0.2 }, 'server'),
  echoing({ jitterMs: 300 }, 'server'),
  echoing({ jitterMs: 150 }, 'server'),
  // Combined.
  echoing(frozenFor(2000), 'server', { roundTripMs: 100, jitterMs: 10 }),
  echoing({ loss: 0.08 }, 'server', { roundTripMs: 40, lossDown: 0.01 }),
  echoing({ jitterMs: 300 }, 'server', { roundTripMs: 60, lossUp: 0.01 }),
  echoing({ driftMs: 400 }, 'server', { roundTripMs: 40, jitterMs: 15 }),
  echoing({ loss: 0.1 }, 'cannot-tell', { roundTripMs: 20, lossDown: 0.1 }),
  echoing(frozenFor(2000), besideAFreeze, { roundTripMs: 20, lossDown: 0.1, lossBurst: 10 }),
  {
    knobs: { network: { roundTripMs: 30, udp: 'blocked' }, turn: 'none' },
    blame: 'network',
    route: 'none',
  },
  {
    knobs: { network: { roundTripMs: 30, udp: 'blocked' }, turn: 'udp' },
    blame: 'nobody',
    route: 'relay',
  },
  {
    knobs: {
      network: { roundTripMs: 30, udp: 'blocked' },
      turn: 'tcp',
      echo: { delayMs: 300 },
    },
    blame: 'server',
    route: 'relay',
  },
];
