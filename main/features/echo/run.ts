/** One echo test: finds a room, joins, measures and leaves. It is limited in time, and always leaves. */
import type { Failure, Step } from '../../../shared/echo/failure.ts';
import type { HttpFigures, Measurement, Sample } from '../../../shared/echo/measurement.ts';
import type { FoundAddresses } from '../../../shared/echo/media-addresses.ts';
import type { MySide } from '../../../shared/echo/local-checks.ts';
import { isMySideSettled } from '../../../shared/echo/settled.ts';
import { spreadOf } from '../../../shared/echo/distribution.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { AccessCode } from './access-codes.ts';
import { codeFor, roomBinding } from './access-codes.ts';
import { failureOf, inPage } from './failed.ts';
import type { MySideWatch } from './local-checks.ts';
import type { Measured } from './measure.ts';
import { measure, stopMs } from './measure.ts';
import type { OpenRoomPage, PageBeside } from './room-page.ts';
import type { FindRoom, JoinedRoom, Target } from './rooms.ts';
import { findRelays } from './relays.ts';
import type { RunResources } from './run-resources.ts';
import { createRunResources } from './run-resources.ts';
import { never, within } from './timeout.ts';

export type RunDeps = Readonly<{
  clock: Clock;
  findRoom: FindRoom;
  openPage: OpenRoomPage;
  /** Undefined if the server does not answer. */
  httpFigures: (origin: string, signal: AbortSignal) => Promise<HttpFigures | undefined>;
  mySide: MySideWatch;
  /** The code of the built probe. */
  probeCode: () => Promise<string>;
}>;

export type RunWatch = Readonly<{
  signal: AbortSignal;
  /** Ends as soon as the verdict is certain. */
  endsEarly: boolean;
  onStep: (step: Step) => void;
  /** Called with the room before joining it. */
  onRoom: (room: Binding) => void;
  onHost: (host: string) => void;
  onSamples: (samples: readonly Sample[]) => void;
}>;

/** The guest; the access code is sent only to the room that it was typed for. */
export type Visitor = Readonly<{ name: string; accessCode?: AccessCode }>;

export type RunOutcome = Readonly<{
  measurement: Measurement;
  mySide?: MySide;
  failure?: Failure;
  host?: string;
}>;

/** How long chirps are sent at most, in s; less if the verdict is certain before, or the earlier steps were slow. */
export const measureS = 20;
/** Limits of the steps, in ms. `connect` is above the probe's own limits, so that the probe can report its failure. */
const limits = {
  find: 6000,
  join: 12_000,
  beside: 3000,
  connect: 18_000,
  mySide: 500,
  leave: 1500,
} as const;
/** Of a whole test: after a slow start, fewer chirps are sent. */
const totalMs = 30_000;
/** Reserved for the steps after the chirps: the probe's result, the local checks, leaving and closing. */
const reserveMs = stopMs + limits.mySide + 2 * limits.leave;

type Run = Readonly<{
  deps: RunDeps;
  target: Target;
  visitor: Visitor;
  watch: RunWatch;
  resources: RunResources;
  step: () => Step;
  enter: (next: Step) => void;
  see: (host: string) => void;
  /** Time left for connecting and measuring. */
  leftMs: () => number;
}>;

export async function runTest(
  deps: RunDeps,
  target: Target,
  visitor: Visitor,
  watch: RunWatch,
): Promise<RunOutcome> {
  const { clock } = deps;
  const startedMs = clock.monotonicMs();
  let step: Step = 'find';
  let host: string | undefined;
  const run: Run = {
    deps,
    target,
    visitor,
    watch,
    resources: createRunResources(deps, watch.signal, limits.leave),
    step: () => step,
    enter: (next) => watch.onStep((step = next)),
    see: (seen) => watch.onHost((host = seen)),
    leftMs: () => totalMs - reserveMs - (clock.monotonicMs() - startedMs),
  };
  watch.onStep(step);
  const outcome = await joinAndMeasure(run, startedMs);
  run.enter('leave');
  await run.resources.leave();
  return { ...outcome, ...(host === undefined ? {} : { host }) };
}

