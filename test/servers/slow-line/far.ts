/** The services on the far machine: `http` (8080) and `https` (8443), IPv4 and IPv6; prints a line once they listen. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { makeCertificate } from '../certificates.ts';
import { send } from '../http.ts';

const plain = createServer((_request, response) => send(response, { body: 'success' }));
const secure = createSecureServer(
  await makeCertificate({ host: 'far.test', endsInDays: 90 }),
  (_request, response) => send(response, { body: 'success' }),
);
for (const [server, port] of [
  [plain, 8080],
  [secure, 8443],
] as const) {
  server.listen(port, '::');
  await once(server, 'listening');
}
console.log('up');
process.stdin.resume().once('end', () => process.exit(0));
