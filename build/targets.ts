/** What `npm run package` is asked to make. */
import { parseArgs } from 'node:util';
import { SetupError } from './setup/say.mjs';

const linuxTargets = ['deb', 'rpm', 'AppImage'] as const;
export type Target = (typeof linuxTargets)[number];

export type Asked = Readonly<{
  /** On Linux: which packages. */
  targets: readonly Target[];
  /** Stops without the official Electron. */
  release: boolean;
}>;

/** Undefined if no installers are asked for. Throws for a target that is none. */
export function askedTargets(args: readonly string[], platform: string): Asked | undefined {
  const { release = false, target } = parseArgs({
    args: [...args],
    options: { release: { type: 'boolean' }, target: { type: 'string' } },
  }).values;
  if (!release && target === undefined) return undefined;
  const names = target?.split(',') ?? linuxTargets;
  const targets = names.flatMap((name) => linuxTargets.find((one) => one === name) ?? []);
  if (targets.length < names.length || (target !== undefined && platform !== 'linux'))
    throw new SetupError(
      `--target takes ${linuxTargets.join(', ')}, separated by commas, on Linux. Elsewhere, use --release.`,
    );
  return { targets, release };
}

/** Why that cannot be made with this Electron; undefined if it can. */
export function refusal({ targets, release }: Asked, official: boolean): string | undefined {
  if (official) return undefined;
  if (release) return 'A release is made with the official Electron only, and it is not here.';
  return targets.includes('AppImage')
    ? 'An AppImage is made with the official Electron only, and it is not here. Leave it out: --target=deb,rpm'
    : undefined;
}
