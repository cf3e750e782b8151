/** DNS queries, to the machine's resolver or a given name server, under the address rule. */
import { Resolver } from 'node:dns/promises';
import { addressParts } from '../../../shared/net/address-parts.ts';
import { refuseForbiddenLiteral } from './addresses.ts';

export type Asking = Readonly<{
  /** `address`, `address:port` or `[v6]:port`; the machine's own by default. */
  server?: string | undefined;
  timeoutMs: number;
  signal: AbortSignal;
}>;

/** Rejects as `ask` does, or with NetError if the server's address is forbidden. */
export async function withResolver<T>(
  { server, timeoutMs, signal }: Asking,
  ask: (resolver: Resolver) => Promise<T>,
): Promise<T> {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (server !== undefined) {
    // The document may name a forbidden target, but not a forbidden name server.
    refuseForbiddenLiteral(addressParts(server).host, []);
    resolver.setServers([server]);
  }
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await ask(resolver);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
