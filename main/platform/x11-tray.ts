/**
 * Whether the display has a tray of the older X11 protocol: a program that owns the tray selection (freedesktop.org,
 * System Tray Protocol). Electron falls back to it for panels without StatusNotifier.
 */
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Clock } from './clock.ts';
import { orTooLate } from './time-limit.ts';
import {
  cookieOf,
  internAtom,
  localDisplay,
  messageBytes,
  readMessage,
  rootOf,
  selectionOwner,
  setupLength,
  setupRequest,
  watchWindow,
} from './x11.ts';

export type X11TrayDeps = Readonly<{
  clock: Clock;
  env: Readonly<Record<string, string | undefined>>;
  /** A tray may have appeared or gone. */
  onChange: () => void;
  /** Time limit of each reply, in ms. */
  answerMs?: number;
}>;

export type X11Tray = Readonly<{
  /** Never rejects: undefined if the display does not answer. */
  look: () => Promise<boolean | undefined>;
  /** Disconnects until the next look. */
  rest: () => void;
}>;

const cookieLimitBytes = 1024 * 1024;

/** Stays connected after the first look, since only clients receive events. */
export function createX11Tray(deps: X11TrayDeps): X11Tray {
  const display = localDisplay(deps.env['DISPLAY'] ?? '');
  let asking: Promise<Display> | undefined;
  const rest = () => {
    void asking?.then((one) => one.close()).catch(() => undefined);
    asking = undefined;
  };
  return {
    rest,
    look: async () => {
      if (!display) return false;
      try {
        asking ??= openDisplay(deps, display.number, () => {
          asking = undefined;
          deps.onChange();
        });
        const server = await asking;
        const atom = await server.ask(internAtom(`_NET_SYSTEM_TRAY_S${display.screen}`));
        if (atom === 0) return false;
        const owner = await server.ask(selectionOwner(atom));
        if (owner === 0) return false;
        server.tell(watchWindow(owner));
        // Ask again: if the owner left before we watched it, no event comes.
        return (await server.ask(selectionOwner(atom))) !== 0;
      } catch {
        rest();
        return undefined;
      }
    },
  };
}

type Display = Readonly<{
  /** Sends a request and resolves to the number in its reply. */
  ask: (question: Buffer) => Promise<number>;
  tell: (request: Buffer) => void;
  close: () => void;
}>;

/** Rejects if the display refuses us or does not answer in time. */
async function openDisplay(
  { clock, env, onChange, answerMs = 3000 }: X11TrayDeps,
  number: number,
  onEnd: () => void,
): Promise<Display> {
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  const stream = byteStream(socket);
  // `close` follows.
  socket.on('error', () => undefined);
  const close = () => {
    socket.off('close', onEnd);
    socket.destroy();
  };
  const inTime = <T>(answer: Promise<T>) => orTooLate(clock, answerMs, answer);
  try {
    socket.write(setupRequest(await cookie(env, number)));
    const head = await inTime(stream.take(8));
    const rest = await inTime(stream.take(setupLength(head) - 8));
    const root = rootOf(Buffer.concat([head, rest]));
    if (root === undefined) throw new Error('turned away');
    socket.write(watchWindow(root));
    socket.once('close', onEnd);
  } catch (error) {
    close();
    throw error;
  }
  const answers: ((value: number) => void)[] = [];
  const follow = async () => {
    for (;;) {
      const message = readMessage(await stream.take(messageBytes));
      if (message.kind === 'event') onChange();
      if (message.kind === 'reply') answers.shift()?.(message.value);
    }
  };
  void follow().catch(() => undefined);
  return {
    close,
    tell: (request) => void socket.write(request),
    ask: (question) =>
      inTime(
        new Promise((resolve) => {
          answers.push(resolve);
          socket.write(question);
        }),
      ),
  };
}

async function cookie(env: X11TrayDeps['env'], display: number): Promise<Buffer | undefined> {
  const path = env['XAUTHORITY'] ?? join(env['HOME'] ?? homedir(), '.Xauthority');
  const file = await readFile(path).catch(() => undefined);
  return file && file.length <= cookieLimitBytes ? cookieOf(file, display) : undefined;
}

/** Reads exact numbers of bytes from a socket; rejects if it ends first. Unread data stays in the socket. */
function byteStream(socket: Socket): Readonly<{ take: (bytes: number) => Promise<Buffer> }> {
  let waiting:
    | Readonly<{ bytes: number; resolve: (found: Buffer) => void; reject: (why: Error) => void }>
    | undefined;
  let over = false;
  const serve = () => {
    if (!waiting) return;
    const { bytes, resolve, reject } = waiting;
    const found = socket.read(bytes) as Buffer | null;
    if (found?.length !== bytes && !over) return;
    waiting = undefined;
    if (found?.length === bytes) resolve(found);
    else reject(new Error('the display has gone'));
  };
  socket.on('readable', serve);
  socket.once('close', () => {
    over = true;
    serve();
  });
  return {
    take: (bytes) =>
      new Promise((resolve, reject) => {
        waiting = { bytes, resolve, reject };
        serve();
      }),
  };
}
