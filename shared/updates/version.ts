/** Versions of the app: `1.4.0`, and `1.4.0-beta.2` before it. No others are published, so no others are read. Pure. */
import * as v from 'valibot';

const number = '(0|[1-9][0-9]{0,5})';
const pattern = new RegExp(`^${number}\\.${number}\\.${number}(?:-beta\\.([1-9][0-9]{0,5}))?$`);

export const Version = v.pipe(v.string(), v.regex(pattern));

export function isVersion(text: string): boolean {
  return pattern.test(text);
}

export function isBeta(version: string): boolean {
  return version.includes('-');
}

/**
 * Below 0 if `one` comes before `other`, 0 if they are the same. Compared as numbers: beta.10 comes after beta.9, and a
 * version after all its betas. Throws RangeError for what is no version.
 */
export function compareVersions(one: string, other: string): number {
  const others = numbersOf(other);
  const differing = numbersOf(one).map((part, at) => Math.sign(part - (others[at] ?? 0)));
  return differing.find((sign) => sign !== 0) ?? 0;
}

/** Above every beta, and small enough that a difference is exact. */
const afterAllBetas = 1_000_000;

function numbersOf(version: string): readonly number[] {
  const [, major, minor, patch, beta = afterAllBetas] = pattern.exec(version) ?? [];
  if (major === undefined) throw new RangeError(`Not a version: ${version}`);
  return [major, minor, patch, beta].map(Number);
}
