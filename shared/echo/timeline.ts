/**
 * Which moment each sample of a stream belongs to. Sound is delivered in chunks, each with the time of its delivery: at
 * times late, when the machine is busy, and then several at once. Samples are counted, and the most punctual chunk around
 * a sample tells its moment. Pure.
 */

type Chunk = Readonly<{ frame: number; atMs: number }>;

export type Timeline = Readonly<{
  /** Takes a chunk in; gives the frame of its first sample. Frames are counted from 0, without gaps. */
  push: (atMs: number, frames: number) => number;
  /** Undefined before the first chunk. */
  timeMsOf: (frame: number) => number | undefined;
  /** The frame that belongs to a moment, also one to come; undefined before the first chunk. */
  frameAt: (atMs: number) => number | undefined;
}>;

/** Before and after a sample: some 50 chunks each, of which one at least is on time. In s. */
const aroundS = 0.5;
/** Longer than the longest echo with all its waiting. In s. */
const keptS = 8;

export function createTimeline(rateHz: number): Timeline {
  let chunks: readonly Chunk[] = [];
  let next = 0;
  const lateness = ({ frame, atMs }: Chunk) => atMs - (frame / rateHz) * 1000;

  const timeMsOf = (frame: number) => {
    const near = chunks.filter((one) => Math.abs(one.frame - frame) <= aroundS * rateHz);
    const told = near.length > 0 ? near : chunks.slice(-1);
    if (told.length === 0) return undefined;
    return (frame / rateHz) * 1000 + Math.min(...told.map(lateness));
  };
  return {
    push: (atMs, frames) => {
      const frame = next;
      next += frames;
      const oldest = frame - keptS * rateHz;
      const kept = chunks[0] && chunks[0].frame < oldest - rateHz;
      chunks = [...(kept ? chunks.filter((one) => one.frame >= oldest) : chunks), { frame, atMs }];
      return frame;
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
