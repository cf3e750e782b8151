/** The stand-in servers' ports: whoever takes one while its server is down would answer in its place. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listen, send } from '../../servers/http.ts';

const reach = async (port: number) => {
  const socket = connect(port, '127.0.0.1');
  const found = await once(socket, 'connect').then(
    () => 'answers',
    (error: NodeJS.ErrnoException) => error.code,
  );
  socket.destroy();
  return found;
};

/** Whether the system counts the port as in use: it gives none of those to who asks for any free one. */
const isInUse = (port: number) =>
  readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .some((line) => {
      const [, local, , state] = line.trim().split(/\s+/);
      const established = '01';
      return local === `0100007F:${hex(port)}` && state === established;
    });
const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0');

test('a server that is down for a while refuses connections, and nobody else gets its port', async () => {
  const server = await listen((_request, response) => send(response, {}));
  onTestFinished(server.stop);
  const { port } = server;
  for (let round = 0; round < 3; round += 1) {
    expect(await reach(port)).toBe('answers');
    await server.pause();
    await server.pause();
    expect([await reach(port), isInUse(port)]).toEqual(['ECONNREFUSED', true]);
    await server.start();
  }
  await server.pause();
  await server.stop();
  expect([await reach(port), isInUse(port)]).toEqual(['ECONNREFUSED', false]);
  await server.start();
  expect(await reach(port)).toBe('answers');
});
