/**
 * A snapshot of a connection's statistics (W3C webrtc-stats), reduced to what the echo test needs. Missing statistics
 * are absent, never 0. Pure.
 */

export type Reading = Readonly<{
  /** Unix time in ms, like the statistics' own timestamps. */
  atUtcMs: number;
  /** Answered ICE checks of the selected pair, and the sum of their round trips. */
  checks?: Readonly<{ answered: number; totalMs: number }>;
  /** Packets sent so far. */
  sent?: number;
  /** The server's last report about our sound. It comes every few seconds: `atUtcMs` distinguishes a new report. */
  report?: Readonly<{ atUtcMs: number; lost: number; jitterMs?: number; roundTripMs?: number }>;
  /** Packets received; `lost` decreases when a packet counted as lost arrives late. */
  received?: Readonly<{ packets: number; lost: number; jitterMs?: number }>;
  /** Samples that left the jitter buffer, and the sum of their waiting times. */
  buffer?: Readonly<{ samples: number; totalMs: number }>;
  /** Samples played; how many of them were concealed, and in how many events. */
  sound?: Readonly<{ samples: number; concealed: number; events: number }>;
}>;

type Entry = Readonly<Record<string, unknown>>;

export function readingOf(entries: readonly Entry[], atUtcMs: number): Reading {
  const audio = (type: string) =>
    entries.find((one) => one['type'] === type && one['kind'] === 'audio') ?? {};
  const incoming = audio('inbound-rtp');
  return withoutUndefined({
    atUtcMs,
    checks: checksOf(routeOf(entries)?.pair ?? {}),
    sent: numberOf(audio('outbound-rtp'), 'packetsSent'),
    report: reportOf(audio('remote-inbound-rtp')),
    received: receivedOf(incoming),
    buffer: bufferOf(incoming),
    sound: soundOf(incoming),
  });
}

/** The selected candidate pair and its local end. Several pairs may look selected; only the transport is reliable. */
export function routeOf(
  entries: readonly Entry[],
): Readonly<{ pair: Entry; local: Entry }> | undefined {
  const byId = (id: unknown) => entries.find((one) => one['id'] === id);
  const transport = entries.find((one) => one['type'] === 'transport');
  const pair = transport && byId(transport['selectedCandidatePairId']);
  return pair && { pair, local: byId(pair['localCandidateId']) ?? {} };
}

function checksOf(pair: Entry) {
  const answered = numberOf(pair, 'responsesReceived');
  const totalMs = milliseconds(pair, 'totalRoundTripTime');
  return answered === undefined || totalMs === undefined ? undefined : { answered, totalMs };
}

function reportOf(entry: Entry) {
  const atUtcMs = numberOf(entry, 'timestamp');
  const lost = numberOf(entry, 'packetsLost');
  if (atUtcMs === undefined || lost === undefined) return undefined;
  return withoutUndefined({
    atUtcMs,
    lost,
    jitterMs: milliseconds(entry, 'jitter'),
    roundTripMs: milliseconds(entry, 'roundTripTime'),
  });
}

function receivedOf(entry: Entry) {
  const packets = numberOf(entry, 'packetsReceived');
  const lost = numberOf(entry, 'packetsLost');
  if (packets === undefined || lost === undefined) return undefined;
  return withoutUndefined({ packets, lost, jitterMs: milliseconds(entry, 'jitter') });
}

function bufferOf(entry: Entry) {
  const samples = numberOf(entry, 'jitterBufferEmittedCount');
  const totalMs = milliseconds(entry, 'jitterBufferDelay');
  return samples === undefined || totalMs === undefined ? undefined : { samples, totalMs };
}

function soundOf(entry: Entry) {
  const samples = numberOf(entry, 'totalSamplesReceived');
  const concealed = numberOf(entry, 'concealedSamples');
  const events = numberOf(entry, 'concealmentEvents');
  if (samples === undefined || concealed === undefined || events === undefined) return undefined;
  return { samples, concealed, events };
}

function numberOf(entry: Entry, name: string): number | undefined {
  const value = entry[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The statistics are in seconds. */
function milliseconds(entry: Entry, name: string): number | undefined {
  const seconds = numberOf(entry, name);
  return seconds === undefined ? undefined : seconds * 1000;
}

type WithoutUndefined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** Omits undefined fields, so that absence has one form. */
function withoutUndefined<T extends object>(fields: T): WithoutUndefined<T> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as WithoutUndefined<T>;
}
