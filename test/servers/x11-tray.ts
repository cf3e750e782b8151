/** A tray of the older X11 protocol, as seen by others: it owns the selection, and announces it to the root window. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import {
  internAtom,
  readMessage,
  rootOf,
  setupLength,
  setupRequest,
} from '../../main/platform/x11.ts';

/** Returns the function that stops it. */
export async function startX11Tray(display: number): Promise<() => void> {
  const socket = connect(`/tmp/.X11-unix/X${display}`);
  await once(socket, 'connect');
  socket.write(setupRequest(undefined));
  const head = await read(socket, 8);
  const setup = Buffer.concat([head, await read(socket, setupLength(head) - 8)]);
  const root = rootOf(setup) ?? 0;
  const window = setup.readUInt32LE(12);
  const atomOf = async (name: string) => {
    // Creates the atom if missing: this process brings the name.
    const question = internAtom(name);
    question.writeUInt8(0, 1);
    socket.write(question);
    const answer = readMessage(await read(socket, 32));
    if (answer.kind !== 'reply') throw new Error(`the display refuses the name ${name}`);
    return answer.value;
  };
  const selection = await atomOf('_NET_SYSTEM_TRAY_S0');
  const manager = await atomOf('MANAGER');
  // CreateWindow: InputOnly, one pixel. SetSelectionOwner. SendEvent: a ClientMessage to the root.
  socket.write(words(1, 0, 8, window, root, 0, 0x0001_0001, 0x0002_0000, 0, 0));
  socket.write(words(22, 0, 4, window, selection, 0));
  const message = [33 | (32 << 8), root, manager, 0, selection, window, 0, 0];
  socket.write(words(25, 0, 11, root, 0x2_0000, ...message));
  return () => socket.end();
}

function words(opcode: number, data: number, length: number, ...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(length * 4);
  bytes.writeUInt32LE((opcode | (data << 8) | (length << 16)) >>> 0, 0);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 + at * 4);
  return bytes;
}

async function read(socket: Socket, bytes: number): Promise<Buffer> {
  for (;;) {
    const found = socket.read(bytes) as Buffer | null;
    if (found) return found;
    await once(socket, 'readable');
  }
}
