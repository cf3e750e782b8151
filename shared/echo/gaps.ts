/** Missing sound in the echo, whatever the packet statistics say: from concealment and from the sound itself. Pure. */
import { defined } from '../defined.ts';
import type { SoundFigures } from './measurement.ts';
import type { Missing } from './mos.ts';
import type { Timed } from './pairing.ts';
import type { Reading } from './readings.ts';
import { spreadOf } from './distribution.ts';

/** Opus is decoded at 48 kHz. */
const samplesPerMs = 48;
/** Duration of an audio packet, in ms. */
export const packetMs = 20;
/** A loss is only counted with the first packet after the gap, and readings are a quarter of a second apart. In ms. */
const reportDelayMs = 500;

type Playback = Readonly<{ atUtcMs: number; samples: number; concealed: number; events: number }>;
type Gap = Readonly<{ ms: number; fromUtcMs: number; toUtcMs: number }>;

/**
 * Concealment: sound that the browser made up because it had nothing to play. The statistics give its length and count,
 * not its times: without a new event between two readings the last gap continues, several events are taken as equally
 * long. `trips` are round trips of one kind each, which show what the network did during the longest gap.
 */
export function concealment(
  readings: readonly Reading[],
  trips: readonly (readonly Timed[])[] = [],
): SoundFigures | undefined {
  const playback: readonly Playback[] = readings.flatMap(({ atUtcMs, sound }) =>
    sound ? [{ atUtcMs, ...sound }] : [],
  );
  const first = playback[0];
  const last = playback.at(-1);
  if (!first || !last || last.samples <= first.samples) return undefined;
  const heardMs = (last.samples - first.samples) / samplesPerMs;
  const missingMs = within(0, (last.concealed - first.concealed) / samplesPerMs, heardMs);
  const longest = longestOf(playback);
  return {
    heardMs,
    missingMs,
    gaps: Math.max(missingMs > 0 ? 1 : 0, last.events - first.events),
    longestGapMs: Math.min(longest.ms, missingMs),
    longestGapLostMs: lostMs(readings, longest),
    ...unsent(readings, longest),
    ...heldDuring(trips, longest),
  };
}

function heldDuring(trips: readonly (readonly Timed[])[], gap: Gap): Partial<SoundFigures> {
  const above = trips.flatMap((kind) => {
    const usualMs = spreadOf(kind.map(({ ms }) => ms))?.median ?? 0;
    const meanwhile = kind.filter(
      ({ atUtcMs, ms }) => atUtcMs >= gap.fromUtcMs && atUtcMs - ms <= gap.toUtcMs,
    );
    return meanwhile.map(({ ms }) => Math.max(0, ms - usualMs));
  });
  return above.length > 0 ? { longestGapHeldMs: Math.max(...above) } : {};
}

/** A packet is sent every 20 ms; fewer mean that the sound was missing before it left. */
function unsent(readings: readonly Reading[], gap: Gap): Partial<SoundFigures> {
  const unsentMs = unsentIn(readings);
  // What comes back now was sent up to one echo earlier.
  const fromUtcMs = gap.fromUtcMs - reportDelayMs;
  const longestGapUnsentMs = unsentIn(
    readings.filter(({ atUtcMs }) => atUtcMs >= fromUtcMs && atUtcMs <= gap.toUtcMs),
  );
  return {
    ...defined({ unsentMs, longestGapUnsentMs }),
  };
}

function unsentIn(readings: readonly Reading[]): number | undefined {
  const counted = readings.filter((one) => one.sent !== undefined);
  const first = counted[0];
  const last = counted.at(-1);
  if (!first || !last || first === last) return undefined;
  const packets = (last.sent ?? 0) - (first.sent ?? 0);
  return Math.max(0, last.atUtcMs - first.atUtcMs - packets * packetMs);
}

function longestOf(playback: readonly Playback[]): Gap {
  let gap: Gap = { ms: 0, fromUtcMs: 0, toUtcMs: 0 };
  let longest = gap;
  for (const [at, after] of playback.entries()) {
    const before = playback[at - 1];
    if (!before) continue;
    const events = after.events - before.events;
    const ms = (after.concealed - before.concealed) / samplesPerMs / Math.max(1, events);
    const goesOn = events === 0 && ms > 0;
    gap = {
      ms: goesOn ? gap.ms + ms : Math.max(0, ms),
      fromUtcMs: goesOn && gap.ms > 0 ? gap.fromUtcMs : before.atUtcMs,
      toUtcMs: after.atUtcMs,
    };
    if (gap.ms > longest.ms) longest = gap;
  }
  return longest;
}

/** The part of a gap that is due to packets lost on the way down. */
function lostMs(readings: readonly Reading[], { fromUtcMs, toUtcMs }: Gap): number {
  const near = readings.filter(
    ({ atUtcMs, received }) =>
      received && atUtcMs >= fromUtcMs && atUtcMs <= toUtcMs + reportDelayMs,
  );
  const lost = (near.at(-1)?.received?.lost ?? 0) - (near[0]?.received?.lost ?? 0);
  return Math.max(0, lost) * packetMs;
}

/** Combines two methods, preferring the one that found more: each misses some gaps. */
export function combinedSound(
  one: SoundFigures | undefined,
  other: SoundFigures | undefined,
): SoundFigures | undefined {
  if (!one || !other) return one ?? other;
  const [most, least] = shareMissing(one) >= shareMissing(other) ? [one, other] : [other, one];
  const longest = least.longestGapMs > most.longestGapMs ? least : most;
  return { ...least, ...most, ...gapOf(least), ...gapOf(most), ...gapOf(longest) };
}

/** The figures about the longest gap. */
function gapOf(sound: SoundFigures): Partial<SoundFigures> {
  const { longestGapMs, longestGapLostMs, longestGapUnsentMs, longestGapHeldMs } = sound;
  return {
    longestGapMs,
    ...defined({ longestGapLostMs, longestGapUnsentMs, longestGapHeldMs }),
  };
}

/** 0 to 1. */
export function shareMissing({ heardMs, missingMs }: SoundFigures): number {
  return missingMs / heardMs;
}

/** With the ratio of the gaps' length to that under random loss. */
export function missingOfSound(sound: SoundFigures): Missing {
  const share = shareMissing(sound);
  const meanPackets = sound.missingMs / Math.max(1, sound.gaps) / packetMs;
  return { share, burstRatio: Math.max(1, meanPackets * (1 - share)) };
}

function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
