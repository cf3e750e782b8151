/** Hosts as they are looked up: a name or an address in lower case, without URL syntax. Pure. */

/** IPv6 addresses are in brackets where a port may follow. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

/** Normalises what people write for the same host: capitals, brackets, or a trailing dot. */
export function tidyHost(host: string): string {
  return withoutBrackets(host.toLowerCase()).replace(/\.$/, '');
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** This machine, whichever resolver is used: nothing sent there leaves it. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/**
 * This machine by name. Not every resolver keeps names below `localhost` local (RFC 6761), so no secret is sent to
 * those.
 */
export function isThisMachine(host: string): boolean {
  return isLoopback(host) || host.endsWith('.localhost');
}
