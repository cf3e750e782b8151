/**
 * The echo's packets get numbers of their own, as mediasoup and FreeSWITCH give them: without a gap, whatever was lost on
 * the way in. Only the timestamps keep the gap, so that a receiver conceals the missing sound (FreeSWITCH would do so
 * itself) and an echo stays where it was in time. Loss on the way up is therefore never seen as loss on the way down.
 */
import type { RtpPacket } from 'werift';

/** Returns undefined for a packet that comes after a later one: its moment has passed. */
export function createRestamp(firstNumber: number): (packet: RtpPacket) => RtpPacket | undefined {
  let number = firstNumber;
  let lastTimestamp: number | undefined;
  return (packet) => {
    const { timestamp } = packet.header;
    if (lastTimestamp !== undefined && !isLater(timestamp, lastTimestamp)) return undefined;
    const echoed = packet.clone();
    echoed.header.sequenceNumber = number;
    // What the client numbered for its own way up, and its measure of loudness, end at the server.
    echoed.header.extensions = [];
    number = (number + 1) & 0xffff;
    lastTimestamp = timestamp;
    return echoed;
  };
}

/** In a circle of 32 bits. */
function isLater(timestamp: number, than: number): boolean {
  const ahead = (timestamp - than) >>> 0;
  return ahead > 0 && ahead < 2 ** 31;
}
