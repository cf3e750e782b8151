/**
 * Keeps the relay from looking like a NAT: in the answers to a client's checks (RFC 8489) it replaces the relay's inner
 * address by the client's own. Otherwise every candidate of the client, a TURN server's too, would become
 * peer-reflexive, which does not happen with a real server.
 */
import { createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';

const bindingSuccess = 0x0101;
const xorMappedAddress = 0x0020;
const messageIntegrity = 0x0008;
const fingerprint = 0x8028;
const cookie = 0x2112a442;
const headerBytes = 20;

export type ClientAddress = Readonly<{ address: string; port: number }>;

/** `password` is the server's ICE password, which signs its answers. Other packets are returned unchanged. */
export function withMappedAddress(packet: Buffer, to: ClientAddress, password: string): Buffer {
  if (packet.length < headerBytes || packet.readUInt16BE(0) !== bindingSuccess) return packet;
  const changed = Buffer.from(packet);
  for (let at = headerBytes; at + 4 <= changed.length;) {
    const size = changed.readUInt16BE(at + 2);
    // A truncated attribute.
    if (at + 4 + size > changed.length) break;
    rewrite(changed, at, to, password);
    at += 4 + size + ((4 - (size % 4)) % 4);
  }
  return changed;
}

/** Attributes are rewritten in order, since each signature covers those before it. */
function rewrite(message: Buffer, at: number, to: ClientAddress, password: string): void {
  const kind = message.readUInt16BE(at);
  if (kind === xorMappedAddress && message.readUInt16BE(at + 2) === 8) {
    message.writeUInt16BE(to.port ^ (cookie >>> 16), at + 6);
    const bytes = Buffer.from(to.address.split('.').map(Number));
    message.writeUInt32BE((bytes.readUInt32BE(0) ^ cookie) >>> 0, at + 8);
  }
  if (kind === messageIntegrity) {
    const covered = upTo(message, at, 24);
    createHmac('sha1', password)
      .update(covered)
      .digest()
      .copy(message, at + 4);
  }
  if (kind === fingerprint) {
    message.writeUInt32BE((crc32(upTo(message, at, 8)) ^ 0x5354554e) >>> 0, at + 4);
  }
}

/** The bytes before an attribute, with the length field that the message would have if it ended with it. */
function upTo(message: Buffer, at: number, attributeBytes: number): Buffer {
  const covered = Buffer.from(message.subarray(0, at));
  covered.writeUInt16BE(at + attributeBytes - headerBytes, 2);
  return covered;
}
