/** Detects chirps in a live recording. Pure: counts frames and uses no clock. */
import { chirp, chirpS, longestEchoS, shapeCount } from './chirp.ts';
import type { Match } from './correlate.ts';
import { bestMatch } from './correlate.ts';
import { createDecimator, decimation } from './decimate.ts';

/** Noise reaches 0.25 in a long search; a chirp that lost two of its five packets stays above 0.5. */
const minLikeness = 0.4;
/** Time in s after a match for a better match of the same chirp: half a chirp matches before the whole. */
const settleS = 0.15;
/** Sound is searched in pieces, so that the page is blocked for a few ms at most. In s. */
const pieceS = 0.25;

export type DetectedEcho = Readonly<{ number: number; sentFrame: number; echoMs: number }>;

export type Listener = Readonly<{
  /** A chirp is sent whose first sample has this frame number. */
  expect: (number: number, sentFrame: number) => void;
  /** Takes samples that begin at `frame`. Skipped frames count as silence. Returns the echoes that this completes. */
  push: (frame: number, block: Float32Array) => readonly DetectedEcho[];
  /** Number of chirps still expected. */
  waiting: () => number;
}>;

type PendingChirp = Readonly<{ number: number; sentFrame: number }> & {
  searchedTo: number;
  best: Match | undefined;
};

export function createListener(rateHz: number): Listener {
  const rate = rateHz / decimation;
  const sounds = Array.from({ length: shapeCount }, (_, number) => chirp(number, rate));
  const decimator = createDecimator();
  let pending: readonly PendingChirp[] = [];
  let nextFrame: number | undefined;
  /** Decimated sound; sample n is frame `(bufferStart + n) * decimation`. */
  let buffer = new Float32Array(0);
  let bufferStart = 0;

  const decimatedIndex = (frame: number) => Math.floor(frame / decimation);

  const append = (decimated: Float32Array) => {
    const oldest = Math.min(
      ...pending.map((one) => (one.best?.at ?? one.searchedTo) - chirpS * rate),
      bufferStart + buffer.length + decimated.length - Math.round(pieceS * rate),
    );
    const dropped = Math.max(0, Math.min(buffer.length, Math.floor(oldest) - bufferStart - 1));
    const next = new Float32Array(buffer.length - dropped + decimated.length);
    next.set(buffer.subarray(dropped));
    next.set(decimated, buffer.length - dropped);
    buffer = next;
    bufferStart += dropped;
  };

  const search = (one: PendingChirp): boolean => {
    const sound = sounds[one.number % shapeCount] ?? sounds[0] ?? new Float32Array(0);
    const last = decimatedIndex(one.sentFrame) + longestEchoS * rate;
    const end = Math.min(last, bufferStart + buffer.length - sound.length + 1);
    if (end - one.searchedTo < pieceS * rate && end < last) return false;
    const match = bestMatch(buffer, sound, one.searchedTo - bufferStart, end - bufferStart);
    if (match && match.likeness > Math.max(minLikeness, one.best?.likeness ?? 0)) {
      one.best = { at: bufferStart + match.at, likeness: match.likeness };
    }
    one.searchedTo = Math.max(one.searchedTo, end);
    if (one.best && end - one.best.at > settleS * rate) {
      if (isBestShape(one.number, one.best)) return true;
      one.best = undefined;
    }
    return end >= last;
  };

  /** The edge of another chirp may resemble part of this one; then the other matches better nearby. */
  const isBestShape = (number: number, { at, likeness }: Match) => {
    const from = Math.max(0, Math.round(at - chirpS * rate) - bufferStart);
    const to = Math.round(at + chirpS * rate) - bufferStart;
    return sounds.every((sound, shape) => {
      if (shape === number % shapeCount) return true;
      return (bestMatch(buffer, sound, from, to)?.likeness ?? 0) < likeness;
    });
  };

  return {
    expect: (number, sentFrame) => {
      const searchedTo = Math.max(bufferStart, decimatedIndex(sentFrame));
      pending = [...pending, { number, sentFrame, searchedTo, best: undefined }];
    },
    push: (frame, block) => {
      if (nextFrame === undefined) {
        bufferStart = Math.floor(frame / decimation);
        nextFrame = bufferStart * decimation;
      }
      if (frame > nextFrame) append(decimator.push(new Float32Array(frame - nextFrame)));
      append(decimator.push(block));
      nextFrame = frame + block.length;
      const done = pending.filter(search);
      pending = pending.filter((one) => !done.includes(one));
      return done.flatMap((one) => (one.best ? [echoOf(one, one.best.at)] : []));
    },
    waiting: () => pending.length,
  };

  function echoOf({ number, sentFrame }: PendingChirp, at: number): DetectedEcho {
    return { number, sentFrame, echoMs: ((at * decimation - sentFrame) / rateHz) * 1000 };
  }
}
