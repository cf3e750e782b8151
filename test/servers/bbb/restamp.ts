/**
 * Renumbers the echo's packets as mediasoup and FreeSWITCH do: without a gap, whatever was lost on the way in. Only the
 * timestamps keep the gap, so that a receiver conceals the missing sound (FreeSWITCH would do so itself) and an echo
 * keeps its place in time. So loss on the way up never looks like loss on the way down.
 */
import type { RtpPacket } from 'werift';

/** Returns undefined for a packet that arrives after a later one: it is too late to play. */
export function createRestamp(firstNumber: number): (packet: RtpPacket) => RtpPacket | undefined {
  let number = firstNumber;
  let lastTimestamp: number | undefined;
  return (packet) => {
    const { timestamp } = packet.header;
    if (lastTimestamp !== undefined && !isLater(timestamp, lastTimestamp)) return undefined;
    const echoed = packet.clone();
    echoed.header.sequenceNumber = number;
    // The client's header extensions (transport numbers, audio level) end at the server.
    echoed.header.extensions = [];
    number = (number + 1) & 0xffff;
    lastTimestamp = timestamp;
    return echoed;
  };
}

/** Compares modulo 2^32. */
function isLater(timestamp: number, than: number): boolean {
  const ahead = (timestamp - than) >>> 0;
  return ahead > 0 && ahead < 2 ** 31;
}
