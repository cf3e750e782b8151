/** A name server for one name, on loopback: enough of RFC 1035 to be asked by the system's own resolver library. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export type NameServer = Readonly<{ address: string; stop: () => void }>;

/** How it answers: with this address, or `nxdomain`, `servfail` or `silence`. */
export type Manner = string;

const codes: Readonly<Record<string, number>> = { servfail: 2, nxdomain: 3 };

export async function startNameServer(manner: Manner): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    if (manner !== 'silence') socket.send(answerTo(question, manner), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    stop: () => socket.close(),
  };
}

function answerTo(question: Buffer, manner: Manner): Buffer {
  const asked = question.subarray(12, endOfQuestion(question));
  const code = codes[manner] ?? 0;
  const found = code === 0;
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  // A response, recursion desired and available, and its code.
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found ? 1 : 0, 6);
  return Buffer.concat([header, asked, ...(found ? [addressRecord(manner)] : [])]);
}

function endOfQuestion(question: Buffer): number {
  let at = 12;
  for (let size = question[at] ?? 0; size > 0; size = question[at] ?? 0) at += size + 1;
  return at + 5;
}

/** Points back at the asked name; type A, class IN, a minute to live. */
function addressRecord(address: string): Buffer {
  const fixed = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4]);
  return Buffer.concat([fixed, Buffer.from(address.split('.').map(Number))]);
}
