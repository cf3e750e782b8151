import { parseArgs } from 'node:util';
import type { Options } from '../../shared/cli/commands.ts';

type Config<Given extends Options> = {
  args: string[];
  allowPositionals: true;
  options: Given;
};

/** The words of a command by the table of options; undefined for unknown ones, so a typo fails instead of being ignored. */
export function parseWords<const Given extends Options>(
  args: readonly string[],
  options: Given,
): ReturnType<typeof parseArgs<Config<Given>>> | undefined {
  try {
    return parseArgs<Config<Given>>({ args: [...args], allowPositionals: true, options });
  } catch {
    return undefined;
  }
}

const maxTimeoutS = 3600;

/** Of `--timeout`, in ms; undefined if it is no time that a run may take. */
export function timeoutMsOf(timeout: string): number | undefined {
  const seconds = Number(timeout);
  return seconds > 0 && seconds <= maxTimeoutS ? seconds * 1000 : undefined;
}
