/** Addresses of pages as people write them into a document, and what is wrong with them. Pure. */
import * as v from 'valibot';
import { webParts } from '../net/web-parts.ts';
import { isLoopback, tidyHost, withoutBrackets } from '../net/bare-host.ts';
import { hostFault } from './host.ts';
import type { Remedy } from './remedy.ts';
import { remedy, says, shape, sound } from './remedy.ts';
import { quote } from '../text/quote.ts';

/** The host in an address; undefined when it does not start with http:// or https://. */
export function hostOf(url: string): string | undefined {
  const parts = webParts(url);
  return parts && tidyHost(parts.host);
}

/** What is wrong with the address of a page; undefined is sound. */
export function webFault(text: string): Remedy | undefined {
  const got = quote(text);
  const parts = webParts(text);
  if (!parts) return schemeFault(text);
  const { user, host, port } = parts;
  // The document is public, and so would the password be; what is quoted here is shown.
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

/** Whether an address is one of this machine itself. */
export function isLoopbackUrl(url: string): boolean {
  return isLoopback(withoutBrackets(webParts(url)?.host ?? ''));
}

/** Whether nobody on the way can read what goes to an address: https, or this machine itself. */
export function isPrivateLine(url: string): boolean {
  const parts = webParts(url);
  return parts !== undefined && (parts.isSecure || isLoopbackUrl(url));
}

/** What is wrong with an address that secrets go to; undefined is sound. */
export function privateFault(text: string): Remedy | undefined {
  const fault = webFault(text);
  if (fault || isPrivateLine(text)) return fault;
  return remedy('url-insecure', { suggestion: quote(text.replace(/^http:/i, 'https:')) });
}

/** An address a member may be sent to, or that is asked: http or https, nothing that could run code. */
export const WebAddress = v.pipe(
  v.string(),
  v.maxLength(2048),
  sound(webFault),
  v.url(({ input }) => says('url', { got: quote(input) })),
  shape(/^https?:\/\//i, 'url'),
);

/** An address that secrets go to. */
export const PrivateAddress = v.pipe(WebAddress, sound(privateFault));