async function joinAndMeasure(run: Run, startedMs: number): Promise<Omit<RunOutcome, 'host'>> {
  const { deps, resources, step } = run;
  try {
    const room = await join(run);
    return await measureIn(run, room, deps.clock.monotonicMs() - startedMs);
  } catch (error) {
    const http = await resources.http();
    const measurement = { samples: [], ...(http ? { http } : {}) };
    return { measurement, failure: failureOf(error, step()) };
  }
}

async function join({ deps, target, visitor, watch, ...run }: Run): Promise<JoinedRoom> {
  const { clock } = deps;
  const { signal } = watch;
  const findLimit = { clock, step: run.step(), ms: limits.find, signal };
  const found = await within(findLimit, (limited) => deps.findRoom(target, limited));
  run.see(found.host);
  const place = roomBinding(target, found);
  watch.onRoom(place);
  const code = codeFor(visitor.accessCode, place);
  const guest = { name: visitor.name, ...(code === undefined ? {} : { accessCode: code }) };
  run.enter('join');
  const ms = Math.min(limits.join, run.leftMs());
  const joinLimit = { clock, step: run.step(), ms, code: 'join-timeout', signal } as const;
  const { open, askHttp: onServer, joining } = run.resources;
  const room = await within(joinLimit, (limited) =>
    joining(found.join(guest, { signal: limited, open, onServer })),
  );
  run.see(room.host);
  return room;
}

async function measureIn(
  run: Run,
  room: JoinedRoom,
  joinMs: number,
): Promise<Omit<RunOutcome, 'host'>> {
  const { deps, watch } = run;
  const { clock } = deps;
  run.enter('connect');
  // Ends by itself while the call connects, before the first chirp.
  const asked = run.resources.http();
  const [code, beside] = await Promise.all([deps.probeCode(), openBeside(run, room)]);
  const side = deps.mySide.watch();
  const asking = { clock, page: beside, signal: watch.signal };
  const addresses = await findRelays(asking, room.stunsUrl);
  const { measurement, failure } = await sendChirps(run, room, beside, { code, addresses, side });
  const limit = { clock, step: run.step(), ms: limits.mySide, signal: never };
  const mySide = await within(limit, side.stop).catch(() => ({}));
  const http = await asked;
  // The page must not be able to forge these two.
  const { http: _claimed, ...figures } = measurement;
  const own = { ...figures, joinMs, ...(http ? { http } : {}) };
  return { measurement: own, mySide, ...(failure ? { failure } : {}) };
}

function openBeside(run: Run, { page, stunsUrl }: JoinedRoom): Promise<PageBeside> {
  const { clock } = run.deps;
  const { signal } = run.watch;
  const limit = {
    clock,
    step: run.step(),
    ms: limits.beside,
    code: 'page-failed',
    signal,
  } as const;
  return within(limit, () => inPage(page, limit.step, page.beside(new URL(stunsUrl).origin)));
}

type Probing = Readonly<{
  code: string;
  addresses: FoundAddresses;
  side: ReturnType<MySideWatch['watch']>;
}>;

function sendChirps(
  run: Run,
  { page, signallingUrl, stunsUrl }: JoinedRoom,
  { evaluate }: PageBeside,
  { code, addresses, side }: Probing,
): Promise<Measured> {
  return measure({
    clock: run.deps.clock,
    page: { evaluate, ended: page.ended },
    code,
    options: { signallingUrl, stunsUrl, addresses, measureS, looks: run.watch.endsEarly },
    connectMs: limits.connect,
    totalMs: run.leftMs(),
    signal: run.watch.signal,
    isSettled: (samples) =>
      isMySideSettled(
        side.soFar(),
        spreadOf(samples.flatMap((one) => one.roundTripMs ?? []))?.median,
      ),
    onProgress: (progress) => {
      if (progress.step === 'measure' && run.step() !== 'measure') run.enter('measure');
      run.watch.onSamples(progress.samples);
    },
  });
}
