/** Compares what is shown with the rules and with the world: each wrong state counts once until it is right again. */
import type { Verdict } from '../../../shared/observation/observation.ts';
import { viewService } from '../../../shared/status/view.ts';
import { askedForMs, askedForOfShyMs, hostOf, sightMs, witnessesMs } from './coop.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

export type States = Readonly<{
  /** Call often: a state that is wrong between two calls goes unseen. */
  review: (life: Life) => void;
  wrong: () => number;
  /** How often a state was compared with the truth. */
  judged: () => number;
}>;

/** Time allowed for rendering, in ms. */
const drawnWithinMs = 2000;

export function createStates(world: World, log: (line: string) => void): States {
  const { clock } = world;
  /** Since when the rendered state differs from the rule, on the monotonic clock. */
  const differsSinceMs = new Map<string, number>();
  const wrong = new Set<string>();
  let count = 0;
  let judged = 0;

  const note = (what: string, isWrong: boolean, detail: string) => {
    if (!isWrong) wrong.delete(what);
    else if (!wrong.has(what)) {
      wrong.add(what);
      count += 1;
      log(`wrong: ${what}: ${detail}`);
    }
  };

  const againstRule = (id: string, shown: Verdict | undefined, ruled: Verdict) => {
    const nowMs = clock.monotonicMs();
    if (shown === ruled || !world.isJumpSeen()) differsSinceMs.delete(id);
    else if (!differsSinceMs.has(id)) differsSinceMs.set(id, nowMs);
    const isLate = nowMs - (differsSinceMs.get(id) ?? nowMs) > drawnWithinMs;
    note(`${id} by the rule`, isLate, `shows ${shown}, is ${ruled}`);
  };

  const againstWorld = (id: string, shown: Verdict | undefined, withinMs: number) => {
    const host = hostOf(id);
    const nowMs = clock.monotonicMs();
    const changed = world.changedAtMs(host);
    const isSettled =
      nowMs - changed.host > withinMs + witnessesMs &&
      nowMs - changed.line > withinMs + witnessesMs + sightMs;
    const truth = world.truthOf(host);
    if (!isSettled || truth === undefined) return void wrong.delete(`${id} in truth`);
    judged += 1;
    note(`${id} in truth`, shown !== truth, `shows ${shown}, is ${truth} (${situation(host)})`);
  };

  const situation = (host: string) =>
    `${world.conditionOf(host)}, line ${world.line()}${world.isTimely() ? '' : ', clock wrong'}`;

  return {
    review: (life) => {
      const drawn = life.drawn();
      const { services, records } = life.monitor.state();
      const shown = new Map(drawn?.services.map(({ id, verdict }) => [id, verdict]));
      for (const { service } of services) {
        const record = records.get(service.id);
        if (!record || !drawn) continue;
        const view = viewService(service, record, life.connectivity(), clock.nowUtcMs());
        againstRule(service.id, shown.get(service.id), view.verdict);
        againstWorld(
          service.id,
          shown.get(service.id),
          world.isShy(hostOf(service.id)) ? askedForOfShyMs(service) : askedForMs(service),
        );
      }
    },
    wrong: () => count,
    judged: () => judged,
  };
}
