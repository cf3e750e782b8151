/**
 * Network delay for HTTP and WebSocket: each chunk of a TCP stream arrives half a round trip later, each way. The TCP
 * handshake is the machine's own and takes no time here; everything after it is delayed.
 */
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import type { Course } from './course.ts';
import type { NetworkKnobs } from './knobs.ts';
import type { Schedule } from './schedule.ts';

export type Front = Readonly<{
  port: number;
  stop: () => Promise<void>;
}>;

export async function startFront(
  innerPort: number,
  line: Readonly<{
    network: () => NetworkKnobs;
    schedule: Schedule;
    chance: () => number;
    course: Course;
  }>,
  port: number,
): Promise<Front> {
  const sockets = new Set<Socket>();
  const carry = (from: Socket, to: Socket) => {
    let lastDueMs = 0;
    const later = (act: () => void) => {
      const network = line.network();
      const now = performance.now();
      const wayMs = (network.roundTripMs + line.course.grownMs(network.driftMs, now)) / 2;
      const stillMs = line.course.frozenMs(network, now);
      lastDueMs = Math.max(now + wayMs + line.chance() * network.jitterMs + stillMs, lastDueMs);
      if (lastDueMs <= now) return act();
      line.schedule.at(lastDueMs, act);
    };
    from.on('data', (piece) => later(() => void (to.destroyed || to.write(piece))));
    from.on('end', () => later(() => to.end()));
    from.on('close', () => later(() => to.destroy()));
    from.on('error', () => from.destroy());
  };
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (outer) => {
    const inner = connect({
      port: innerPort,
      host: '127.0.0.1',
      noDelay: true,
      allowHalfOpen: true,
    });
    for (const socket of [outer, inner]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    carry(outer, inner);
    carry(inner, outer);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
