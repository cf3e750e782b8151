/** Credentials, keys and meetings in URLs. Pure. */
import type { Find, Found } from './find.ts';
import { find } from './find.ts';
import { isMixed } from './random.ts';

/** RFC 3986: userinfo, query, and a fragment that contains a value. */
const inAddresses: Find = (text) =>
  [...text.matchAll(/(?<![\w+.-])[a-z][a-z\d+.-]{1,20}:\/\/[^\s<>"'`]+/giu)].flatMap((match) => {
    const [url] = match;
    const hostAt = url.indexOf('://') + 3;
    const pathAt = (/[/?#]/u.exec(url.slice(hostAt))?.index ?? url.length - hostAt) + hostAt;
    const at = url.lastIndexOf('@', passwordEnd(url, hostAt, pathAt));
    const from = Math.max(pathAt, at + 1);
    const queryAt = url.indexOf('?', from);
    const hash = url.indexOf('#', from);
    const queryEnd = hash > queryAt ? hash : url.length;
    const spans: readonly Found[] = [
      ...(at >= hostAt ? [span('credentials', hostAt, at)] : []),
      ...(queryAt >= 0 && (hash < 0 || queryAt < hash)
        ? [span('query', queryAt + 1, queryEnd)]
        : []),
      ...(hash >= 0 && url.includes('=', hash) ? [span('query', hash + 1, url.length)] : []),
    ];
    return spans
      .filter(({ start, end }) => end > start && !placeholder.test(url.slice(start, end)))
      .map(({ kind, start, end }) => span(kind, match.index + start, match.index + end));
  });

/** A password may contain an unencoded slash or question mark. */
function passwordEnd(url: string, hostAt: number, pathAt: number): number {
  const colon = url.indexOf(':', hostAt);
  const isPort = /^:\d{1,5}(?:[/?#]|$)/u.test(url.slice(colon, colon + 8));
  const at = url.indexOf('@', pathAt);
  return colon < 0 || colon > pathAt || isPort || at < 0 || at - colon > 80 ? pathAt - 1 : at;
}

/** The placeholder of an earlier round. */
const placeholder = /^\[(?:credentials|query)\]$/u;

function span(kind: Found['kind'], start: number, end: number): Found {
  return { kind, start, end };
}

/** The rest of a path segment; a word in brackets after it does not belong to it. */
const rest = String.raw`[^\s<>"'\x60[\]()?#]`;

/** Paths that end in a key: the URL alone grants access. */
const keyedPaths = [
  // Slack, Discord, Mattermost, Teams, hookshot, GitLab.
  String.raw`/(?:services|workflows|triggers|api(?:/v\d{1,2})?/webhooks|webhooks?|hooks|webhookb2|incoming|trigger)/`,
  // Healthchecks, Uptime Kuma, Cronitor, Better Stack.
  String.raw`/(?:ping|api/push|heartbeats?|heartbeat|p)/(?=[\w-]{10})`,
  // Documents and calendars shared by link.
  String.raw`/(?:d|folders|macros/s)/(?=[\w-]{20})`,
  String.raw`/(?:public-calendars|published/\d|pad/view|p/r\.)/?(?=[\w-]{8})`,
  // Links mailed to one person: invitations, password resets, confirmations, shares.
  String.raw`/(?:reset(?:[_-]password)?|password[_-]reset|invit(?:e|es|ation|ations)|activat(?:e|ion)|verify|confirm(?:ation)?|magic(?:[_-]link)?|unsubscribe|unlock|register|s|share|shared|u/d|token|log[_-]?in|sign[_-]?in|auth|join(?:/group)?|accept(?:[_-]invit\w{1,5})?|(?:verify|confirm)[_-]email|email[_-]confirm(?:ation)?|opt[_-]?out)/(?=[\w-]*[\dA-Z])(?=[\w-]{6})`,
].join('|');

/** As far as the context shows; if the URL is longer than the context, any run without blanks counts. */
const isInAddress = (before: string) => /:\/\/\S*$|^\S{48}$/u.test(before);

/** Mixed capitals, small letters and digits. */
const isRandomName = (it: string) =>
  /[a-z]/u.test(it) &&
  /[A-Z]/u.test(it) &&
  (it.match(/(?<=[a-z])[A-Z\d]|(?<=[A-Z])\d|(?<=\d)[A-Za-z]/gu)?.length ?? 0) >= it.length / 4;

const keyed = (it: string) => /\d|[a-z][A-Z]/u.test(it);

export const inWeb: readonly Find[] = [
  // Element Call keeps the room in the fragment.
  find('room', /\/room\/#\/(?<it>[^\s<>"'[\]()?]{2,200})/giu),
  // Meeting rooms: the link alone lets anyone in.
  find(
    'room',
    /\/(?:b|rooms|room|meeting|gl)\/(?<it>[a-z\d]{3}(?:-[a-z\d]{3}){2,3}|[a-z\d]{2,20}(?:-[a-z\d]{3}){2,3})(?![\w-])/giu,
  ),
  find('room', /\bmeet\.google\.com\/(?<it>[a-z]{3,4}-[a-z]{4}-[a-z]{3,4})/giu),
  find(
    'room',
    /\b(?:meet\.jit\.si|jitsi\.[\w.-]{1,80}|meet\.[\w-]{1,60}\.[\w.-]{1,20}|whereby\.com|talky\.io|8x8\.vc|framatalk\.org|(?:talk|visio|calls?|conf|conference)\.[\w-]{1,60}\.[\w.-]{1,20})\/(?<it>[^\s<>"'[\]()?#]{3,100})/giu,
  ),
  find('room', /\bzoom\.us\/(?:[\w]{1,10}\/)?(?:j|my|s|w)\/(?<it>[\w.-]{3,60})/giu),
  // BigBlueButton's internal meeting id, as in links to recordings.
  find('room', /(?<!\w)[\da-f]{40}-\d{13}(?!\w)/gu),
  find(
    'token',
    /\b(?:hc-ping\.com|hchk\.io|nosnch\.in|cronitor\.link)\/(?:p\/)?(?<it>[^\s<>"'\x60[\]()?#]{3,300})/giu,
  ),
  // Invitations, and topics that anyone who knows the name can read.
  find(
    'token',
    /\b(?:discord\.gg|discord(?:app)?\.com\/invite|chat\.whatsapp\.com|t\.me\/(?:joinchat\/|\+)|signal\.(?:group|me)\/#|ntfy\.sh|join\.slack\.com\/t\/[\w-]{1,60}\/shared_invite)\/?(?<it>[^\s<>"'\x60[\]()?]{4,300})/giu,
  ),
  find(
    'token',
    /\/ical\/(?<it>[^\s<>"'\x60[\]()?#]{6,300}?)(?=\/(?:basic|full)\.ics|[\s<>"']|$)/gimu,
  ),
  find('token', /\/#\/send\/(?<it>[^\s<>"'\x60[\]()?]{6,300})/giu),
  find('token', /\botpauth(?:-migration)?:\/\/(?<it>[^\s<>"'\x60]+)/giu),
  find('password', /\bWIFI:(?<it>(?:[A-Z]{1,2}:[^\n;]{0,100};){1,8});?/gu),
  find('room', /\bteams\.(?:live|microsoft)\.com\/meet\/(?<it>[^\s<>"'[\]()?#]{6,100})/giu),
  find('room', /\/meetup-join\/(?<it>[^\s<>"'[\]?#]{8,300})/giu),
  find('room', /\/(?:apps\/bbb\/b|call|apps\/spreed\/call)\/(?<it>[A-Za-z\d]{6,24})(?![\w-])/gu),
  // https://spec.matrix.org/latest/appendices/#matrixto-navigation, and the web clients' own links.
  find('room', /\bmatrix\.to\/#\/(?<it>(?:[!#@+]|%21|%23|%40)[^\s<>"'[\]()?]{2,300})/giu),
  find('room', /\/#\/(?:room|user)\/(?<it>(?:[!#@+]|%21|%23|%40)[^\s<>"'[\]()?]{2,300})/giu),
  find('room', /\bmatrix:(?:r|roomid|u)\/(?<it>[^\s<>"'[\]()?]{2,300})/giu),
  inAddresses,
  find('token', /\/bot(?<it>\d{6,12}:[\w-]{20,})/gu),
  find('token', new RegExp(`(?:${keyedPaths})(?<it>${rest}{6,300})`, 'giu'), keyed),
  // An unguessable path segment.
  find(
    'token',
    /(?<=\/)(?:(?=[a-zA-Z]*\d)[A-Za-z\d]{14,64}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\w.-])/gu,
    (it, { before }) => isInAddress(before) && (it.includes('-') || isRandomName(it)),
  ),
  // Java's session ids, and the request path in logs.
  find('token', /;(?:jsessionid|phpsessid|sid)=(?<it>[^\s<>"'[\]?#;&]+)/giu),
  find('query', /\/[\w.%~-]*\?(?<it>[\w.%~-]+=[^\s<>"'[\]]*)/gu),
  // Part of a query, copied by itself.
  find(
    'query',
    /(?<![\w.%~-])[?&](?<it>(?:code|state|ticket|sig|signature|key|auth|jwt|checksum|hash|meetingid|email|user|username|login)=[^\s<>"'[\]]+)/giu,
  ),
  // A whole query without its URL.
  find(
    'query',
    /(?<![\w.%~?&=-])(?:[a-z][\w.-]{0,40}=[^\s<>"'[\]&]{0,300}&){1,30}[a-z][\w.-]{0,40}=[^\s<>"'[\]&]{0,300}/giu,
  ),
  find('token', /(?:%3F|%26)[\w%-]{1,40}%3D(?<it>[\w.%~+-]{6,300})/giu, isMixed),
];
