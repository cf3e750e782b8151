/** What a member may type to join a co-op: a domain, a URL or a file path. Pure. */

export type Source =
  | Readonly<{ kind: 'web'; url: string }>
  | Readonly<{ kind: 'file'; path: string }>;

export const wellKnownPath = '/.well-known/coop-tray.json';
/** In characters. */
export const sourceLimit = 2048;

const domain =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9](:\d{1,5})?$/i;
const httpsUrl = /^https:\/\/[^\s/?#@]+([/?][^\s]*)?$/i;
/** Plain http can be tampered with, so it is allowed only on localhost. */
const loopbackUrl = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(\/[^\s]*)?$/i;
const filePath = /^(file:\/\/\/|\/|~\/|\.{1,2}\/|[a-z]:[\\/])|\.json$/i;

/** Undefined for anything else. */
export function parseSource(typed: string): Source | undefined {
  const text = typed.trim();
  if (text.length === 0 || text.length > sourceLimit) return undefined;
  if (httpsUrl.test(text) || loopbackUrl.test(text)) return { kind: 'web', url: withPath(text) };
  if (/^[a-z]+:\/\//i.test(text) && !text.toLowerCase().startsWith('file:')) return undefined;
  if (domain.test(text) && !text.toLowerCase().endsWith('.json')) {
    return { kind: 'web', url: `https://${text.toLowerCase()}${wellKnownPath}` };
  }
  return filePath.test(text) ? { kind: 'file', path: text } : undefined;
}

/** Identifies a co-op, regardless of how its source was typed. Its name cannot: it may change or be ambiguous. */
export function coopKey(source: string): string {
  const parsed = parseSource(source);
  if (parsed?.kind !== 'web') return source;
  return parsed.url.replace(/^[^/]+\/\/[^/?]+/, (origin) => origin.toLowerCase());
}

/** Whether a text, such as a co-op's name, looks like a key. */
export function isCoopKey(text: string): boolean {
  return parseSource(text) !== undefined && coopKey(text) === text;
}

/** A URL without a path gets the well-known path. */
function withPath(url: string): string {
  return /^https?:\/\/[^/]+\/?$/i.test(url) ? url.replace(/\/$/, '') + wellKnownPath : url;
}
