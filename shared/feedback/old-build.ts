/** Whether feedback is about a build that is no longer the newest. Pure. */
import type { About } from './item.ts';
import type { FeedbackState } from './state.ts';

export type OldBuild = Readonly<{ build: string; newest: string }>;

/** Undefined if it is the newest, or unknown. */
export function oldBuildOf(
  about: About | undefined,
  { newestApp, staging }: Pick<FeedbackState, 'newestApp' | 'staging'>,
): OldBuild | undefined {
  if (!about || !('build' in about) || about.build === undefined) return undefined;
  const { build } = about;
  if (about.what === 'app') {
    return newestApp !== undefined && isOlder(build, newestApp)
      ? { build, newest: newestApp }
      : undefined;
  }
  const newest = staging.find(({ name }) => name === about.name)?.newest;
  // Builds of a site have arbitrary names: any other than the newest is older.
  return newest !== undefined && newest !== build ? { build, newest } : undefined;
}

/** Compares numerically; a part that is not a number counts as 0. `1.0.0-beta` is older than `1.0.0`. */
function isOlder(build: string, newest: string): boolean {
  const [one, two] = [partsOf(build), partsOf(newest)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (one.numbers[at] ?? 0) - (two.numbers[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return one.isPrerelease && !two.isPrerelease;
}

function partsOf(version: string) {
  const [release = '', ...prerelease] = version.replace(/^v/u, '').split('-');
  const numbers = release.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return { numbers, isPrerelease: prerelease.length > 0 };
}
