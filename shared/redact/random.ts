/** Tells random strings from words, names and paths. Pure. */

/** Letters and digits, or a capital after a small letter. */
export function isMixed(it: string): boolean {
  return (/\d/u.test(it) && /\p{L}/u.test(it)) || /\p{Ll}\p{Lu}/u.test(it);
}

const count = (it: string, pattern: RegExp) => it.match(pattern)?.length ?? 0;

/**
 * Changes per character between letter and digit or lower and upper case. Random strings have 0.5 and more; CamelCase,
 * paths and dates 0.35 or less.
 */
function switches(it: string): number {
  const pattern = /(?<=[A-Za-z])\d|(?<=\d)[A-Za-z]|(?<=[a-z])[A-Z]|(?<=[A-Z])[a-z]/gu;
  return count(it, pattern) / it.length;
}

const hasDigit = (it: string) => /\d/u.test(it);
const hasBothCases = (it: string) => /[a-z]/u.test(it) && /[A-Z]/u.test(it);

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** `it` has at least 20 characters of the base64 alphabet. */
export function isRandom(it: string): boolean {
  if (uuid.test(it)) return false;
  const plain = it.replace(/=+$/u, '');
  // These do not occur in paths.
  if (plain !== it || plain.includes('+')) return hasBothCases(plain) && switches(plain) >= 0.25;
  if (hasBothCases(it)) {
    if (it.includes('/')) return it.length >= 30 && hasDigit(it) && switches(it) >= 0.4;
    return switches(it) >= (hasDigit(it) ? 0.36 : 0.5);
  }
  // Small letters and digits without a separator.
  const minSwitches = it.length >= 30 ? 0.15 : 0.25;
  return it.length >= 24 && /^(?=.*[a-z])[a-z\d]+$/iu.test(it) && switches(it) >= minSwitches;
}

const hashContext =
  /(?:\b(?:commits?|git|rev(?:ision)?|révision|sha-?\d{0,3}|md5(?:sum)?|hash(?:es)?|head|build|merge[ds]?|parent|tree|blob|object|checksums?|sha\d{1,3}sum|somme de contrôle|digest|fingerprint|empreinte|etag|snapshot|instantané|image|tag|branch|checkout|cherry-pick|reverts?|integrity|version|archive|layer|id de commit|sha\d{1,3} \([^)\n]{1,40}\)(?= =))(?:\b|(?<=\)))[\s:=("'`@]{0,4}|[/@](?:commit|tree|blob|raw|compare)?\/?|\.{2,3})(?:is |est |now at |at |à )?$/iu;

/** Hashes that are not secret: a commit id has 40 digits; others are recognised by the words before them. */
export function isHash(it: string, before: string, after: string): boolean {
  if (it.length === 40) return it === it.toLowerCase() || hashContext.test(before);
  // Output of `md5sum` and `sha256sum`.
  if ((it.length === 32 || it.length === 64) && /^ [ *][\w./-]/u.test(after)) return true;
  return (it.length === 64 || it.length === 32) && hashContext.test(before);
}
