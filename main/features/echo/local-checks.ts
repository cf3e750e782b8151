/** Watches the member's own machine during a test: processors, the app's timers, and the way to the router. */
import type { MySide } from '../../../shared/echo/local-checks.ts';
import { spreadOf } from '../../../shared/echo/distribution.ts';
import type { Clock } from '../../platform/clock.ts';

/** Total time of all processors since boot, in any unit. */
export type ProcessorTimes = Readonly<{ busy: number; idle: number }>;

/** A ping's time until the answer, or no answer in time. */
export type GatewayAnswer = Readonly<{ answeredMs: number }> | 'silent';

export type LocalChecksDeps = Readonly<{
  clock: Clock;
  processors: () => ProcessorTimes;
  /** Pings the gateway once; undefined if there is none, or it never answers. */
  findGateway: () => Promise<(() => Promise<GatewayAnswer>) | undefined>;
}>;

export type MySideWatch = Readonly<{
  watch: () => Readonly<{ soFar: () => MySide; stop: () => Promise<MySide> }>;
}>;

/** One figure or two, and the end of its timers. */
type Watched<Figure> = Readonly<{ read: () => Figure; stop: () => void }>;

/** How often the app's own timers are checked; an audio packet lasts 20 ms. */
const beatMs = 50;
const pingIntervalMs = 1000;
/** With fewer pings, packet loss is not reported: one of three would be a third. */
const minPings = 5;

/** Costs nothing before `watch` and after `stop`. Figures not measured are absent. */
export function createMySide(deps: LocalChecksDeps): MySideWatch {
  return {
    watch: () => {
      const processor = watchProcessors(deps.processors);
      const stall = watchStalls(deps.clock);
      const gateway = watchGateway(deps);
      const soFar = () => ({ ...processor(), ...stall.read(), ...gateway.read() });
      return {
        soFar,
        stop: async () => {
          stall.stop();
          gateway.stop();
          return soFar();
        },
      };
    },
  };
}

function watchProcessors(read: () => ProcessorTimes): () => Pick<MySide, 'processor'> {
  const before = read();
  return () => {
    const now = read();
    const busy = now.busy - before.busy;
    const all = busy + now.idle - before.idle;
    // In some sandboxes the counters never change.
    return all > 0 && busy >= 0 ? { processor: Math.min(1, busy / all) } : {};
  };
}

/** A late timer is a late packet. */
function watchStalls(clock: Clock): Watched<Pick<MySide, 'stallMs'>> {
  let worstMs = 0;
  let beats = 0;
  let cancel = () => {};
  const beat = () => {
    const begunMs = clock.monotonicMs();
    cancel = clock.after(beatMs, () => {
      worstMs = Math.max(worstMs, clock.monotonicMs() - begunMs - beatMs);
      beats += 1;
      beat();
    });
  };
  beat();
  return { read: () => (beats === 0 ? {} : { stallMs: worstMs }), stop: () => cancel() };
}

function watchGateway({
  clock,
  findGateway,
}: LocalChecksDeps): Watched<Pick<MySide, 'gatewayMs' | 'gatewayLost'>> {
  const answers: GatewayAnswer[] = [];
  let isStopped = false;
  let cancel = () => {};
  const rounds = (ask: () => Promise<GatewayAnswer>) => {
    void ask().then((answer) => {
      if (isStopped) return;
      answers.push(answer);
      cancel = clock.after(pingIntervalMs, () => rounds(ask));
    });
  };
  void findGateway().then((ask) => {
    if (ask && !isStopped) rounds(ask);
  });
  const stop = () => {
    isStopped = true;
    cancel();
  };
  const read = () => {
    const times = answers.flatMap((one) => (one === 'silent' ? [] : [one.answeredMs]));
    const spread = spreadOf(times);
    return {
      ...(spread ? { gatewayMs: spread } : {}),
      // A gateway that never answers may be configured so: not counted as loss.
      ...(spread && answers.length >= minPings
        ? { gatewayLost: (answers.length - times.length) / answers.length }
        : {}),
    };
  };
  return { read, stop };
}
