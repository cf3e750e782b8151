import { parseArgs } from 'node:util';
import type { CommandName } from '../shared/cli/commands.ts';
import { appOptions, candidatesCommand, commandNames } from '../shared/cli/commands.ts';
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
  const { values } = parseArgs({ args: [...argv], strict: false, options: appOptions });
  return {
    show: values.show === true,
    ...(values.hidden === true ? { hidden: true } : {}),
    ...(values.verbose === true ? { verbose: true } : {}),
    ...(typeof values.coop === 'string' ? { coop: values.coop } : {}),
  };
}

const isLink = new RegExp(`^${linkScheme}:`, 'i');

/** Answered without a command's name. */
const questions = {
  '--version': 'version',
  '--help': 'help',
  '-h': 'help',
  help: 'help',
  version: 'version',
} as const;
type Question = (typeof questions)[keyof typeof questions];

export type Command = Readonly<{
  name: CommandName | Question | typeof candidatesCommand | 'unknown';
  words: readonly string[];
}>;

/**
 * The command given in a terminal; switches before its name are Chromium's. `argv` is a packaged app's: the executable
 * comes first.
 */
export function commandOf(argv: readonly string[]): Command | undefined {
  const first = argv.findIndex((word, at) => at > 0 && !word.startsWith('-'));
  const name = nameOf(argv[first]);
  if (name) return { name, words: argv.slice(first + 1) };
  // As above: nothing beside a link counts.
  if (argv.some((word) => isLink.test(word))) return undefined;
  const word = first > 0 && isInPlace(argv, first) ? argv[first] : undefined;
  const about = word === 'help' ? nameOf(argv[first + 1]) : undefined;
  if (about) return { name: about, words: ['--help'] };
  const asked = [word, ...argv.slice(1).filter((one) => one.startsWith('-'))].find(isQuestion);
  if (asked) return { name: questions[asked], words: [] };
  return word === undefined ? undefined : { name: 'unknown', words: [word] };
}

function nameOf(word: string | undefined): CommandName | typeof candidatesCommand | undefined {
  return ([...commandNames, candidatesCommand] as const).find((one) => one === word);
}

function isQuestion(word: string | undefined): word is keyof typeof questions {
  return word !== undefined && Object.hasOwn(questions, word);
}

/**
 * Whether a word stands where a command would: to start the app for a misspelt one would leave a script waiting. What
 * follows a switch may be its value.
 */
function isInPlace(argv: readonly string[], at: number): boolean {
  const isValue = at > 1 && !argv[at - 1]?.includes('=');
  return !isValue && /^[a-z][a-z-]*$/i.test(argv[at] ?? '');
}
