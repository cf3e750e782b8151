/** Runs tests one after the other, and makes a result from each. */
import type { MySide } from '../../../shared/echo/local-checks.ts';
import type { Result, RunView } from '../../../shared/echo/state.ts';
import type { EchoChange, EchoDeps } from './deps.ts';
import type { Binding } from '../../../shared/binding.ts';
import { wantsCode } from '../../../shared/echo/failure.ts';
import type { AccessCode } from './access-codes.ts';
import type { Target } from './rooms.ts';
import type { RunOutcome } from './run.ts';
import { measureS, runTest } from './run.ts';

export type Job = Readonly<{
  instance: Readonly<{ id: string; name: string }>;
  target: Target;
  accessCode?: AccessCode;
}>;

type QueueDeps = Pick<
  EchoDeps,
  | 'clock'
  | 'findRoom'
  | 'openPage'
  | 'httpFigures'
  | 'mySide'
  | 'probeCode'
  | 'newId'
  | 'verdict'
  | 'machine'
>;

export type QueueWatch = Readonly<{
  signal: AbortSignal;
  guestName: string;
  place: string;
  /** The window's results about microphone and speaker so far. */
  sound: () => Pick<MySide, 'microphone' | 'speaker'>;
  onRun: (run: RunView, change: EchoChange) => void;
  onResult: (result: Result) => void;
  onAskedForCode: (instanceId: string, room: Binding) => void;
}>;

/** A failing test does not end the others; stopping ends them all. Resolves to the results in order. */
export async function runQueue(
  deps: QueueDeps,
  jobs: readonly Job[],
  watch: QueueWatch,
): Promise<readonly Result[]> {
  const made: Result[] = [];
  for (const [index, job] of jobs.entries()) {
    if (watch.signal.aborted) break;
    const part = jobs.length > 1 ? { part: { number: index + 1, of: jobs.length } } : {};
    const result = await runJob(deps, job, part, watch);
    if (!result) continue;
    watch.onResult(result);
    made.push(result);
  }
  return made;
}

async function runJob(
  deps: QueueDeps,
  { instance, target, accessCode }: Job,
  part: Pick<RunView, 'part'>,
  watch: QueueWatch,
): Promise<Result | undefined> {
  const { clock } = deps;
  const atUtcMs = clock.nowUtcMs();
  const startedMs = clock.monotonicMs();
  let view: RunView = {
    instance,
    step: 'find',
    startedAtUtcMs: atUtcMs,
    measureS,
    samples: [],
    ...part,
  };
  const show = (next: Partial<RunView>, change: EchoChange) =>
    watch.onRun((view = { ...view, ...next }), change);
  let room: Binding = {};
  const guest = { name: watch.guestName, ...(accessCode ? { accessCode } : {}) };
  const outcome = await runTest(deps, target, guest, {
    signal: watch.signal,
    // A comparison is about small differences, not about limits.
    endsEarly: !part.part,
    onStep: (step) => show({ step }, 'state'),
    onRoom: (found) => (room = found),
    onHost: (host) => show({ host }, 'state'),
    onSamples: (samples) => show({ samples: [...samples] }, 'run'),
  });
  if (wantsCode(outcome.failure)) watch.onAskedForCode(instance.id, room);
  if (isNothing(outcome)) return undefined;
  // What was found about the sound counts even if the room refused.
  const mySide: MySide = { ...outcome.mySide, ...watch.sound() };
  const figures = { ...outcome, ...(Object.keys(mySide).length > 0 ? { mySide } : {}) };
  const { timeZone, app, system } = deps.machine;
  return {
    id: deps.newId(),
    instance,
    atUtcMs,
    timeZone: timeZone(),
    ...(watch.place ? { place: watch.place } : {}),
    durationMs: clock.monotonicMs() - startedMs,
    app,
    system,
    ...figures,
    verdict: deps.verdict(figures),
  };
}

/** A run stopped before its first samples has no result. */
function isNothing({ failure, measurement }: RunOutcome): boolean {
  return failure?.code === 'stopped' && measurement.samples.length === 0;
}
