/** What an echo takes that neither the network nor the server adds: packetisation and the sound's way through the app. */

/** In ms, over a clean loop, without the jitter buffer, which is measured in each test. */
export const baselineMs = 65;
