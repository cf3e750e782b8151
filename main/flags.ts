import { parseArgs } from 'node:util';
import { linkScheme } from '../shared/identity.ts';

export type Flags = Readonly<{
  /** The co-op to join: a domain, a URL or a file. */
  coop?: string;
  /** Opens the window at start. */
  show: boolean;
  /** Opens none, even if there is no co-op yet: the member has logged in, and asked for nothing. */
  hidden?: boolean;
  /** A link into the app, as it was received. */
  link?: string;
  /** Writes more into the log. */
  verbose?: true;
}>;

/**
 * Parses our own flags and ignores Chromium's. A link comes from outside: what stands beside it counts for nothing, in
 * whatever order Chromium has put the words.
 */
export function parseFlags(argv: readonly string[]): Flags {
  const link = argv.find((word) => isLink.test(word));
  if (link !== undefined) return { show: false, link };
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      coop: { type: 'string' },
      show: { type: 'boolean' },
      hidden: { type: 'boolean' },
      verbose: { type: 'boolean' },
    },
  });
  return {
    show: values.show === true,
    ...(values.hidden === true ? { hidden: true } : {}),
    ...(values.verbose === true ? { verbose: true } : {}),
    ...(typeof values.coop === 'string' ? { coop: values.coop } : {}),
  };
}

const isLink = new RegExp(`^${linkScheme}:`, 'i');

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
