/** What a member may type to name a co-op: a domain, a URL or a file. Pure. */

export type Source =
  | Readonly<{ kind: 'web'; url: string }>
  | Readonly<{ kind: 'file'; path: string }>;

/** Where a co-op's domain keeps its document. */
export const wellKnownPath = '/.well-known/coop-tray.json';

const domain =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9](:\d{1,5})?$/i;
const httpsUrl = /^https:\/\/[^\s/?#@]+([/?][^\s]*)?$/i;
/** Plain http may be tampered with on its way, so only this machine itself may use it. */
const loopbackUrl = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(\/[^\s]*)?$/i;
const filePath = /^(file:\/\/\/|\/|~\/|\.{1,2}\/|[a-z]:[\\/])|\.json$/i;

/** Undefined when the text is none of the three. */
export function parseSource(typed: string): Source | undefined {
  const text = typed.trim();
  if (text.length === 0 || text.length > 2048) return undefined;
  if (httpsUrl.test(text) || loopbackUrl.test(text)) return { kind: 'web', url: withPath(text) };
  if (/^[a-z]+:\/\//i.test(text) && !text.toLowerCase().startsWith('file:')) return undefined;
  if (domain.test(text) && !text.toLowerCase().endsWith('.json')) {
    return { kind: 'web', url: `https://${text.toLowerCase()}${wellKnownPath}` };
  }
  return filePath.test(text) ? { kind: 'file', path: text } : undefined;
}

/** What tells a co-op from all others, however a member has typed where it is: its name may change, or be that of two. */
export function coopKey(source: string): string {
  const parsed = parseSource(source);
  if (parsed?.kind !== 'web') return source;
  return parsed.url.replace(/^[^/]+\/\/[^/?]+/, (origin) => origin.toLowerCase());
}

/** Whether a text, such as a name, would be taken for the key of a co-op. */
export function isCoopKey(text: string): boolean {
  return parseSource(text) !== undefined && coopKey(text) === text;
}

/** An address without a path names the site, so its document lies at the well-known place. */
function withPath(url: string): string {
  return /^https?:\/\/[^/]+\/?$/i.test(url) ? url.replace(/\/$/, '') + wellKnownPath : url;
}
