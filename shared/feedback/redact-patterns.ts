/**
 * What is taken out of a text, and how it is recognised. Each pattern begins where its run of characters begins, so that
 * no run is read twice; square brackets end every one, for what stands for a redaction has them.
 */
export type RedactionKind = 'email' | 'address' | 'token' | 'home' | 'query' | 'credentials';
export type Found = Readonly<{ start: number; end: number; kind: RedactionKind }>;
/** In order, none over another. */
export type Find = (text: string) => readonly Found[];

/** All of a match, or of its group `it` where there is one. */
function find(kind: RedactionKind, pattern: RegExp, isOne = (_it: string) => true): Find {
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [whole] = match;
      const it = match.groups?.['it'] ?? whole;
      const start = match.index + whole.lastIndexOf(it);
      return isOne(it) ? [{ start, end: start + it.length, kind }] : [];
    });
}

/** RFC 3986: the user information of an address, its query, and a fragment that holds a value. */
function inAddresses(text: string): readonly Found[] {
  return [...text.matchAll(/(?<![\w+.-])[a-z][a-z\d+.-]{1,20}:\/\/[^\s<>"']+/giu)].flatMap(
    (match) => {
      const [url] = match;
      const hostAt = url.indexOf('://') + 3;
      const pathAt = (/[/?#]/u.exec(url.slice(hostAt))?.index ?? url.length - hostAt) + hostAt;
      const at = url.lastIndexOf('@', pathAt - 1);
      const queryAt = url.indexOf('?', hostAt);
      const hash = url.indexOf('#', hostAt);
      const queryEnd = hash > queryAt ? hash : url.length;
      const spans = [
        ...(at >= hostAt ? [span('credentials', hostAt, at)] : []),
        ...(queryAt >= 0 && (hash < 0 || queryAt < hash)
          ? [span('query', queryAt + 1, queryEnd)]
          : []),
        ...(hash >= 0 && url.includes('=', hash) ? [span('query', hash + 1, url.length)] : []),
      ];
      return spans
        .filter(({ start, end }) => end > start && !standIn.test(url.slice(start, end)))
        .map(({ kind, start, end }) => span(kind, match.index + start, match.index + end));
    },
  );
}

/** What an earlier round has left. */
const standIn = /^\[(?:credentials|query)\]$/u;

function span(kind: RedactionKind, start: number, end: number): Found {
  return { kind, start, end };
}

const isIpv4 = (it: string) => it.split('.').every((part) => Number(part) <= 255);

/** RFC 4291, 2.2: eight groups, of which one row of zeros may be left out. Times such as 14:02:33 have fewer. */
function isIpv6(it: string): boolean {
  const [address = ''] = it.split('%');
  const halves = address.replace(/\d+(?:\.\d+){3}$/u, '0:0').split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[\da-f]{1,4}$/iu.test(group))) return false;
  return halves.length === 2 ? groups.length > 0 && groups.length < 8 : groups.length === 8;
}

/** Random characters have all three; a long word of a text or a file's name does not. */
const isRandom = (it: string) => /\d/u.test(it) && /[a-z]/u.test(it) && /[A-Z]/u.test(it);

export const finds: readonly Find[] = [
  inAddresses,
  // A request as logs write it: the path alone.
  find('query', /\/[\w.%~-]*\?(?<it>[\w.%~-]+=[^\s<>"'[\]]*)/gu),
  // RFC 5321, 4.5.3.1: at most 64 characters before the @.
  find('email', /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}/gu),
  // RFC 6750 and 7617.
  find('token', /\b(?:bearer|basic)\s{1,4}(?<it>[\w.~+/=-]{8,})/giu),
  // https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
  find('token', /(?<!\w)(?:gh[pousr]|github_pat)_\w{16,}/gu),
  // Synapse: token_type_userid_random_checksum; matrix-authentication-service: mat, mar, mct, mcr.
  find('token', /(?<!\w)(?:sy[tlr]|ma[tr]|mc[tr])_[\w+/=-]{6,}/gu),
  // RFC 7519: the first part is JSON, which begins with {".
  find('token', /(?<![\w-])eyJ[\w-]{4,}(?:\.[\w-]+){1,4}/gu),
  find(
    'token',
    /(?:token|secret|passw(?:or)?d|api[_-]?key)["']?\s{0,2}[=:]\s{0,2}["']?(?<it>[^\s"'&,;[\]]{6,})/giu,
  ),
  find('token', /(?<!\w)[\da-f]{32,}(?!\w)/giu),
  find('token', /(?<![\w+-])[\w+-]{32,}={0,2}/gu, isRandom),
  find('home', /\/(?:home|Users)\/(?<it>[^/\s:*?"'<>|[\]\\]+)/gu),
  // A Windows name may have spaces where another folder follows; in JSON the backslash is doubled.
  find(
    'home',
    /\b[a-z]:\\{1,2}Users\\{1,2}(?<it>[^\\/:*?"<>|\r\n[\]]{1,64}(?=\\)|[^\s\\/:*?"<>|[\]]+)/giu,
  ),
  find(
    'address',
    /(?<![\w:.])(?<it>[\da-f:]{2,45}(?:(?:\.\d{1,3}){3})?(?:%\w{1,20})?)(?<!(?<!:):)(?!:?\w|::)/giu,
    isIpv6,
  ),
  find('address', /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\w)/gu, isIpv4),
];
