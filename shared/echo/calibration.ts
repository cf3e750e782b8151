/** What an echo takes that neither the network nor the server adds: the packing of sound into packets and its unpacking. */

/**
 * In ms, over a clean loop, from a track that goes out to the track that comes back, without the jitter buffer, which is
 * measured in each test. From runs on loopback with the stand-in server: 24 to 31 in Chromium 130. It belongs to the
 * Chromium that the app ships, so measure it again with a new one: `npm run bench -- echo` tells it as `baseline_ms`.
 */
export const baselineMs = 27;
