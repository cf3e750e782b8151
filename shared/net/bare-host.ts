/** Hosts as they are asked: a name or an address in lower case, without what an address of a page writes around it. Pure. */

/** An IPv6 address stands in brackets where a port may follow. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

/** As people write one and the same host: in capitals too, in brackets, or with the dot of a full name. */
export function tidyHost(host: string): string {
  return withoutBrackets(host.toLowerCase()).replace(/\.$/, '');
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** This machine itself, whoever resolves it: what goes there is on no line. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/** This machine by its name: not every resolver keeps what is below `localhost` here (RFC 6761), so no secret goes there. */
export function isThisMachine(host: string): boolean {
  return isLoopback(host) || host.endsWith('.localhost');
}
