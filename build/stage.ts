import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

export type Packaged = Readonly<{ dir: string; executable: string }>;

export type Staged = Readonly<{
  /** Contains the app; deleted by `remove`. */
  folder: string;
  executable: string;
  remove: () => void;
}>;

/**
 * Copies the packaged app to a new folder in `parent`, where no later build changes it and other users can read it: the
 * checkout may be private. Uses hard links where possible, because the runtime is large.
 */
export function stageApp({ dir, executable }: Packaged, parent: string = tmpdir()): Staged {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(resolve(parent), 'coop-tray-app-'));
  chmodSync(folder, 0o755);
  const target = join(folder, 'app');
  try {
    execFileSync('cp', ['-al', resolve(dir), target], { stdio: 'ignore' });
  } catch {
    rmSync(target, { recursive: true, force: true });
    cpSync(dir, target, { recursive: true, verbatimSymlinks: true });
    const helper = join(target, 'chrome-sandbox');
    if (process.getuid?.() === 0 && existsSync(helper)) chmodSync(helper, 0o4755);
  }
  return {
    folder,
    executable: join(target, relative(dir, executable)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
