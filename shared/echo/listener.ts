/** Detects chirps in a live recording. Pure: counts frames and uses no clock. */
import { chirp, chirpS, longestEchoS, shapeCount } from './chirp.ts';
import type { Match } from './correlate.ts';
import { bestMatch } from './correlate.ts';
import { createDecimator, thinning } from './decimate.ts';

/** Noise reaches 0.25 in a long search; a chirp that lost two of its five packets stays above 0.5. */
const likenessNeeded = 0.4;
/** Time in s after a match for a better match of the same chirp: half a chirp matches before the whole. */
const settleS = 0.15;
/** Sound is searched in pieces, so that the page is blocked for a few ms at most. In s. */
const pieceS = 0.25;

export type Heard = Readonly<{ number: number; sentFrame: number; echoMs: number }>;

export type Listener = Readonly<{
  /** A chirp is sent whose first sample has this frame number. */
  expect: (number: number, sentFrame: number) => void;
  /** Takes samples that begin at `frame`. Skipped frames count as silence. Returns the echoes that this completes. */
  push: (frame: number, block: Float32Array) => readonly Heard[];
  /** Number of chirps still expected. */
  waiting: () => number;
}>;

type Awaited = Readonly<{ number: number; sentFrame: number }> & {
  searchedTo: number;
  best: Match | undefined;
};

export function createListener(rateHz: number): Listener {
  const rate = rateHz / thinning;
  const sounds = Array.from({ length: shapeCount }, (_, number) => chirp(number, rate));
  const decimator = createDecimator();
  let awaited: readonly Awaited[] = [];
  let nextFrame: number | undefined;
  /** Decimated sound; sample n is frame `(keptFrom + n) * thinning`. */
  let kept = new Float32Array(0);
  let keptFrom = 0;

  const thinnedAt = (frame: number) => Math.floor(frame / thinning);

  const keep = (thinned: Float32Array) => {
    const oldest = Math.min(
      ...awaited.map((one) => (one.best?.at ?? one.searchedTo) - chirpS * rate),
      keptFrom + kept.length + thinned.length - Math.round(pieceS * rate),
    );
    const dropped = Math.max(0, Math.min(kept.length, Math.floor(oldest) - keptFrom - 1));
    const next = new Float32Array(kept.length - dropped + thinned.length);
    next.set(kept.subarray(dropped));
    next.set(thinned, kept.length - dropped);
    kept = next;
    keptFrom += dropped;
  };

  const search = (one: Awaited): boolean => {
    const sound = sounds[one.number % shapeCount] ?? sounds[0] ?? new Float32Array(0);
    const last = thinnedAt(one.sentFrame) + longestEchoS * rate;
    const end = Math.min(last, keptFrom + kept.length - sound.length + 1);
    if (end - one.searchedTo < pieceS * rate && end < last) return false;
    const match = bestMatch(kept, sound, one.searchedTo - keptFrom, end - keptFrom);
    if (match && match.likeness > Math.max(likenessNeeded, one.best?.likeness ?? 0)) {
      one.best = { at: keptFrom + match.at, likeness: match.likeness };
    }
    one.searchedTo = Math.max(one.searchedTo, end);
    if (one.best && end - one.best.at > settleS * rate) {
      if (isItsOwn(one.number, one.best)) return true;
      one.best = undefined;
    }
    return end >= last;
  };

  /** The edge of another chirp may resemble part of this one; then the other matches better nearby. */
  const isItsOwn = (number: number, { at, likeness }: Match) => {
    const from = Math.max(0, Math.round(at - chirpS * rate) - keptFrom);
    const to = Math.round(at + chirpS * rate) - keptFrom;
    return sounds.every((sound, shape) => {
      if (shape === number % shapeCount) return true;
      return (bestMatch(kept, sound, from, to)?.likeness ?? 0) < likeness;
    });
  };

  return {
    expect: (number, sentFrame) => {
      const searchedTo = Math.max(keptFrom, thinnedAt(sentFrame));
      awaited = [...awaited, { number, sentFrame, searchedTo, best: undefined }];
    },
    push: (frame, block) => {
      if (nextFrame === undefined) {
        keptFrom = Math.floor(frame / thinning);
        nextFrame = keptFrom * thinning;
      }
      if (frame > nextFrame) keep(decimator.push(new Float32Array(frame - nextFrame)));
      keep(decimator.push(block));
      nextFrame = frame + block.length;
      const done = awaited.filter(search);
      awaited = awaited.filter((one) => !done.includes(one));
      return done.flatMap((one) => (one.best ? [heard(one, one.best.at)] : []));
    },
    waiting: () => awaited.length,
  };

  function heard({ number, sentFrame }: Awaited, at: number): Heard {
    return { number, sentFrame, echoMs: ((at * thinning - sentFrame) / rateHz) * 1000 };
  }
}
