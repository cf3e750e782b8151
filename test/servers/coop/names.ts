/** The co-op's name server: one name over UDP, wrong on command. */
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import type { Listener } from '../http.ts';
import type { Scene } from './conditions.ts';

export const knownName = 'maple-street.example';
/** From the range reserved for documentation, like the next one. */
export const knownAddress = '192.0.2.10';
const wrongAddress = '198.51.100.66';

const headerBytes = 12;
const serverFailure = 2;

/** Listens on UDP; `scene` is read for each query. */
export async function listenDns(
  port: number,
  scene: () => Scene,
  slowMs: number,
): Promise<Listener> {
  const open = (at: number): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const socket = createSocket('udp4');
      socket.on('message', (question, from) => {
        const { condition } = scene();
        if (condition === 'hang') return;
        const delayMs = condition === 'slow' ? slowMs : 0;
        setTimeout(() => {
          // The client may have given up, or the socket may be closed by now.
          if (current === socket)
            socket.send(answerTo(question, condition), from.port, from.address);
        }, delayMs).unref();
      });
      socket.once('error', reject);
      socket.bind(at, '127.0.0.1', () => resolve(socket));
    });
  let current: Socket | undefined = await open(port);
  const bound = current.address().port;
  const stop = () =>
    new Promise<void>((resolve) => {
      const socket = current;
      current = undefined;
      if (socket) socket.close(() => resolve());
      else resolve();
    });
  return {
    port: bound,
    url: `dns://127.0.0.1:${bound}`,
    stop,
    // Few programs of a test ask for any free port of UDP.
    pause: stop,
    start: async () => {
      current ??= await open(bound);
    },
  };
}

function answerTo(question: Buffer, condition: Scene['condition']): Buffer {
  const end = endOfName(question) + 4;
  const header = Buffer.from(question.subarray(0, headerBytes));
  const failed = condition === 'error';
  // A response with recursion available; repeats the question and leaves out other sections.
  header.writeUInt16BE(0x8180 | (failed ? serverFailure : 0), 2);
  header.writeUInt16BE(failed ? 0 : 1, 6);
  header.fill(0, 8, headerBytes);
  const asked = question.subarray(headerBytes, end);
  const address = condition === 'error-body' ? wrongAddress : knownAddress;
  return Buffer.concat([header, asked, ...(failed ? [] : [addressRecord(address)])]);
}

function endOfName(question: Buffer): number {
  let at = headerBytes;
  while (question[at]) at += (question[at] ?? 0) + 1;
  return at + 1;
}

/** An A record that points back to the name in the question, with a TTL of 60 s. */
function addressRecord(address: string): Buffer {
  const head = [0xc0, headerBytes, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4];
  return Buffer.from([...head, ...address.split('.').map(Number)]);
}
