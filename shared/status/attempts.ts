/**
 * How to connect to the addresses of one name, after RFC 8305: in which order, how soon one after another, and which
 * error to report if none works. Pure.
 */

/** How long to wait for an address before trying the next one as well, in ms. */
const usualDelayMs = 250;
/** Each attempt holds a socket, and a name server may return any number of addresses. */
const attemptsAtMost = 16;

/**
 * The addresses with alternating families, starting with that of the first: a family without a route then costs one
 * delay, not one for each of its addresses. Drops duplicates and those beyond the limit.
 */
export function orderOfAttempts<T extends Readonly<{ address: string; family: number }>>(
  found: readonly T[],
): readonly T[] {
  const addresses = [...new Map(found.map((one) => [one.address, one])).values()];
  const first = addresses.filter(({ family }) => family === addresses[0]?.family);
  const second = addresses.filter(({ family }) => family !== addresses[0]?.family);
  const turns = Math.max(first.length, second.length);
  return Array.from({ length: turns }, (_, turn) => [first[turn], second[turn]])
    .flat()
    .filter((one) => one !== undefined)
    .slice(0, attemptsAtMost);
}

/**
 * Delay before the next attempt starts alongside the earlier ones, in ms. Short enough for the last of `count` to start
 * in the first half of the limit, and to have the other half to answer.
 */
export function attemptDelayMs(count: number, limitMs: number): number {
  return Math.min(usualDelayMs, limitMs / (2 * count));
}

/** Connection errors, by libuv's codes and our own; the first say most about the server. */
const mostTellingFirst: readonly (readonly string[])[] = [
  // The server answered.
  ['ECONNREFUSED'],
  ['ECONNRESET', 'ECONNABORTED', 'EPIPE'],
  // Nothing answered.
  ['timeout'],
  // A router on the way reports no such host.
  ['EHOSTUNREACH', 'EHOSTDOWN'],
];
/** Errors of this machine, which say nothing about the server. */
const ofThisMachine: readonly string[] = [
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EACCES',
  'EPERM',
  'EINVAL',
];

/** The failure that says most about the server; among equals, the earliest. */
export function mostTelling<T extends Readonly<{ code: string }>>(
  failures: readonly T[],
): T | undefined {
  return failures.toSorted((a, b) => rank(a.code) - rank(b.code))[0];
}

function rank(code: string): number {
  const group = mostTellingFirst.findIndex((codes) => codes.includes(code));
  if (group !== -1) return group;
  return ofThisMachine.includes(code) ? mostTellingFirst.length + 1 : mostTellingFirst.length;
}
