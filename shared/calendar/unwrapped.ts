/** The address within one that mail servers and Google have put around it, to check or count who opens it. Pure. */
import { webParts } from '../net/web-parts.ts';
import { asciiFromBase64, base64Value } from '../text/base64.ts';

type Wrapper = Readonly<{
  host: RegExp;
  path: RegExp;
  plain: (inner: string, more: string) => string;
}>;

/** Where the address is in the path, and what was done to it. */
const wrappers: readonly Wrapper[] = [
  {
    host: /\.safelinks\.protection\.outlook\.com$/,
    // With a path since it names the app that it came from (MeetingBar #183).
    path: /^\/[\w/.-]*\?(?:.*&)?url=([^&]+)/,
    plain: decodeURIComponent,
  },
  {
    host: /^statics\.teams\.cdn\.office\.net$/,
    path: /\/atp-safelinks\.html\?(?:.*&)?url=([^&]+)/,
    plain: decodeURIComponent,
  },
  {
    host: /^www\.google\.com$/,
    path: /^\/url\?(?:.*&)?(?:q|url)=([^&]+)/,
    plain: (inner) => (inner.includes('://') ? inner : decodeURIComponent(inner)),
  },
  {
    host: /^urldefense\.proofpoint\.com$/,
    path: /^\/v2\/url\?(?:.*&)?u=([^&]+)/,
    plain: (inner) => decodeURIComponent(inner.replaceAll('-', '%').replaceAll('_', '/')),
  },
  {
    host: /^urldefense\.(?:com|us)$/,
    path: /^\/v3\/__(https:\/\/.+?)__;([^!]*)/,
    plain: withSigns,
  },
];

/** As in a text: what was encoded may have been a blank or worse. */
const addressPattern = /^https:\/\/[^\s<>"'`{}|\\^\p{Cc}]+$/iu;

/** The same address if there is nothing around it, or it cannot be taken off. */
export function unwrapped(url: string): string {
  const parts = webParts(url);
  if (!parts) return url;
  for (const { host, path, plain } of wrappers) {
    const [, inner, more = ''] = (host.test(parts.host) && path.exec(parts.path)) || [];
    const address = inner === undefined ? undefined : attempted(() => plain(inner, more));
    if (address !== undefined && addressPattern.test(address)) return address;
  }
  return url;
}

function attempted(plain: () => string): string | undefined {
  try {
    return plain();
  } catch {
    return undefined;
  }
}

/**
 * Each star of Proofpoint stands for the next of the signs, two and a letter for as many as the letter says. Throws if
 * there are too few.
 */
function withSigns(inner: string, encoded: string): string {
  const signs = asciiFromBase64(encoded);
  let at = 0;
  return inner.replaceAll(/\*(?:\*([A-Za-z\d_-]))?/g, (_, length?: string) => {
    const count = length === undefined ? 1 : base64Value(length) + 2;
    at += count;
    if (at > signs.length) throw new RangeError('too few signs');
    return signs.slice(at - count, at);
  });
}
