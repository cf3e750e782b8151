/** One echo test, from an address to figures: find, join, connect and measure, leave. It always ends, and always leaves. */
import type { Failure, Step } from '../../../shared/echo/failure.ts';
import type { HttpFigures, Measurement, Sample } from '../../../shared/echo/measurement.ts';
import type { FoundAddresses } from '../../../shared/echo/media-addresses.ts';
import type { MySide } from '../../../shared/echo/local-checks.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { AccessCode } from './access-codes.ts';
import { codeFor, roomBinding } from './access-codes.ts';
import { failureOf } from './failed.ts';
import type { Measured } from './measure.ts';
import { measure, stopMs } from './measure.ts';
import type { OpenRoomPage, PageBeside } from './room-page.ts';
import type { FindRoom, JoinedRoom, Target } from './rooms.ts';
import { findRelays } from './relays.ts';
import { createVisit } from './run-resources.ts';
import { never, within } from './timeout.ts';

export type RunParts = Readonly<{
  clock: Clock;
  findRoom: FindRoom;
  openPage: OpenRoomPage;
  /** Undefined when the server does not answer. */
  httpFigures: (origin: string, signal: AbortSignal) => Promise<HttpFigures | undefined>;
  mySide: Readonly<{ watch: () => Readonly<{ stop: () => Promise<MySide> }> }>;
  /** The text of the built probe. */
  probeCode: () => Promise<string>;
}>;

export type RunWatch = Readonly<{
  signal: AbortSignal;
  onStep: (step: Step) => void;
  /** The room that was found, before it is joined. */
  onRoom: (room: Binding) => void;
  onHost: (host: string) => void;
  onSamples: (samples: readonly Sample[]) => void;
}>;

/** Who is tested; the access code is given only to the room that it was typed for. */
export type Visitor = Readonly<{ name: string; accessCode?: AccessCode }>;

export type RunOutcome = Readonly<{
  measurement: Measurement;
  mySide?: MySide;
  failure?: Failure;
  host?: string;
}>;

/** How long chirps are sent if nothing before took too long, in s. */
export const measureS = 20;
/** Limits of the steps in ms. Connecting is given more than the probe's own limits, so that it can say what failed. */
const limits = {
  find: 6000,
  join: 12_000,
  beside: 3000,
  connect: 18_000,
  mySide: 500,
  leave: 1500,
} as const;
/** No test takes longer, in ms. A slow start costs chirps at the end, never more of a person's time. */
const totalMs = 30_000;
/** Kept back for what comes after the chirps: the probe's last word, our own side, the goodbye, closing. In ms. */
const reserveMs = stopMs + limits.mySide + 2 * limits.leave;

export async function runTest(
  parts: RunParts,
  target: Target,
  { name, accessCode }: Visitor,
  watch: RunWatch,
): Promise<RunOutcome> {
  const { clock } = parts;
  const startedMs = clock.monotonicMs();
  const leftMs = () => totalMs - reserveMs - (clock.monotonicMs() - startedMs);
  const visit = createVisit(parts, watch.signal, limits.leave);
  let step: Step = 'find';
  let host: string | undefined;
  const enter = (next: Step) => watch.onStep((step = next));
  const see = (seen: string) => watch.onHost((host = seen));

  const join = async (): Promise<JoinedRoom> => {
    const found = await within({ clock, step, ms: limits.find, signal: watch.signal }, (signal) =>
      parts.findRoom(target, signal),
    );
    see(found.host);
    const place = roomBinding(target, found);
    watch.onRoom(place);
    const code = codeFor(accessCode, place);
    const guest = { name, ...(code === undefined ? {} : { accessCode: code }) };
    enter('join');
    const ms = Math.min(limits.join, leftMs());
    const limit = { clock, step, ms, code: 'join-timeout', signal: watch.signal } as const;
    const room = await within(limit, (signal) =>
      visit.joining(found.join(guest, { signal, open: visit.open, onServer: visit.askHttp })),
    );
    see(room.host);
    return room;
  };
  const listen = async (room: JoinedRoom, joinMs: number): Promise<Omit<RunOutcome, 'host'>> => {
    const http = await visit.http();
    enter('connect');
    const code = await parts.probeCode();
    const beside = await openBeside(room);
    const side = parts.mySide.watch();
    const asking = { clock, page: beside, signal: watch.signal };
    const addresses = await findRelays(asking, room.stunsUrl);
    const { measurement, failure } = await chirps(room, beside, { code, addresses });
    const limit = { clock, step, ms: limits.mySide, signal: never };
    const mySide = await within(limit, side.stop).catch(() => ({}));
    // These two are ours to tell, whatever the page says.
    const { http: _claimed, ...figures } = measurement;
    const own = { ...figures, joinMs, ...(http ? { http } : {}) };
    return { measurement: own, mySide, ...(failure ? { failure } : {}) };
  };
  const openBeside = ({ page, stunsUrl }: JoinedRoom): Promise<PageBeside> => {
    const limit = {
      clock,
      step,
      ms: limits.beside,
      code: 'page-failed',
      signal: watch.signal,
    } as const;
    return within(limit, () => page.beside(new URL(stunsUrl).origin));
  };
  const chirps = (
    { page, signallingUrl, stunsUrl }: JoinedRoom,
    { evaluate }: PageBeside,
    { code, addresses }: Readonly<{ code: string; addresses: FoundAddresses }>,
  ): Promise<Measured> =>
    measure({
      clock,
      page: { evaluate, ended: page.ended },
      code,
      options: { signallingUrl, stunsUrl, addresses, measureS },
      connectMs: limits.connect,
      totalMs: leftMs(),
      signal: watch.signal,
      onProgress: (progress) => {
        if (progress.step === 'measure' && step !== 'measure') enter('measure');
        watch.onSamples(progress.samples);
      },
    });

  const whole = async (): Promise<Omit<RunOutcome, 'host'>> => {
    try {
      const room = await join();
      return await listen(room, clock.monotonicMs() - startedMs);
    } catch (error) {
      const http = await visit.http();
      const measurement = { samples: [], ...(http ? { http } : {}) };
      return { measurement, failure: failureOf(error, step) };
    }
  };
  watch.onStep(step);
  const outcome = await whole();
  enter('leave');
  await visit.leave();
  return { ...outcome, ...(host === undefined ? {} : { host }) };
}
