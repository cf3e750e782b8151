/** Echo time that neither the network nor the server adds: packetising the sound and decoding it. */

/**
 * In ms, from an outgoing to an incoming track over a clean loop, without the jitter buffer, which each test measures.
 * Measured on loopback with the mock server: 24 to 31 in Chromium 130. Specific to the bundled Chromium, so measure it
 * again after an upgrade: `npm run bench -- echo`, `baseline_ms`.
 */
export const baselineMs = 27;
