/** The network for media: a UDP relay per peer that delays, loses and blocks packets. */
import type { Socket, RemoteInfo } from 'node:dgram';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createBurstLoss, createLoss } from './chance.ts';
import type { Course } from './course.ts';
import type { NetworkKnobs } from './knobs.ts';
import type { Schedule } from './schedule.ts';
import { withMappedAddress } from './stun.ts';
import type { Tally } from './tally.ts';

export type Relay = Readonly<{
  /** Port that clients send to. */
  port: number;
  stop: () => void;
}>;

/** Where the echoing peer listens, and its ICE password. */
export type EchoAddress = Readonly<{ port: number; password: string }>;

export type Line = Readonly<{
  network: () => NetworkKnobs;
  schedule: Schedule;
  chance: () => number;
  course: Course;
  /** Whether a port belongs to the TURN server, whose packets are never blocked. */
  isTurn: (port: number) => boolean;
  up: Tally;
  down: Tally;
}>;

const address = '127.0.0.1';

/** Each client address gets its own port towards the server. */
export async function startRelay(server: EchoAddress, line: Line): Promise<Relay> {
  const open = createSocket('udp4');
  const behind = new Map<string, Socket>();
  const up = createLane(line, 'up');
  const down = createLane(line, 'down');
  let stopped = false;

  const towardsServer = (from: RemoteInfo) => {
    const key = `${from.address}:${from.port}`;
    const known = behind.get(key);
    if (known) return known;
    const socket = createSocket('udp4');
    behind.set(key, socket);
    socket.on('message', (packet) => {
      if (!mayPass(from.port)) return;
      const sent = withMappedAddress(packet, from, server.password);
      down(sent, () => give(open, sent, from.port, from.address));
    });
    socket.on('error', () => undefined);
    return socket;
  };
  const mayPass = (port: number) => line.network().udp === 'open' || line.isTurn(port);
  const give = (socket: Socket, packet: Buffer, port: number, to: string) => {
    if (!stopped) socket.send(packet, port, to);
  };

  open.on('message', (packet, from) => {
    if (!mayPass(from.port)) return;
    const socket = towardsServer(from);
    up(packet, () => give(socket, packet, server.port, address));
  });
  open.on('error', () => undefined);
  open.bind(0, address);
  await once(open, 'listening');
  return {
    port: open.address().port,
    stop: () => {
      stopped = true;
      open.close();
      for (const socket of behind.values()) socket.close();
    },
  };
}

/** One direction: media may be lost, and everything that passes is delayed. */
function createLane(line: Line, way: 'up' | 'down'): (packet: Buffer, pass: () => void) => void {
  const isLostEvenly = createLoss(line.chance);
  const isLostInBursts = createBurstLoss(line.chance);
  const isLost = ({ lossUp, lossDown, lossBurst }: NetworkKnobs) => {
    const rate = way === 'up' ? lossUp : lossDown;
    return lossBurst > 1 ? isLostInBursts(rate, lossBurst) : isLostEvenly(rate);
  };
  const tally = line[way];
  let lastDueMs = 0;
  return (packet, pass) => {
    const arrivedMs = performance.now();
    const network = line.network();
    const media = isMedia(packet);
    if (media && isLost(network)) return tally.dropped();
    const asked =
      (network.roundTripMs + line.course.grownMs(network.driftMs, arrivedMs)) / 2 +
      line.chance() * network.jitterMs +
      line.course.frozenMs(network, arrivedMs);
    const dueMs = network.keepOrder ? Math.max(arrivedMs + asked, lastDueMs) : arrivedMs + asked;
    lastDueMs = dueMs;
    line.schedule.at(dueMs, () => {
      if (media) tally.passed(packet, performance.now() - arrivedMs);
      pass();
    });
  };
}

/** Tells RTP from STUN, DTLS and RTCP as in RFC 7983 and RFC 5761. */
export function isMedia(packet: Buffer): boolean {
  const first = packet[0] ?? 0;
  const kind = (packet[1] ?? 0) & 0x7f;
  return first >= 128 && first < 192 && !(kind >= 64 && kind < 96);
}
