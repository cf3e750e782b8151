/** Validates URLs in a document. Pure. */
import * as v from 'valibot';
import { webParts } from '../net/web-parts.ts';
import { isLoopback, tidyHost, withoutBrackets } from '../net/bare-host.ts';
import { hostFault } from './host.ts';
import type { Remedy } from './remedy.ts';
import { remedy, says, shape, sound } from './remedy.ts';
import { quote } from '../text/quote.ts';

/** Undefined unless the URL starts with http:// or https://. */
export function hostOf(url: string): string | undefined {
  const parts = webParts(url);
  return parts && tidyHost(parts.host);
}

/** The fault of a URL; undefined if valid. */
export function webFault(text: string): Remedy | undefined {
  const got = quote(text);
  const parts = webParts(text);
  if (!parts) return schemeFault(text);
  const { user, host, port } = parts;
  // The document is public, so a password in it would be too. It is not quoted, because problems are displayed.
  if (user !== undefined) return remedy('url-credentials');
  if (/^https?$/.test(host) && /^[/\\]{2}/.test(parts.path)) return remedy('url-twice', { got });
  if (host === '') return remedy('url', { got });
  if (port < 1 || port > 65_535) return remedy('port-range', { got: port });
  return hostFault(host);
}

function schemeFault(text: string): Remedy {
  const got = quote(text);
  const start = text.trim();
  if (start !== text) return remedy('url', { got });
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(start)?.[1];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) {
    return remedy('url-other-scheme', { scheme: quote(scheme) });
  }
  const [name = ''] = start.replace(/^\/\//, '').split(/[/?#]/);
  const isName = scheme === undefined && hostFault(name.replace(/:\d+$/, '')) === undefined;
  return isName && /[.:]/.test(name)
    ? remedy('url-scheme', { suggestion: quote(`https://${start.replace(/^\/\//, '')}`) })
    : remedy('url', { got });
}

export function isLoopbackUrl(url: string): boolean {
  return isLoopback(withoutBrackets(webParts(url)?.host ?? ''));
}

/** Whether the connection is private: https, or localhost. */
export function isPrivateLine(url: string): boolean {
  const parts = webParts(url);
  return parts !== undefined && (parts.isSecure || isLoopbackUrl(url));
}

/** The fault of a URL that secrets are sent to; undefined if valid. */
export function privateFault(text: string): Remedy | undefined {
  const fault = webFault(text);
  if (fault || isPrivateLine(text)) return fault;
  return remedy('url-insecure', { suggestion: quote(text.replace(/^http:/i, 'https:')) });
}

/** A URL to open or fetch: http or https only, so nothing that could run code. */
export const WebAddress = v.pipe(
  v.string(),
  v.maxLength(2048),
  sound(webFault),
  v.url(({ input }) => says('url', { got: quote(input) })),
  shape(/^https?:\/\//i, 'url'),
);

/** A URL that secrets are sent to. */
export const PrivateAddress = v.pipe(WebAddress, sound(privateFault));
