/**
 * How the addresses of one name are tried, as RFC 8305 says: in which order, how soon one after the other, and which
 * of their errors is told when none works. Pure.
 */

/** An address that takes longer than this to answer gets company; it is not given up. In ms. */
const usualDelayMs = 250;
/** Each attempt holds a socket, and a name server may send as many addresses as it likes. */
const attemptsAtMost = 16;

/**
 * The addresses with their families in turn, beginning with that of the first: a family without a way out then costs
 * one delay, not one for each of its addresses. Doubles and what is too many are left out.
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
 * Time after which the next attempt begins beside those under way, in ms. Short enough that the last of `count` begins
 * in the first half of the limit, and has the other half to answer.
 */
export function attemptDelayMs(count: number, limitMs: number): number {
  return Math.min(usualDelayMs, limitMs / (2 * count));
}

/** What a connection may fail of, by the codes of libuv and our own; what stands first tells more. */
const telling: readonly (readonly string[])[] = [
  // The server itself has spoken.
  ['ECONNREFUSED'],
  ['ECONNRESET', 'ECONNABORTED', 'EPIPE'],
  // Nobody has.
  ['timeout'],
  // A router on the way knows of no such machine.
  ['EHOSTUNREACH', 'EHOSTDOWN'],
];
/** This machine has no such way at all: it tells of the machine, and nothing of the server. */
const ofThisMachine: readonly string[] = [
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EACCES',
  'EPERM',
  'EINVAL',
];

/** Of the failures of several attempts the one that tells most of the server; of equals, the earliest. */
export function mostTelling<T extends Readonly<{ code: string }>>(
  failures: readonly T[],
): T | undefined {
  return failures.toSorted((a, b) => rank(a.code) - rank(b.code))[0];
}

function rank(code: string): number {
  const known = telling.findIndex((codes) => codes.includes(code));
  if (known !== -1) return known;
  return ofThisMachine.includes(code) ? telling.length + 1 : telling.length;
}
