/**
 * How soon a member sees the truth in an outage, and whether healthy services suffer from it: the app's own status
 * core, with real sockets and the system's resolver, in its own network namespace, in which packets get lost.
 * `--sizes=25,100` measures these numbers of services only. Needs root and Linux.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const usualSizes = [25, 100, 500, 2500];

type Reading = Readonly<{
  services: number;
  /** From the first check that met the loss to “You’re offline”. */
  offline_s?: number;
  /** From the failure until the last service is reported down, also as a fraction of what the document allows. */
  truth_s?: number;
  truth_ratio?: number;
  /** Healthy services that missed a check. */
  starved: number;
  /** Services reported down because of our own line. */
  blamed: number;
}>;

export async function outage(log: (line: string) => void) {
  const given = process.argv.find((one) => one.startsWith('--sizes='))?.slice('--sizes='.length);
  const sizes = given?.split(',').map(Number) ?? usualSizes;
  const readings: Reading[] = [];
  for (const services of sizes) {
    readings.push({ services, ...(await measure(services, log)) });
    log(JSON.stringify(readings.at(-1)));
  }
  return {
    offline_s: most(readings.map((one) => one.offline_s)),
    truth_s: most(readings.map((one) => one.truth_s)),
    truth_ratio: most(readings.map((one) => one.truth_ratio)),
    starved: readings.reduce((sum, one) => sum + one.starved, 0),
    blamed: readings.reduce((sum, one) => sum + one.blamed, 0),
    sizes: readings,
  };
}

const offlineLimitS = 15;
const truthLimit = 1.1;

export function isInTime(figures: Awaited<ReturnType<typeof outage>>): boolean {
  const { offline_s: offlineS, truth_ratio: ratio, starved, blamed } = figures;
  const isSoon = offlineS !== undefined && offlineS <= offlineLimitS;
  return isSoon && ratio !== undefined && ratio <= truthLimit && starved === 0 && blamed === 0;
}

/** Undefined if one is missing. */
function most(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce((all, one) =>
    all === undefined || one === undefined ? undefined : Math.max(all, one),
  );
}

function measure(
  services: number,
  log: (line: string) => void,
): Promise<Omit<Reading, 'services'>> {
  const inside = fileURLToPath(new URL('inside.ts', import.meta.url));
  const args = ['--net', '--mount', process.execPath, inside, String(services)];
  const child = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (piece) => (printed += String(piece)));
  child.stderr.on('data', (piece) => log(String(piece).trimEnd()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const last = printed.trimEnd().split('\n').at(-1) ?? '';
      // While look-ups hang, the app's own exit kills the process instead of waiting for them (`stuck-thread.ts`).
      const isDone = code === 0 || (signal === 'SIGKILL' && last.startsWith('{'));
      if (isDone) resolve(JSON.parse(last) as never);
      else reject(new Error(`unshare ${args.join(' ')}: ended with ${code ?? signal}`));
    });
  });
}
