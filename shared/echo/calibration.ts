/** What an echo takes that neither the network nor the server adds: packetisation and the sound's way through the app. */

/**
 * In ms, over a clean loop, without the jitter buffer, which is measured in each test. From runs on loopback with the
 * stand-in server: 41 to 43 in Chromium 130. It belongs to the Chromium that the app ships, so measure it again with a
 * new one: `npm run bench -- echo` tells it as `baseline_ms`.
 */
export const baselineMs = 42;
