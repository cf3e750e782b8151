/** Runs a part in processes of its own. Its output goes to a file: the lines of several at a time would get mixed up. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Outcome } from './outcome.ts';
import { outcomeOf } from './outcome.ts';
import type { Part } from './parts.ts';

export type Ended = Readonly<{
  part: Part;
  outcome: Outcome;
  tookS: number;
  /** Processor time of all its programs, in seconds. */
  busyS: number;
}>;

/** `times` tells the processor time of the programs that the shell has waited for, and of theirs. */
const timed = '"$@"; status=$?; times >&3; exit $status';

export async function runPart(part: Part): Promise<Ended> {
  const begunMs = performance.now();
  const log = openSync(part.log, 'w');
  const child = spawn('sh', ['-c', timed, 'sh', ...part.command], {
    stdio: ['ignore', log, log, 'pipe'],
    env: part.env,
  });
  closeSync(log);
  const [times, [status]] = await Promise.all([
    text(child.stdio[3] as Readable),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return {
    part,
    outcome: outcomeOfPart(part, status),
    tookS: (performance.now() - begunMs) / 1000,
    busyS: programsS(times),
  };
}

/** Of the second line of `times`, such as `1m2.340s 0m3.210s`: in user mode and in the kernel. */
function programsS(times: string): number {
  const [, line = ''] = times.split('\n');
  const spans = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return spans.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** `status` is null if it was killed. */
export function outcomeOfPart({ title, report }: Part, status: number | null): Outcome {
  const failed = (how: string): Outcome => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    notPassed: [`${title} ${how}`],
  });
  if (report === undefined) {
    return status === 0
      ? { passed: 1, failed: 0, skipped: 0, notPassed: [] }
      : failed(`ended with ${status}`);
  }
  // A run that crashed before it reported has failed, and so has one whose preparation failed.
  if (!existsSync(report)) return failed(`ended with ${status} and left no report`);
  const outcome = outcomeOf(JSON.parse(readFileSync(report, 'utf8')));
  if (status === 0 || outcome.failed > 0) return outcome;
  const { notPassed } = failed(`ended with ${status}`);
  return { ...outcome, failed: 1, notPassed: [...notPassed, ...outcome.notPassed] };
}
