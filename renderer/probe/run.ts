/** One test: connects, measures, and closes everything in the end, also on failure. */
import type { Failure } from '../../shared/echo/failure.ts';
import { failure } from '../../shared/echo/failure.ts';
import type { Measurement } from '../../shared/echo/measurement.ts';
import { mediaFigures } from '../../shared/echo/figures.ts';
import type { ProbeOptions, ProbeProgress } from '../../shared/echo/probe.ts';
import { spreadOf } from '../../shared/echo/distribution.ts';
import { samplesOf } from '../../shared/echo/stats.ts';
import type { Admission } from './admission.ts';
import { askForEcho, whyNotOpen } from './admission.ts';
import type { Connection } from './connection.ts';
import { createConnection } from './connection.ts';
import { fetchIceServers } from './ice-servers.ts';
import type { Measuring } from './measuring.ts';
import { createMeasuring } from './measuring.ts';
import { ProbeError } from './probe-error.ts';
import type { Sound } from './sound.ts';
import { openSound } from './sound.ts';

export type ProbeRun = Readonly<{ progress: () => ProbeProgress; stop: () => Promise<void> }>;

/** What a run has opened so far and must close. */
type Opened = {
  sound?: Sound;
  connection?: Connection;
  admission?: Admission;
  measuring?: Measuring;
  connected?: NonNullable<Measurement['connection']>;
};

export function startRun(options: ProbeOptions): ProbeRun {
  const aborter = new AbortController();
  const opened: Opened = {};
  let step: ProbeProgress['step'] = 'connect';
  let ended: Failure | undefined;

  const work = async () => {
    await connect(options, opened, aborter.signal);
    step = 'measure';
    await measure(options, opened, aborter.signal);
  };
  const finished = work()
    .catch((error: unknown) => {
      const found = error instanceof ProbeError ? error.failure : failure('internal', 'connect');
      ended = { ...found, step: step === 'done' ? 'measure' : step };
    })
    .then(() => closeAll(opened))
    .then(() => void (step = 'done'));

  return {
    progress: () => {
      const samples = opened.measuring ? [...samplesSoFar(opened.measuring)] : [];
      const settled = opened.measuring?.settled();
      if (step !== 'done') return { step, samples, ...(settled ? { settled } : {}) };
      const measurement = { ...figuresOf(opened), samples };
      return { step, samples, outcome: ended ? { measurement, failure: ended } : { measurement } };
    },
    stop: () => {
      aborter.abort();
      return finished;
    },
  };
}

async function connect(options: ProbeOptions, opened: Opened, signal: AbortSignal): Promise<void> {
  const { servers, odd } = await fetchIceServers(options.stunsUrl, signal, tryServer);
  if (odd > 0) opened.connected = { oddIceServers: odd };
  const sound = (opened.sound = await openSound());
  const connection = (opened.connection = createConnection(
    sound.track,
    servers,
    options.addresses,
    signal,
  ));
  const sdpOffer = await connection.offer();
  const admission = (opened.admission = await admitted(options, sdpOffer, signal));
  const connectMs = await orLost(opened, connection.accept(admission.sdpAnswer));
  opened.connected = { ...opened.connected, connectMs };
  const route = await connection.route();
  if (route) opened.connected = { ...opened.connected, route };
}

function tryServer(server: RTCIceServer): void {
  new RTCPeerConnection({ iceServers: [server] }).close();
}

async function admitted(options: ProbeOptions, sdpOffer: string, signal: AbortSignal) {
  const { signallingUrl } = options;
  try {
    return await askForEcho(sdpOffer, () => new WebSocket(signallingUrl), signal);
  } catch (error) {
    const closed = error instanceof ProbeError && error.failure.code === 'signalling-unreachable';
    throw closed ? await whyNotOpen(signallingUrl, signal) : error;
  }
}

async function measure(options: ProbeOptions, opened: Opened, signal: AbortSignal): Promise<void> {
  const { sound, connection } = opened;
  if (!sound || !connection) throw new ProbeError('internal');
  const pings = () => opened.admission?.signalling.roundTrips() ?? [];
  const measuring = (opened.measuring = createMeasuring(sound, connection, pings, signal));
  await orLost(opened, measuring.run(options.measureS, options.looks));
}

/** Rejects when the signalling or media connection fails. */
async function orLost<T>(opened: Opened, promise: Promise<T>): Promise<T> {
  const signalling = opened.admission?.signalling.failed.then((found) => new ProbeError(found));
  const lost = [signalling, opened.connection?.failed].filter((one) => one !== undefined);
  return Promise.race([promise, Promise.race(lost).then((error) => Promise.reject(error))]);
}

function closeAll(opened: Opened): void {
  opened.measuring?.stop();
  opened.admission?.signalling.stop();
  opened.connection?.close();
  // Chromium takes up to half a second for this, and the page is closed anyway.
  void opened.sound?.close().catch(() => undefined);
}

function samplesSoFar(measuring: Measuring) {
  const { readings, heard, startUtcMs, seconds } = measuring.soFar();
  return startUtcMs === undefined ? [] : samplesOf(readings, heard, startUtcMs, seconds);
}

function figuresOf(opened: Opened): Omit<Measurement, 'samples'> {
  const { admission, connected, measuring } = opened;
  const trips = admission?.signalling.roundTrips() ?? [];
  const pings = spreadOf(trips.map(({ ms }) => ms));
  return {
    ...(admission
      ? {
          signalling: {
            openMs: admission.signalling.openMs,
            answerMs: admission.answerMs,
            ...(pings ? { roundTripMs: pings } : {}),
          },
        }
      : {}),
    ...(connected ? { connection: connected } : {}),
    ...(measuring ? measuredFigures(measuring) : {}),
  };
}

function measuredFigures(measuring: Measuring): Omit<Measurement, 'samples'> {
  const { seconds, ...run } = measuring.soFar();
  return { ...mediaFigures(run), measuredS: seconds };
}
