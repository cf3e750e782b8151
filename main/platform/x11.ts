/** The few X11 messages that `x11-tray.ts` needs, little-endian. Pure. */
import { Buffer } from 'node:buffer';

const xAuth = 'MIT-MAGIC-COOKIE-1';
/** StructureNotifyMask: changes of a window as a whole, and the root's messages from newly started trays. */
const structureNotify = 0x2_0000;

/** The local display that `DISPLAY` names; undefined for a remote or invalid one. */
export function localDisplay(
  display: string,
): Readonly<{ number: number; screen: number }> | undefined {
  const parts = /^(?:unix)?:(\d{1,5})(?:\.(\d{1,3}))?$/.exec(display);
  return parts ? { number: Number(parts[1]), screen: Number(parts[2] ?? 0) } : undefined;
}

/** Finds a display's cookie in an Xauthority file. Ignores the host: only local displays are used. */
export function cookieOf(file: Buffer, display: number): Buffer | undefined {
  let at = 2;
  const field = () => {
    if (at + 2 > file.length) return undefined;
    const end = at + 2 + file.readUInt16BE(at);
    const value = end <= file.length ? file.subarray(at + 2, end) : undefined;
    at = end;
    return value;
  };
  for (;;) {
    const fields = [field(), field(), field(), field()] as const;
    const [, number, name, data] = fields;
    if (!number || !name || !data) return undefined;
    const isOurs = number.length === 0 || number.toString('latin1') === String(display);
    if (isOurs && name.toString('latin1') === xAuth) return data;
    at += 2;
  }
}

export function setupRequest(cookie: Buffer | undefined): Buffer {
  const name = Buffer.from(cookie ? xAuth : '', 'latin1');
  const data = cookie ?? Buffer.alloc(0);
  const head = Buffer.alloc(12);
  head.write('l', 0, 'latin1');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padded(name), padded(data)]);
}

/** Length of the setup reply in bytes, from its first 8. */
export const setupLength = (head: Buffer): number => 8 + head.readUInt16LE(6) * 4;

/** Root window of the first screen; undefined if the display refuses us. */
export function rootOf(setup: Buffer): number | undefined {
  if (setup.readUInt8(0) !== 1 || setup.length < 40) return undefined;
  const vendor = setup.readUInt16LE(24);
  const screens = 40 + vendor + padding(vendor) + setup.readUInt8(29) * 8;
  return setup.readUInt8(28) > 0 && screens + 4 <= setup.length
    ? setup.readUInt32LE(screens)
    : undefined;
}

/** Requests the atom of a name; the reply is 0 if nothing ever used it. */
export function internAtom(name: string): Buffer {
  const text = Buffer.from(name, 'latin1');
  const head = request(16, 1, 2 + padded(text).length / 4);
  head.writeUInt16LE(text.length, 4);
  return Buffer.concat([head, padded(text)]);
}

export const selectionOwner = (atom: number): Buffer => request(23, 0, 2, atom);

/** Subscribes to changes of a window. */
export const watchWindow = (window: number): Buffer =>
  request(2, 0, 4, window, 0x800, structureNotify);

/** Every message after the setup starts with 32 bytes; only replies may be longer. */
export const messageBytes = 32;

export type XMessage = Readonly<{ kind: 'error' | 'event' } | { kind: 'reply'; value: number }>;

/** Both of our requests are answered with one number. */
export function readMessage(bytes: Buffer): XMessage {
  const type = bytes.readUInt8(0);
  if (type === 0) return { kind: 'error' };
  return type === 1 ? { kind: 'reply', value: bytes.readUInt32LE(8) } : { kind: 'event' };
}

function request(opcode: number, data: number, words: number, ...values: readonly number[]) {
  const bytes = Buffer.alloc(Math.max(8, 4 + values.length * 4));
  bytes.writeUInt8(opcode, 0);
  bytes.writeUInt8(data, 1);
  bytes.writeUInt16LE(words, 2);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, 4 + at * 4);
  return bytes;
}

const padding = (length: number) => (4 - (length % 4)) % 4;
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(padding(bytes.length))]);
