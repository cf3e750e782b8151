/** Questions to the DNS, of the machine's own resolver or of a name server at an address, under the address rule. */
import { Resolver } from 'node:dns/promises';
import { addressParts } from '../../../shared/net/address-parts.ts';
import { refuseForbiddenLiteral } from './addresses.ts';

export type Asking = Readonly<{
  /** `address`, `address:port` or `[v6]:port`; the machine's own without. */
  server?: string | undefined;
  timeoutMs: number;
  signal: AbortSignal;
}>;

/** Rejects as `ask`, or with NetError where the server's address is never asked. */
export async function withResolver<T>(
  { server, timeoutMs, signal }: Asking,
  ask: (resolver: Resolver) => Promise<T>,
): Promise<T> {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (server !== undefined) {
    // What is asked by its name is the target; who answers for it is not, even if the document says who.
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
