/** Detects chirps in a stream, with the time at which each began. Pure. */
import { createListener } from './listener.ts';
import { createTimeline } from './timeline.ts';

export type DetectedChirp = Readonly<{ number: number; atMs: number }>;

export type ChirpDetector = Readonly<{
  /** A chirp begins at about this time, or its echo some time later. */
  expect: (number: number, atMs: number) => void;
  /** Takes sound with its delivery time, always from the same clock. Returns the chirps that it completes. */
  push: (atMs: number, samples: Float32Array) => readonly DetectedChirp[];
  /** Number of chirps still expected. */
  waiting: () => number;
}>;

/** Tolerance of the planned time: the search starts this many ms before it. */
const slackMs = 100;
/** 43 ms: fewer, longer blocks cost less CPU. */
const blockFrames = 2048;

export function createChirpDetector(rateHz: number): ChirpDetector {
  const listener = createListener(rateHz);
  const timeline = createTimeline(rateHz);
  let block = new Float32Array(blockFrames);
  let blockFrame = 0;
  let filled = 0;

  const chirpsIn = (frame: number, samples: Float32Array) =>
    listener.push(frame, samples).flatMap(({ number, sentFrame, echoMs }) => {
      const atMs = timeline.timeMsOf(sentFrame + (echoMs / 1000) * rateHz);
      return atMs === undefined ? [] : [{ number, atMs }];
    });

  return {
    expect: (number, atMs) => {
      const frame = timeline.frameAt(atMs - slackMs);
      if (frame !== undefined) listener.expect(number, frame);
    },
    push: (atMs, samples) => {
      timeline.push(atMs, samples.length);
      const detected: DetectedChirp[] = [];
      for (let from = 0; from < samples.length;) {
        const piece = samples.subarray(from, from + blockFrames - filled);
        block.set(piece, filled);
        filled += piece.length;
        from += piece.length;
        if (filled < blockFrames) continue;
        detected.push(...chirpsIn(blockFrame, block));
        blockFrame += blockFrames;
        block = new Float32Array(blockFrames);
        filled = 0;
      }
      return detected;
    },
    waiting: listener.waiting,
  };
}
