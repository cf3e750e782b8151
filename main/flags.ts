import { parseArgs } from 'node:util';

export type Flags = Readonly<{
  /** A co-op to take up: a domain, a URL or a file. */
  coop?: string;
  /** Opens the window at start. */
  show: boolean;
}>;

/** Reads our own flags; Chromium's pass by. */
export function parseFlags(argv: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { coop: { type: 'string' }, show: { type: 'boolean' } },
  });
  return {
    show: values.show === true,
    ...(typeof values.coop === 'string' ? { coop: values.coop } : {}),
  };
}

const commands = ['status', 'check', 'echo', 'backups'] as const;

export type Command = Readonly<{ name: (typeof commands)[number]; words: readonly string[] }>;

/**
 * What the app is asked for in a terminal; what stands before the command's name is Chromium's. `argv` is that of a
 * packaged app: the executable comes first.
 */
export function commandOf(argv: readonly string[]): Command | undefined {
  const first = argv.findIndex((word, at) => at > 0 && !word.startsWith('-'));
  const name = commands.find((one) => one === argv[first]);
  return name && { name, words: argv.slice(first + 1) };
}
