/** The address within one that mail servers and Google have put around it, to check or count who opens it. Pure. */
import { webParts } from '../net/web-parts.ts';

/** Where the address is in the path; the second kind is not encoded, up to two underscores. */
const wrappers: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/\.safelinks\.protection\.outlook\.com$/, /^\/\?(?:.*&)?url=([^&]+)/],
  [/^www\.google\.com$/, /^\/url\?(?:.*&)?(?:q|url)=([^&]+)/],
  [/^urldefense\.(?:com|us)$/, /^\/v3\/__(https:\/\/[^*]+?)__;/],
];

/** As in a text: what was encoded may have been a blank or worse. */
const addressPattern = /^https:\/\/[^\s<>"'`{}|\\^\p{Cc}]+$/iu;

/** The same address if there is nothing around it, or it cannot be taken off. */
export function unwrapped(url: string): string {
  const parts = webParts(url);
  if (!parts) return url;
  for (const [host, path] of wrappers) {
    const inner = host.test(parts.host) ? path.exec(parts.path)?.[1] : undefined;
    const plain = inner === undefined ? undefined : decoded(inner);
    if (plain !== undefined && addressPattern.test(plain)) return plain;
  }
  return url;
}

function decoded(text: string): string | undefined {
  try {
    return text.includes('://') ? text : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
