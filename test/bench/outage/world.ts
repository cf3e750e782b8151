/** The bench's servers, in their own process: the web servers of all services, and their name server. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { answerTo, askedName } from '../../servers/dns.ts';
import { nameServer } from './network.ts';
import { addressOf, port, refusedPort, witnessText } from './services.ts';

/** `asked` returns all requests so far: the service, and the time in ms UTC. */
export type Order = 'fail' | 'heal' | 'asked';
export type Asked = readonly (readonly [id: string, atUtcMs: number])[];

const asked: (readonly [id: string, atUtcMs: number])[] = [];
let failing = false;

const serve = (): Server =>
  createServer((request, response) => {
    const id = (request.url ?? '').slice(1);
    if (id !== '') asked.push([id, Date.now()]);
    response.end(witnessText);
  });
const listen = async (server: Server, at: number) => {
  server.listen(at, '0.0.0.0', 4096);
  await once(server, 'listening');
  return server;
};

const names = createSocket('udp4');
names.on('message', (question, from) => {
  const { name, isAddress } = askedName(question);
  if (failing && name.includes('.nameless.')) return;
  const address = addressOf(name);
  const manner = address === undefined ? 'nxdomain' : isAddress ? address : [];
  names.send(answerTo(question, manner), from.port, from.address);
});
names.bind(53, nameServer);
await once(names, 'listening');
await listen(serve(), port);
let refusing = await listen(serve(), refusedPort);

process.on('message', (order: Order) => {
  void obey(order).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function obey(order: Order): Promise<unknown> {
  if (order === 'asked') return asked;
  failing = order === 'fail';
  if (failing) {
    refusing.close();
    refusing.closeAllConnections();
  } else refusing = await listen(serve(), refusedPort);
  return order;
}
