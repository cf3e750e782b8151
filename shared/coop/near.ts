/** Finds the known word that a misspelt one was probably meant to be. Pure. */

/** In characters; no key or type in a document is longer. */
const lengthLimit = 40;

/** The first of `known` that differs only in case and separators, by one typo, or by a missing suffix. */
export function nearest(got: string, known: readonly string[]): string | undefined {
  if (got.length === 0 || got.length > lengthLimit) return undefined;
  const plain = simple(got);
  return (
    known.find((one) => simple(one) === plain) ??
    known.find((one) => isOneTypo(plain, simple(one))) ??
    known.find((one) => isPrefix(plain, simple(one)))
  );
}

function simple(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** A name without its unit, such as `timeout` for `timeoutMs`. A longer one may be from a newer version. */
function isPrefix(got: string, whole: string): boolean {
  return got.length >= 4 && whole.startsWith(got) && whole.length - got.length <= 3;
}

/** One letter added, missing, replaced or swapped. Very short words would match too easily. */
function isOneTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false;
  // A trailing number may be a newer variant: `http3` is not a misspelt `http`.
  if (/\d$/.test(a) || /\d$/.test(b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restOf = (text: string, skipped: number) => text.slice(start + skipped);
  return (
    restOf(a, 1) === restOf(b, 1) ||
    restOf(a, 1) === restOf(b, 0) ||
    restOf(a, 0) === restOf(b, 1) ||
    (a[start] === b[start + 1] && a[start + 1] === b[start] && restOf(a, 2) === restOf(b, 2))
  );
}
