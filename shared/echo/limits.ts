/** Limits of the figures. Half-open: a figure at its limit is trouble, and bands have no gaps. */

/**
 * MOS bands from G.107 Annex B: 4.34 very satisfied, 4.03 satisfied, 3.10 many dissatisfied. The middle band ends at
 * the MOS of a 400 ms delay, the most that G.114 finds acceptable.
 */
export const mosBands = { excellent: 4.34, good: 4.03, fair: 3.1 } as const;

export const limits = {
  /**
   * Round trip in ms. Together with the unavoidable echo time, the delay at which the MOS of a flawless line is no
   * longer good.
   */
  roundTripMs: 175,
  /**
   * Delay added by the server, in ms. Lower than for the network, because distance is no excuse: G.114 allows 150 ms
   * for a whole call before users notice. Our own choice.
   */
  serverMs: 125,
  /**
   * Median interarrival jitter in ms. RFC 3550 jitter is a mean: packets that vary within 50 ms, two and a half
   * packets, have about 14. BigBlueButton's own panel has steps at 10, 20 and 30; Twilio warns at 30.
   */
  jitterMs: 14,
  /**
   * Share of packets lost in one direction. Jitsi rates up to 2 % as perfect; Twilio warns at 3 % over some seconds.
   */
  loss: 0.02,
  /**
   * Share of missing sound not explained by packet loss; the same limit as for loss. Good networks and servers have a
   * few thousandths, from wrong guesses of the jitter buffer.
   */
  missing: 0.02,
  /** Longest gap in ms: beyond it a word is lost and the listener asks again. Our own choice. */
  gapMs: 300,
  /** Distance of the 95th percentile from the median, and change of a figure during a test, in ms. Our own choice. */
  spreadMs: 100,
  changeMs: 100,
  /** Minimum share of chirps that come back. One of twenty may fall into a gap. */
  returned: 0.9,
  /** Below this share no conversation is possible. */
  returnedPoor: 0.5,
  /** The gateway is one hop away: under 1 ms by cable, some ms by wifi. */
  gatewayMs: 30,
  gatewayLost: 0.05,
  /** The gateway explains a round trip if it makes up this share of it. */
  gatewayShare: 0.5,
  /** CPU usage above which audio processing is delayed. */
  processor: 0.9,
  /** Timer lateness in ms, as long as ten packets of sound. */
  stallMs: 200,
} as const;

/** A side is blamed only if it costs the call this many times as much as the other. */
export const blameRatio = 1.4;
