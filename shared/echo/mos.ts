/**
 * Mean opinion score of a conversation, estimated with the E-model of ITU-T G.107 (06/2015) in its usual short form:
 * R = 93.2 − Id − Ie, where 93.2 is the rating of a flawless line.
 *
 * - Id, for delay: 0.024 d + 0.11 (d − 177.3) beyond 177.3 ms (Cole and Rosenbluth, “Voice over IP performance
 *   monitoring”, 2001).
 * - Ie, for loss: 95 p / (p + 25.1), p in percent: G.107 7-29 with the robustness that G.113 Appendix I gives for a codec
 *   that conceals random loss. It has no value for Opus, which is at least as good. If sound is missing in longer pieces
 *   than with random loss, p in the denominator is divided by how many times longer they are (BurstR).
 * - R to MOS: G.107 B-4.
 *
 * The delay d is mouth to ear. It is the *whole* echo time, not half of it: speech goes up to the server and down to
 * another member, the echo goes up and down to the same member, which is equal if the other's line is like ours. It
 * includes our packetising, the server's processing and our jitter buffer. Jitter is added once: simplifications that
 * start from a bare round trip add it twice, but the echo already contains the buffer's delay.
 */

export type MosInputs = Readonly<{
  echoMs: number | undefined;
  jitterMs: number | undefined;
  /** Loss towards the server and back: shares from 0 to 1. */
  lossUp: number | undefined;
  lossDown: number | undefined;
  /** Missing sound from any cause; at least the packet loss. */
  missing?: Missing | undefined;
}>;

export type Missing = Readonly<{
  /** 0 to 1. */
  share: number;
  /** How many times longer the gaps are than with random loss; 1 or more. */
  burstRatio: number;
}>;

const flawlessRating = 93.2;
const noticedFromMs = 177.3;
const lossRobustness = 25.1;

/** 1 to 4.5; undefined if delay, jitter or loss was not measured. */
export function mosOf(inputs: MosInputs): number | undefined {
  const { echoMs, jitterMs, lossUp, lossDown, missing } = inputs;
  if (echoMs === undefined || jitterMs === undefined) return undefined;
  if (lossUp === undefined || lossDown === undefined) return undefined;
  const share = Math.max(1 - (1 - lossUp) * (1 - lossDown), missing?.share ?? 0);
  const cost = missingCost({ share, burstRatio: missing?.burstRatio ?? 1 });
  return mosOfRating(flawlessRating - delayCost(echoMs + jitterMs) - cost);
}

/** Points of R that a mouth-to-ear delay costs. */
export function delayCost(delayMs: number): number {
  return 0.024 * delayMs + 0.11 * Math.max(0, delayMs - noticedFromMs);
}

/** Points of R that missing sound costs. */
export function missingCost({ share, burstRatio }: Missing): number {
  const percent = 100 * share;
  return (95 * percent) / (percent / burstRatio + lossRobustness);
}

/** The cubic falls below 1 just above R = 0, where the scale ends. */
function mosOfRating(rating: number): number {
  const r = Math.min(100, Math.max(0, rating));
  return Math.max(1, 1 + 0.035 * r + 0.000_007 * r * (r - 60) * (100 - r));
}
