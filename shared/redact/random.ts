/** Telling characters that a machine drew from words, names and paths. Pure. */

/** Letters and digits both, or capitals within a word. */
export function isMixed(it: string): boolean {
  return (/\d/u.test(it) && /\p{L}/u.test(it)) || /\p{Ll}\p{Lu}/u.test(it);
}

/**
 * How often a letter follows on a digit, a digit on a letter, or a capital on a small letter, per character. Drawn from
 * letters and digits that is 0.4 and more; of CamelCase, paths and dates, 0.2 and less.
 */
function changes(it: string): number {
  return (it.match(/(?<=[A-Za-z])\d|(?<=\d)[A-Za-z]|(?<=[a-z])[A-Z]/gu)?.length ?? 0) / it.length;
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** Of 20 characters and more. */
export function isRandom(it: string): boolean {
  if (uuid.test(it)) return false;
  const hasAll = /\d/u.test(it) && /[a-z]/u.test(it) && /[A-Z]/u.test(it);
  if (it.includes('/')) return hasAll && it.length >= 32 && changes(it) >= 0.27;
  if (hasAll) return it.length >= 40 ? changes(it) >= 0.18 : changes(it) >= 0.27;
  if (it.length >= 40 && /[a-z]/u.test(it) && /[A-Z]/u.test(it)) return changes(it) >= 0.2;
  return it.length >= 24 && /^[a-z\d]+$/iu.test(it) && /[a-z]/iu.test(it) && changes(it) >= 0.3;
}

const hashContext =
  /(?:\b(?:commits?|git|rev(?:ision)?|révision|sha-?\d{0,3}|md5(?:sum)?|hash(?:es)?|head|build|merge[ds]?|parent|tree|blob|object|checksums?|sha\d{1,3}sum|somme de contrôle|digest|fingerprint|empreinte|etag|snapshot|instantané|image|tag|branch|checkout|cherry-pick|reverts?|integrity|version|archive|layer|id de commit|sha\d{1,3} \([^)\n]{1,40}\)(?= =))(?:\b|(?<=\)))[\s:=("'`@]{0,4}|[/@](?:commit|tree|blob|raw|compare)?\/?|\.{2,3})(?:is |est |now at |at |à )?$/iu;

/** Hexadecimal that is no secret: a commit is 40 long; others are told by the words before them. */
export function isHash(it: string, before: string, after: string): boolean {
  if (it.length === 40) return it === it.toLowerCase() || hashContext.test(before);
  // As `md5sum` and `sha256sum` print them.
  if ((it.length === 32 || it.length === 64) && /^ [ *][\w./-]/u.test(after)) return true;
  return (it.length === 64 || it.length === 32) && hashContext.test(before);
}
