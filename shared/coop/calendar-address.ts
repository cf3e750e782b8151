/** Addresses of calendars as people have them, turned into those that answer with iCalendar. Pure. */
import { asciiFromBase64 } from '../text/base64.ts';
import { urlPart } from '../net/url-part.ts';
import { webParts } from '../net/web-parts.ts';

/**
 * Undefined for what is no web address, for a page that never answers with a calendar, and for a page of several
 * calendars, of which one would be chosen silently.
 */
export function calendarAddress(typed: string): string | undefined {
  const address = typed
    .trim()
    // As in a text, or as one program hands it to another (asap-hub #4998).
    .replaceAll(/^[<"“«]+|[>"”»]+$/g, '')
    .replace(/^webcals?:(?:\/\/)?(?=https?:\/\/)/i, '')
    .replace(/^webcals?:\/\//i, 'https://')
    .replace(/#.*$/s, '');
  const parts = webParts(address);
  if (!parts || parts.host === '') return undefined;
  const [, path = '', query = ''] = /^([^?]*)(?:\?(.*))?$/s.exec(parts.path) ?? [];
  if (/^(?:calendar|www)\.google\.com$/.test(parts.host)) return googleAddress(path, query);
  const [origin = ''] = /^https?:\/\/[^/?#]+/i.exec(address) ?? [];
  if (isOfSeveral(path)) return undefined;
  const subscribed = isOutlook(parts.host) ? subscribedAddress(query) : undefined;
  if (subscribed !== undefined) return subscribed;
  return nextcloudAddress(origin, path) ?? outlookAddress(origin, path) ?? address;
}

/** The address that Google calls secret: whoever knows it reads the whole calendar. */
export function isSecretAddress(address: string): boolean {
  return /\/private-[^/]+\/basic\.ics/i.test(address);
}

const google = 'https://calendar.google.com/calendar';

/** The embedded page, a link to share (`cid`), or iCalendar already. */
function googleAddress(path: string, query: string): string | undefined {
  if (path.startsWith('/calendar/ical/')) {
    return google + path.slice('/calendar'.length) + (query === '' ? '' : `?${query}`);
  }
  if (!path.startsWith('/calendar')) return undefined;
  const isEmbedded = /\/(?:html)?embed$/.test(path);
  const [id, another] = valuesOf(query, isEmbedded ? 'src' : 'cid');
  if (id === undefined || another !== undefined) return undefined;
  return isEmbedded ? publicAddress(id) : sharedAddress(id);
}

function publicAddress(id: string): string | undefined {
  return id.includes('@') ? `${google}/ical/${urlPart(id)}/public/basic.ics` : undefined;
}

/** A `cid` is an id, an id in base64, or the address of a calendar elsewhere. */
function sharedAddress(cid: string): string | undefined {
  if (/^(?:https?|webcals?):\/\//i.test(cid)) {
    const isOwn = /^[a-z]+:\/\/(?:calendar|www)\.google\.com\b/i.test(cid);
    return isOwn ? undefined : calendarAddress(cid);
  }
  return publicAddress(cid) ?? publicAddress(asciiFromBase64(cid));
}

/** Nextcloud joins the tokens of several calendars with `-`. */
function isOfSeveral(path: string): boolean {
  return /\/apps\/calendar\/(?:p|embed)\/[^/]*-/.test(path);
}

/** The page of a shared calendar, or its address for WebDAV. */
function nextcloudAddress(origin: string, path: string): string | undefined {
  const shared =
    /^(.*?)(?:\/index\.php)?\/apps\/calendar\/(?:p|embed)\/([A-Za-z\d]+)(?=\/|$)/.exec(path) ??
    /^(.*?)\/remote\.php\/dav\/public-calendars\/([A-Za-z\d]+)\/?$/.exec(path);
  if (!shared) return undefined;
  const [, base = '', token = ''] = shared;
  return `${origin}${base}/remote.php/dav/public-calendars/${token}?export`;
}

function isOutlook(host: string): boolean {
  return /^outlook\.(?:live|office|office365)\.com$/.test(host);
}

/** The link of an invitation to share (obsidian-day-planner #395), if it stays at Outlook. */
function subscribedAddress(query: string): string | undefined {
  const [inner = ''] = valuesOf(query, 'url');
  const address = inner.includes('?') ? undefined : calendarAddress(inner);
  return address !== undefined && isOutlook(webParts(address)?.host ?? '') ? address : undefined;
}

/** Outlook publishes the same calendar as a page, which now has another path. */
function outlookAddress(origin: string, path: string): string | undefined {
  const page =
    /^\/(?:owa\/calendar|calendar\/published)(\/.+\/)(?:(?:reach)?calendar|index)\.html$/i.exec(
      path,
    );
  return page ? `${origin}/owa/calendar${page[1]}calendar.ics` : undefined;
}

function valuesOf(query: string, wanted: string): readonly string[] {
  return query.split('&').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && pair.slice(0, at) === wanted ? [decoded(pair.slice(at + 1))] : [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).trim();
  } catch {
    return text;
  }
}
