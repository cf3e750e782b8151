/** Runs the probe in a page beside that of a joined room, and validates everything that it reports. */
import * as v from 'valibot';
import type { Failure, FailureCode, Step } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import type { Measurement, Sample } from '../../../shared/echo/measurement.ts';
import type { ProbeOptions, ProbeProgress } from '../../../shared/echo/probe.ts';
import { ProbeProgressSchema, probeGlobal } from '../../../shared/echo/probe.ts';
import { measurementOfSeconds } from '../../../shared/echo/seconds.ts';
import type { Clock } from '../../platform/clock.ts';
import { EchoError, failureOf, failureOfEnd } from './failed.ts';
import type { RoomPage } from './room-page.ts';
import { never, pause, within } from './timeout.ts';

export type Measured = Readonly<{ measurement: Measurement; failure?: Failure | undefined }>;

export type MeasureDeps = Readonly<{
  clock: Clock;
  /** Where the probe runs; it ends with the room's page. */
  page: Pick<RoomPage, 'evaluate' | 'ended'>;
  /** The built probe's code. */
  code: string;
  options: ProbeOptions;
  /** Limits of connecting, and of the whole measurement. */
  connectMs: number;
  totalMs: number;
  signal: AbortSignal;
  /** Whether nothing outside the call can change a verdict on the network or the server any more. */
  isSettled: (samples: readonly Sample[]) => boolean;
  onProgress: (progress: ProbeProgress) => void;
}>;

/** The verdict waits for a poll, and the end for another. */
const pollMs = 100;
/** A page that does not answer for this long is dead. */
const answerTimeoutMs = 3000;
/** How long the probe may take to report after `stop`. */
export const stopMs = 1000;
/** In characters. About 120 samples and the figures are 30 KB. */
const answerLimit = 200_000;

type End = FailureCode | 'enough' | 'certain';

const early = { endedEarly: true } as const;

/** Never rejects, so that the figures measured before a failure are not lost. */
export async function measure(deps: MeasureDeps): Promise<Measured> {
  const { clock, page } = deps;
  const startedMs = clock.monotonicMs();
  let step: Step = 'connect';
  let last: ProbeProgress | undefined;
  let lastText: unknown;

  const ask = (code: string, signal: AbortSignal) =>
    within({ clock, step, ms: answerTimeoutMs, code: 'page-failed', signal }, () =>
      page.evaluate(code),
    );
  const poll = async (signal: AbortSignal) => {
    const text = await ask(`JSON.stringify(globalThis.${probeGlobal}.progress())`, signal);
    if (last && text === lastText) return last.outcome;
    last = checked(text, step, last);
    lastText = text;
    if (last.step !== 'done') step = last.step;
    deps.onProgress(last);
    return last.outcome;
  };
  const ended = page.ended.then((end) => Promise.reject(new EchoError(failureOfEnd(end, step))));
  const isSettled = () => {
    const { settled, samples } = last ?? { samples: [] };
    // Only these two can become another.
    if (settled !== 'network' && settled !== 'server') return settled !== undefined;
    return deps.isSettled(samples);
  };
  /** The reason to end the loop; undefined to continue. */
  const dueEnd = (): End | undefined => {
    if (deps.signal.aborted) return 'stopped';
    if (isSettled()) return 'certain';
    const ms = clock.monotonicMs() - startedMs;
    if (step === 'connect' && ms >= Math.min(deps.connectMs, deps.totalMs)) return 'timeout';
    return ms >= deps.totalMs ? 'enough' : undefined;
  };

  const follow = async (): Promise<Measured> => {
    await ask(`${deps.code}\n;undefined`, deps.signal);
    await ask(`void globalThis.${probeGlobal}.begin(${JSON.stringify(deps.options)})`, deps.signal);
    for (;;) {
      const due = dueEnd();
      if (due) return stop(due);
      const outcome = await poll(deps.signal);
      if (outcome) return outcome;
      await pause(clock, pollMs, deps.signal);
    }
  };
  /** Collects the figures so far; our reason for stopping takes precedence over the probe's. */
  const stop = async (due: End): Promise<Measured> => {
    const figures = await within({ clock, step, ms: stopMs, signal: never }, async (inTime) => {
      await ask(`globalThis.${probeGlobal}.stop()`, inTime);
      for (;;) {
        const outcome = await poll(inTime);
        if (outcome) return outcome.measurement;
        await pause(clock, pollMs, inTime);
        if (inTime.aborted) throw new EchoError(failure('timeout', step));
      }
    }).catch(() => undefined);
    const measurement = figures ?? measurementOfSeconds(last?.samples ?? []);
    if (due === 'enough' || due === 'certain') {
      if (!figures) return { measurement, failure: failure('timeout', step) };
      return { measurement: { ...measurement, ...(due === 'certain' ? early : {}) } };
    }
    return { measurement, failure: failure(due, step) };
  };

  try {
    return await Promise.race([follow(), ended]);
  } catch (error) {
    const found = failureOf(error, step);
    if (found.code === 'stopped') return await Promise.race([stop('stopped'), ended]).catch(atOnce);
    return atOnce(error);
  }

  function atOnce(error: unknown): Measured {
    const measurement = measurementOfSeconds(last?.samples ?? []);
    return { measurement, failure: failureOf(error, step) };
  }
}

/** Steps only go forward, and figures come only at the end. */
function checked(text: unknown, step: Step, last: ProbeProgress | undefined): ProbeProgress {
  const bad = new EchoError(failure('bad-answer', step));
  if (typeof text !== 'string' || text.length > answerLimit) throw bad;
  const parsed = v.safeParse(ProbeProgressSchema, parse(text));
  if (!parsed.success) throw bad;
  const next = parsed.output;
  const order = ['connect', 'measure', 'done'];
  if (order.indexOf(next.step) < order.indexOf(last?.step ?? 'connect')) throw bad;
  if ((next.step === 'done') !== (next.outcome !== undefined)) throw bad;
  return next;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
