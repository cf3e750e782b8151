import { parseArgs } from 'node:util';
import type { CommandForm, CommandName, Options } from '../../shared/cli/commands.ts';
import { commands } from '../../shared/cli/commands.ts';
import { commandHelp } from '../../shared/cli/help.ts';
import { plainLine } from '../../shared/cli/text.ts';
import type { Translate } from '../../shared/i18n/translator.ts';

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

/** The help of a command whose words were refused, after what is wrong with them, if it is an option. */
export function misuse(t: Translate, name: CommandName, args: readonly string[]): string {
  const { options }: CommandForm = commands[name];
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options });
  const wrong = tokens.find((token) => token.kind === 'option' && !fits(token, options));
  if (wrong?.kind !== 'option') return commandHelp(t, name);
  const key = Object.hasOwn(options, wrong.name) ? 'cli.badValue' : 'cli.badOption';
  return `${t(key, { option: plainLine(wrong.rawName) })}\n\n${commandHelp(t, name)}`;
}

function fits(
  { name, value }: Readonly<{ name: string; value: string | undefined }>,
  options: Options,
): boolean {
  const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
  return type === (value === undefined ? 'boolean' : 'string');
}

const maxTimeoutS = 3600;

/** Of `--timeout`, in ms; undefined if it is no time that a run may take. */
export function timeoutMsOf(timeout: string): number | undefined {
  const seconds = Number(timeout);
  return seconds > 0 && seconds <= maxTimeoutS ? seconds * 1000 : undefined;
}
