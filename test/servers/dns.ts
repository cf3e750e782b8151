/** A name server for one name, on loopback: enough of RFC 1035 for the system's resolver library. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export type NameServer = Readonly<{ address: string; stop: () => void }>;

/** A record on the wire: its type number and its data. */
export type WireRecord = Readonly<{ type: number; data: Buffer }>;

/** How it answers: with this address, with these records, or `nxdomain`, `servfail` or `silence`. */
export type Manner = string | readonly WireRecord[];

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

const addressType = 1;

/** The queried name, and whether the query is for its IPv4 address. */
export function askedName(question: Buffer): Readonly<{ name: string; isAddress: boolean }> {
  const labels: string[] = [];
  let at = 12;
  for (let size = question[at] ?? 0; size > 0; size = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + size));
    at += size + 1;
  }
  const isAddress = question.readUInt16BE(at + 1) === addressType;
  return { name: labels.join('.').toLowerCase(), isAddress };
}

export function answerTo(question: Buffer, manner: Manner): Buffer {
  const asked = question.subarray(12, endOfQuestion(question));
  const code = typeof manner === 'string' ? (codes[manner] ?? 0) : 0;
  const records = code === 0 ? recordsOf(manner) : [];
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  // A response with recursion desired and available, and its code.
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, asked, ...records.map(onTheWire)]);
}

function endOfQuestion(question: Buffer): number {
  let at = 12;
  for (let size = question[at] ?? 0; size > 0; size = question[at] ?? 0) at += size + 1;
  return at + 5;
}

function recordsOf(manner: Manner): readonly WireRecord[] {
  if (typeof manner !== 'string') return manner;
  return [{ type: addressType, data: Buffer.from(manner.split('.').map(Number)) }];
}

/** Points back at the queried name; class IN, TTL of a minute. */
function onTheWire({ type, data }: WireRecord): Buffer {
  const fixed = Buffer.from([0xc0, 0x0c, 0, type, 0, 1, 0, 0, 0, 60, 0, 0]);
  // CAA is the only type here above 255.
  fixed.writeUInt16BE(type, 2);
  fixed.writeUInt16BE(data.length, 10);
  return Buffer.concat([fixed, data]);
}

const shorts = (...numbers: number[]) =>
  Buffer.from(numbers.flatMap((one) => [Math.trunc(one / 256), one % 256]));
const longs = (...numbers: number[]) =>
  shorts(...numbers.flatMap((one) => [Math.trunc(one / 65_536), one % 65_536]));
const counted = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
const named = (name: string) =>
  Buffer.concat([...name.split('.').filter(Boolean).map(counted), Buffer.from([0])]);

/** Records of each kind, in zone file notation. */
export const records = {
  ns: (name: string): WireRecord => ({ type: 2, data: named(name) }),
  cname: (name: string): WireRecord => ({ type: 5, data: named(name) }),
  soa: (name: string, mail: string, ...times: [number, number, number, number, number]) => ({
    type: 6,
    data: Buffer.concat([named(name), named(mail), longs(...times)]),
  }),
  ptr: (name: string): WireRecord => ({ type: 12, data: named(name) }),
  mx: (priority: number, name: string): WireRecord => ({
    type: 15,
    data: Buffer.concat([shorts(priority), named(name)]),
  }),
  txt: (...texts: string[]): WireRecord => ({ type: 16, data: Buffer.concat(texts.map(counted)) }),
  aaaa: (...groups: number[]): WireRecord => ({ type: 28, data: shorts(...groups) }),
  srv: (priority: number, weight: number, port: number, name: string): WireRecord => ({
    type: 33,
    data: Buffer.concat([shorts(priority, weight, port), named(name)]),
  }),
  caa: (flags: number, tag: string, value: string): WireRecord => ({
    type: 257,
    data: Buffer.concat([Buffer.from([flags]), counted(tag), Buffer.from(value)]),
  }),
} as const;
