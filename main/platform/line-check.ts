/** Checks whether this machine is online: asks the co-op's witnesses, and other hosts if none of them answers. */
import type { Witness } from '../../shared/coop/witnesses.ts';
import type { Answered } from '../../shared/net/answers.ts';
import type { WitnessResult } from '../../shared/net/connectivity.ts';
import type { LineVerdict } from '../../shared/net/connectivity.ts';
import { failuresCount, judgeConnectivity } from '../../shared/net/connectivity.ts';
import type { ProxyFault } from '../../shared/net/proxy-answer.ts';
import type { Clock } from './clock.ts';
import type { MachineClock } from './machine-clock.ts';
import type { ProvenHosts } from './proven-hosts.ts';
import { inTime } from './time-limit.ts';
import type { AskPlace, AskWitness } from './witness.ts';

export type LineCheck = Readonly<{
  /** Undefined when aborted. Never rejects. */
  run: (witnesses: readonly Witness[], signal: AbortSignal) => Promise<LineVerdict | undefined>;
  /** Adds an answer that arrived elsewhere while the check runs. */
  hear: (answer: Answered) => void;
}>;

export type LineCheckDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  ask: AskWitness;
  askPlace: AskPlace;
  time: Pick<MachineClock, 'hear' | 'doubt'>;
  hosts: Pick<ProvenHosts, 'toAsk' | 'isTelling' | 'isDistanceSilent'>;
}>;

/** Time without an answer from any witness before other hosts are asked too, in ms. */
const headStartMs = 1000;

export function createLineCheck(deps: LineCheckDeps): LineCheck {
  const { clock, askPlace, hosts } = deps;
  /** Answers for the current check. */
  let answers: Answered[] = [];

  return {
    run: async (witnesses, signal) => {
      const mine: Answered[] = [];
      answers = mine;
      const { testimonies, all, answered } = askWitnesses(deps, witnesses, signal);
      const isClear = await isSettledWithin(clock, headStartMs, [all, answered]);
      if (signal.aborted) return undefined;
      const judged = judgeConnectivity(
        testimonies,
        mine.filter(({ place }) => hosts.isTelling(place)),
      );
      // Until all witnesses have answered, a plain answer may come from a captive portal.
      if (isClear && failuresCount(judged)) return judged;
      const asked = hosts.toAsk();
      const proxyFaults: ProxyFault[] = [];
      const found = asked.map(async (one) => {
        const answer = await askPlace(one, signal);
        if (signal.aborted || !answer) return;
        if (typeof answer === 'string') proxyFaults.push(answer);
        else mine.push(answer);
      });
      await Promise.race([answered, Promise.all([all, ...found])]);
      if (signal.aborted) return undefined;
      const silence = hosts.isDistanceSilent(asked, mine);
      return judgeConnectivity(testimonies, mine, silence, proxyFaults);
    },
    hear: (answer) => void answers.push(answer),
  };
}

/** `testimonies` start as `silent`; `answered` resolves once a witness has answered, if one does. */
function askWitnesses(deps: LineCheckDeps, witnesses: readonly Witness[], signal: AbortSignal) {
  const testimonies = witnesses.map((): WitnessResult => ({ testimony: 'silent' }));
  const questions = witnesses.map(async (one, index) => {
    testimonies[index] = await askWitness(deps, one, signal);
  });
  const answered = new Promise<void>((resolve) => {
    for (const [index, one] of questions.entries()) {
      void one.then(() => testimonies[index]?.testimony === 'answered' && resolve());
    }
  });
  return { testimonies, all: Promise.all(questions), answered };
}

async function askWitness(
  { ask, time }: LineCheckDeps,
  witness: Witness,
  signal: AbortSignal,
): Promise<WitnessResult> {
  const word = await ask(witness, signal);
  if (signal.aborted) return word;
  if (word.untimely) time.doubt(word.untimely);
  if (word.time) time.hear(word.time.place, word.time.serverUtcMs);
  return word;
}

/** Whether any of them resolves within `ms`. */
async function isSettledWithin(
  clock: Pick<Clock, 'after'>,
  ms: number,
  promises: readonly Promise<unknown>[],
): Promise<boolean> {
  const first = Promise.race(promises.map((one) => one.then(() => true)));
  return (await inTime(clock, ms, first)) ?? false;
}
