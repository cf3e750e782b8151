/** From which value a figure is trouble. Each counts from its limit on: bands are half open, without gaps. */

/**
 * Bands of MOS, by what G.107 Annex B says of listeners: 4.34 very satisfied, 4.03 satisfied, 3.10 where many are not.
 * The middle band reaches down to where a delay of 400 ms brings a call, the end of what G.114 finds acceptable.
 */
export const mosBands = { excellent: 4.34, good: 4.03, fair: 3.1 } as const;

export const limits = {
  /** Round trip in ms: with what an echo takes anyway, the delay at which the MOS of a line without fault is no longer good. */
  roundTripMs: 175,
  /**
   * What the server adds, in ms. Lower than for the network, as no distance excuses it: G.114 gives a whole call 150 ms
   * that nobody minds. Our own choice.
   */
  serverMs: 125,
  /**
   * Median of the interarrival jitter in ms. It is a mean by RFC 3550: packets that wander within 50 ms, two and a half of
   * them, have one of about 14. BigBlueButton's own panel has its steps at 10, 20 and 30; Twilio warns at 30.
   */
  jitterMs: 14,
  /** Share of packets lost one way: up to 2 % Jitsi counts a connection as perfect. Twilio warns at 3 % over some seconds. */
  loss: 0.02,
  /**
   * Share of the sound that was missing, beyond what packets were lost: as for these. A good line and a good server come to
   * some thousandths, since a jitter buffer guesses wrong at times.
   */
  missing: 0.02,
  /** The longest gap in ms: beyond it a word is gone, and a listener asks back. Our own choice. */
  gapMs: 300,
  /** How far the 95th percentile lies above the median, and how far a figure moves during a test, in ms. Our own choice. */
  spreadMs: 100,
  changeMs: 100,
  /** Share of chirps that came back, below which sound is missing. A single one of twenty may fall into a gap. */
  returned: 0.9,
  /** Below this share what came back is no conversation. */
  returnedPoor: 0.5,
  /** The gateway is one hop away: under 1 ms by cable, some ms by wifi. */
  gatewayMs: 30,
  gatewayLost: 0.05,
  /** The gateway explains a round trip when it makes up this share of it. */
  gatewayShare: 0.5,
  /** Share of the processors in use: from here on sound waits for its turn. */
  processor: 0.9,
  /** A timer this late is longer than ten packets of sound. */
  stallMs: 200,
} as const;

/** One side is named only if it costs the call this many times what the other does; else it cannot be told. */
export const clearlyMore = 1.4;
