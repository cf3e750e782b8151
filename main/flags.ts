import { parseArgs } from 'node:util';
import type { CommandName } from '../shared/cli/commands.ts';
import { appOptions, candidatesCommand, commandNames } from '../shared/cli/commands.ts';

export type Flags = Readonly<{
  /** The co-op to join: a domain, a URL or a file. */
  coop?: string;
  /** Opens the window at start. */
  show: boolean;
}>;

/** Parses our own flags and ignores Chromium's. */
export function parseFlags(argv: readonly string[]): Flags {
  const { values } = parseArgs({ args: [...argv], strict: false, options: appOptions });
  return {
    show: values.show === true,
    ...(typeof values.coop === 'string' ? { coop: values.coop } : {}),
  };
}

/** Answered without a command's name. */
const questions = { '--version': 'version', '--help': 'help', '-h': 'help' } as const;
type Question = (typeof questions)[keyof typeof questions];

export type Command = Readonly<{
  name: CommandName | Question | typeof candidatesCommand;
  words: readonly string[];
}>;

/**
 * The command given in a terminal; switches before its name are Chromium's. `argv` is a packaged app's: the executable
 * comes first.
 */
export function commandOf(argv: readonly string[]): Command | undefined {
  const first = argv.findIndex((word, at) => at > 0 && !word.startsWith('-'));
  const names = [...commandNames, candidatesCommand] as const;
  const name = names.find((one) => one === argv[first]);
  if (name) return { name, words: argv.slice(first + 1) };
  const asked = argv.slice(1).find((word) => Object.hasOwn(questions, word));
  return asked === undefined
    ? undefined
    : { name: questions[asked as keyof typeof questions], words: [] };
}
