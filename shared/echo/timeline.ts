/**
 * Maps the samples of a stream to times. Sound is delivered in chunks, each with its delivery time: sometimes late when
 * the machine is busy, and then several at a time. Samples are counted, and the most punctual chunk near a sample gives
 * its time. Pure.
 */

type Chunk = Readonly<{ frame: number; atMs: number }>;

export type Timeline = Readonly<{
  /** Adds a chunk. Frames are counted from 0, without gaps. */
  push: (atMs: number, frames: number) => void;
  /** Undefined before the first chunk. */
  timeMsOf: (frame: number) => number | undefined;
  /** The frame at a time, past or future; undefined before the first chunk. */
  frameAt: (atMs: number) => number | undefined;
}>;

/** Window before and after a sample: some 50 chunks each, at least one of them on time. In s. */
const windowS = 0.5;
/** Longer than the longest echo with all its delays. In s. */
const historyS = 8;

export function createTimeline(rateHz: number): Timeline {
  const chunks: Chunk[] = [];
  let next = 0;
  const lateness = ({ frame, atMs }: Chunk) => atMs - (frame / rateHz) * 1000;

  const timeMsOf = (frame: number) => {
    const near = chunks.filter((one) => Math.abs(one.frame - frame) <= windowS * rateHz);
    const candidates = near.length > 0 ? near : chunks.slice(-1);
    if (candidates.length === 0) return undefined;
    return (frame / rateHz) * 1000 + Math.min(...candidates.map(lateness));
  };
  return {
    push: (atMs, frames) => {
      const frame = next;
      next += frames;
      const oldest = frame - historyS * rateHz;
      chunks.push({ frame, atMs });
      // Once a second rather than per chunk: there are hundreds of chunks in a second.
      if ((chunks[0]?.frame ?? frame) >= oldest - rateHz) return;
      const firstKept = chunks.findIndex((one) => one.frame >= oldest);
      chunks.splice(0, firstKept);
    },
    timeMsOf,
    frameAt: (atMs) => {
      const newest = timeMsOf(next);
      return newest === undefined
        ? undefined
        : Math.round(next + ((atMs - newest) / 1000) * rateHz);
    },
  };
}
