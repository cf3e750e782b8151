/** Addresses as lists show them: without the parts that let anybody in. Opening and copying use the whole. Pure. */

const mask = '…';

/** Parameters that are keys. */
const secretName =
  /^(?:pwd|pw|passw(?:or)?d|passcode|key|api_?key|auth_?key|auth|token|access_token|invite|sig|signature|jwt|secret|code)$/i;

/** Hosts and paths whose last part is a key: invitations, and private calendars and shares. */
const keyedPaths = [
  /^(discord\.gg\/|discord(?:app)?\.com\/invite\/|chat\.whatsapp\.com\/|t\.me\/(?:joinchat\/|\+)|join\.slack\.com\/t\/[^/]*\/shared_invite\/)[^?#]+/i,
  /(\/private-)[^/?#]+/i,
  /(\/public-calendars\/)[^/?#]+/i,
  /(\/s\/)[A-Za-z\d]{15,}/,
];

/** Groups of Signal, texts of Bitwarden Send, and `#key=…`. */
const keyedFragment = /^\/?send\/|=/i;
const keyedHost = /^signal\.(?:group|me)(?:\/|$)/i;

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
    query === undefined ? '' : `?${maskedQuery(query)}`,
    fragment === undefined ? '' : `#${isKey(path, fragment) ? mask : fragment}`,
  ].join('');
  const user = bare === address ? '' : `${mask}@`;
  return { text: user + masked.replace(/\/$/, ''), hasSecret: user !== '' || masked !== whole };
}

function maskedQuery(query: string): string {
  const pairs = query.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=', 2);
    return secretName.test(name) && value !== '' ? `${name}=${mask}` : pair;
  });
  return pairs.join('&');
}

function isKey(path: string, fragment: string): boolean {
  return keyedHost.test(path) || keyedFragment.test(fragment);
}

/** The user of a URL ends at the last `@` before its path. */
export function withoutUser(address: string): string {
  return address.replace(/^(https?:\/\/)[^/?#\\]*@/i, '$1');
}
