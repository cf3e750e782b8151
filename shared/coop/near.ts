/** Which known word a misspelt one was most likely meant to be. Pure. */

/** Longer words are not compared: nothing in a document is called so. */
const lengthLimit = 40;

/** The nearest of `known`: the same but for capitals and separators, or one slip away; undefined when none is near. */
export function nearest(got: string, known: readonly string[]): string | undefined {
  if (got.length === 0 || got.length > lengthLimit) return undefined;
  const plain = simple(got);
  return (
    known.find((one) => simple(one) === plain) ??
    known.find((one) => isOneSlip(plain, simple(one))) ??
    known.find((one) => isBegun(plain, simple(one)))
  );
}

function simple(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** A name without its unit, such as `timeout` for `timeoutMs`; a longer one may well be a newer version's. */
function isBegun(got: string, whole: string): boolean {
  return got.length >= 4 && whole.startsWith(got) && whole.length - got.length <= 3;
}

/** One letter more, less, another, or two changed places, as fingers do; in short words that makes other words. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false;
  // A number at the end is a newer one of its kind: `http3` is no misspelt `http`.
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
