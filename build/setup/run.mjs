/**
 * Entry point of the npm scripts: installs what this machine lacks, then runs the script on the project's own Node.
 * Uses only Node built-ins, because it is the first thing run after a clone.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependencies } from './dependencies.mjs';
import { electron } from './electron.mjs';
import { libraries } from './libraries.mjs';
import { plainly } from './say.mjs';
import { person } from './person.mjs';
import { synapse } from './synapse.mjs';
import { inTurn } from './turn.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);

const [name = '', ...args] = process.argv.slice(2);
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const onOwnScreen = hasDisplay && !args.includes('--once');
const app = [libraries('app'), dependencies, electron];
const onVirtualDesktop = [libraries('app', 'desktop'), dependencies, electron, person];
const withServers = [libraries('app', 'desktop', 'servers'), dependencies, electron, person];
const forTests = [
  libraries('app', 'desktop', 'desktops', 'assistive', 'servers'),
  dependencies,
  electron,
  person,
];
const withAll = [
  libraries(
    'app',
    'desktop',
    'desktops',
    'assistive',
    'servers',
    'network',
    'backups',
    'clocks',
    'packaging',
    'installing',
  ),
  ...withServers.slice(1),
];
const forPackages = [
  libraries('app', 'desktop', 'assistive', 'packaging', 'installing'),
  ...forTests.slice(1),
];
/** The unpacked app, which is made by default, needs no tools. */
const makesInstallers = args.some((word) => /^--(target|release)\b/.test(word));
const packaging = makesInstallers ? [libraries('packaging')] : [];

/** Each command's script and prerequisites; `plain` prints errors for end users rather than developers. */
const commands = {
  demo: { script: 'test/demo/run.ts', needs: onOwnScreen ? app : onVirtualDesktop, plain: true },
  start: { script: 'build/start.ts', needs: app, plain: true },
  test: { script: 'test/all.ts', needs: withAll },
  'test:matrix': { script: 'test/matrix/run.ts', needs: [dependencies] },
  e2e: { script: 'test/e2e/run.ts', needs: forTests },
  gallery: { script: 'test/gallery/run.ts', needs: onVirtualDesktop, plain: true },
  bench: { script: 'test/bench/run.ts', needs: [libraries('tracing'), ...withServers, synapse] },
  fuzz: { script: 'test/fuzz/run.ts', needs: [dependencies] },
  package: { script: 'build/package.ts', needs: [...packaging, dependencies, electron] },
  'test:packages': { script: 'test/packages/run.ts', needs: forPackages },
};

const command = commands[name];
if (!command) {
  console.error(`Unknown command “${name}”. There are: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
try {
  await inTurn(root, () => setUp(command.needs));
} catch (error) {
  console.error(`\n${plainly(error)}`);
  process.exit(1);
}
run(command);

async function setUp(needs) {
  for (const step of needs) {
    if (await step.isMissing()) await step.mend();
  }
}

/** The `node` dev dependency provides the Node version that Electron embeds. */
function run({ script, plain }) {
  const bin = join(root, 'node_modules', '.bin');
  const node = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const before = plain ? ['--import', './build/setup/plain-faults.mjs'] : [];
  const child = spawn(existsSync(node) ? node : process.execPath, [...before, script, ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  // A terminal sends Ctrl+C to the whole process group; other signals are forwarded.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => (signal === 'SIGINT' ? undefined : child.kill(signal)));
  }
  child.on('exit', (code, signal) => {
    if (signal) console.error(`\nnpm run ${name} was ended by ${signal}.`);
    process.exit(code ?? 1);
  });
}
