/** Addresses as lists show them: without the parts that let anybody in. Opening and copying use the whole. Pure. */

const mask = '…';

/** Parameters that are keys. */
const secretName =
  /^(?:pwd|(?:attendee|moderator)?pw|(?:room_?)?passw(?:or)?d|passcode|(?:api_?|auth_?|room_?|host_?|resource_?)?key|auth|(?:access_?|auth_?|share_?)?token|session_?id|invite|sig|signature|checksum|jwt|secret|(?:(?:viewer|moderator|guest|room)_?)?(?:access_?)?code)$/i;
/** Teams has its passcode in a parameter that elsewhere is often a page. */
const teamsMeeting = /^teams\.(?:microsoft\.com|live\.com|cloud\.microsoft)\//i;

/** Hosts and paths whose last part is a key: invitations, and private calendars and shares. */
const keyedPaths = [
  /^(discord\.gg\/|discord(?:app)?\.com\/invite\/|chat\.whatsapp\.com\/|t\.me\/(?:joinchat\/|\+)|join\.slack\.com\/t\/[^/]*\/shared_invite\/)[^?#]+/i,
  /(\/private-)[^/?#]+/i,
  /(\/public-calendars\/)[^/?#]+/i,
  /(\/s\/)[A-Za-z\d]{15,}/,
  /(\/apps\/[a-z]+\/p\/)[A-Za-z\d]{15,}/,
];

/** Texts of Bitwarden Send and of CryptPad (`/3/` has no key), and base58 keys of PrivateBin: with `-` it asks first. */
const keyedFragment =
  /^\/?send\/|^\/[12]\/(?:[a-z-]+\/)?(?:edit|view|file)\/|^(?:-|protected\/)?(?=.*\d)(?=.*[A-Z])(?=.*[a-z])[1-9A-HJ-NP-Za-km-z]{40,50}$/;
/** Groups of Signal, and files of Mega. */
const keyedHost = /^(?:signal\.(?:group|me)|mega\.nz)(?:\/|$)/i;
/** Places in a document, on a map or in a film, and servers of Matrix: of these names, any other value may be a key. */
const openPlace =
  /^(?::~:text=.*|(?:gid|page)=\d+|t=[\dhms:.,]+|(?:bookmark|heading|slide)=(?:h|id)\.\w+|range=[A-Z\d:]+|map=[\d./,-]+|zoom=[a-z\d.,-]{1,20}|via=[\w-]+(?:\.[\w-]+)+(?::\d+)?)$/;
/** Settings of Jitsi. A codec is no code. */
const openSetting = /^(?:config|devices|interfaceConfig)\.[\w.]+=/;
const secretSetting =
  /passw|passc|pwd?\b|key|token|jwt|secret|code(?!c)|auth|invite|session|sig\b|signature|checksum/i;

export type Shown = Readonly<{
  /** Without the scheme. */
  text: string;
  hasSecret: boolean;
}>;

export function maskedAddress(address: string): Shown {
  const bare = withoutUser(address);
  const whole = bare.replace(/^https?:\/\//i, '');
  const [, path = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(whole) ?? [];
  const masked = [
    keyedPaths.reduce((text, keyed) => text.replace(keyed, `$1${mask}`), path),
    query === undefined ? '' : `?${maskedQuery(path, query)}`,
    fragment === undefined ? '' : `#${isKey(path, fragment) ? mask : fragment}`,
  ].join('');
  const user = bare === address ? '' : `${mask}@`;
  return { text: user + masked.replace(/\/$/, ''), hasSecret: user !== '' || masked !== whole };
}

function maskedQuery(path: string, query: string): string {
  const pairs = query.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=', 2);
    const isSecret = secretName.test(name) || (name === 'p' && teamsMeeting.test(path));
    return isSecret && value !== '' ? `${name}=${mask}` : pair;
  });
  return pairs.join('&');
}

function isKey(path: string, fragment: string): boolean {
  if (keyedHost.test(path) || keyedFragment.test(fragment)) return true;
  // Some pages have a path and a query of their own there.
  const [, own = '', pairs = ''] = /^(\/[^?]*\?)?(.*)$/s.exec(fragment) ?? [];
  return own.includes('=') || (pairs.includes('=') && !pairs.split('&').every(isOpenPair));
}

function isOpenPair(pair: string): boolean {
  return openPlace.test(pair) || (openSetting.test(pair) && !secretSetting.test(pair));
}

/** The user of a URL ends at the last `@` before its path. */
export function withoutUser(address: string): string {
  return address.replace(/^(https?:\/\/)[^/?#\\]*@/i, '$1');
}
