/** Prints the parts of a release in CycloneDX: the packages of the lock file, and what the runtime is made of. */
import { execFileSync } from 'node:child_process';
import { findRuntime } from './electron/runtime.mjs';
import { SetupError } from './setup/say.mjs';

export type Sbom = Readonly<{ components: readonly Component[] }> &
  Readonly<Record<string, unknown>>;
type Component = Readonly<{ 'bom-ref': string; type: string; name: string; version: string }> &
  Readonly<Record<string, unknown>>;

/** The runtime's parts by the names that advisories use; npm knows only the package that downloads it. */
const parts: Readonly<Record<string, string>> = {
  electron: 'pkg:github/electron/electron@v',
  chrome: 'pkg:generic/chromium@',
  node: 'pkg:github/nodejs/node@v',
  v8: 'pkg:generic/v8@',
};

/** `versions`: the runtime's `process.versions`. Throws if it lacks one of the parts. */
export function withRuntime(
  sbom: Sbom,
  versions: Readonly<Record<string, string | undefined>>,
): Sbom {
  const runtime = Object.entries(parts).map(([part, place]): Component => {
    const version = versions[part];
    if (version === undefined) throw new Error(`The runtime does not say its version of ${part}.`);
    const name = part === 'chrome' ? 'chromium' : part;
    const purl = `${place}${version}`;
    return { 'bom-ref': purl, type: 'framework', name, version, scope: 'required', purl };
  });
  return { ...sbom, components: [...sbom.components, ...runtime] };
}

function print(): void {
  const runtime = findRuntime();
  if (!runtime) throw new SetupError('There is no Electron yet: npm run demo fetches it.');
  const run = (file: string, args: readonly string[], env = process.env) =>
    execFileSync(file, args, { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 });
  const versions = run(runtime.executable, ['-p', 'JSON.stringify(process.versions)'], {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
  });
  const sbom = run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']);
  console.log(JSON.stringify(withRuntime(JSON.parse(sbom), JSON.parse(versions)), null, 1));
}

if (import.meta.main) print();
