import { parseArgs } from 'node:util';

export type Flags = Readonly<{
  /** The co-op to join: a domain, a URL or a file. */
  coop?: string;
  /** Opens the window at start. */
  show: boolean;
  /** Writes more into the log. */
  verbose?: true;
}>;

/** Parses our own flags and ignores Chromium's. */
export function parseFlags(argv: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { coop: { type: 'string' }, show: { type: 'boolean' }, verbose: { type: 'boolean' } },
  });
  return {
    show: values.show === true,
    ...(values.verbose === true ? { verbose: true } : {}),
    ...(typeof values.coop === 'string' ? { coop: values.coop } : {}),
  };
}

const commands = ['status', 'check', 'echo', 'backups', 'open'] as const;

export type Command = Readonly<{ name: (typeof commands)[number]; words: readonly string[] }>;

/**
 * The command given in a terminal; switches before its name are Chromium's. `argv` is a packaged app's: the executable
 * comes first.
 */
export function commandOf(argv: readonly string[]): Command | undefined {
  const first = argv.findIndex((word, at) => at > 0 && !word.startsWith('-'));
  const name = commands.find((one) => one === argv[first]);
  return name && { name, words: argv.slice(first + 1) };
}
