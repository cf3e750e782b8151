/** The API's checksum: a hash over the call's name, the raw query string and the shared secret. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** The server detects the algorithm by the number of hex digits. */
export const algorithms = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
export type Algorithm = (typeof algorithms)[number];

const byLength: ReadonlyMap<number, Algorithm> = new Map([
  [40, 'sha1'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

export function checksumOf(
  algorithm: Algorithm,
  call: string,
  query: string,
  secret: string,
): string {
  return createHash(algorithm).update(`${call}${query}${secret}`).digest('hex');
}

/** `rawQuery` is what followed the question mark, byte for byte; the checksum may be anywhere in it. */
export function isSigned(
  call: string,
  rawQuery: string,
  rules: Readonly<{ secret: string; supported: readonly Algorithm[] }>,
): boolean {
  const given = /(?:^|&)checksum=([0-9a-f]+)(?=&|$)/i.exec(rawQuery)?.[1]?.toLowerCase() ?? '';
  const algorithm = byLength.get(given.length);
  if (!algorithm || !rules.supported.includes(algorithm)) return false;
  const rest = rawQuery.replace(/(?:^|&)checksum=[^&]*/, '').replace(/^&/, '');
  const expected = checksumOf(algorithm, call, rest, rules.secret);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}

export function signedUrl(
  base: string,
  call: string,
  parameters: Readonly<Record<string, string>>,
  secret: string,
): string {
  const query = new URLSearchParams(parameters).toString();
  const checksum = checksumOf('sha256', call, query, secret);
  return `${base}/bigbluebutton/api/${call}?${query}${query ? '&' : ''}checksum=${checksum}`;
}
