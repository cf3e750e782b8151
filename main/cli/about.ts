/** `coop-tray --help`, `--version` and `completion`. */
import { commands, shells } from '../../shared/cli/commands.ts';
import { completionFor } from '../../shared/cli/completion/index.ts';
import { appHelp, commandHelp } from '../../shared/cli/help.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { errorFacts } from '../../shared/log/line.ts';
import { terminalLanguage } from './options.ts';
import { misuse, parseWords } from './parse.ts';
import type { Outcome, Terminal } from './status.ts';

type Env = Terminal['env'];

export async function helpCommand(env: Env): Promise<Outcome> {
  const t = await loadTranslate(terminalLanguage(env));
  return { code: 0, stdout: appHelp(t), stderr: '' };
}

/** `word` stands in the place of a command, and is none. */
export async function unknownCommand(word: string, env: Env): Promise<Outcome> {
  const t = await loadTranslate(terminalLanguage(env));
  return { code: 3, stdout: '', stderr: `${t('cli.unknownCommand', { word })}\n` };
}

/** Of a command that has thrown. */
export async function brokenCommand(error: unknown, env: Env): Promise<Outcome> {
  const t = await loadTranslate(terminalLanguage(env));
  const facts = JSON.stringify(errorFacts(error));
  return { code: 3, stdout: '', stderr: `${t('cli.broken')}\n${facts}\n` };
}

/** `versions`: of the app, and of Electron. */
export async function versionCommand(
  env: Env,
  versions: Readonly<{ version: string; electron: string }>,
): Promise<Outcome> {
  const t = await loadTranslate(terminalLanguage(env));
  return { code: 0, stdout: `${t('cli.about.version', versions)}\n`, stderr: '' };
}

export async function completionCommand(args: readonly string[], env: Env): Promise<Outcome> {
  const parsed = parseWords(args, commands.completion.options);
  const t = await loadTranslate(parsed?.values.lang ?? terminalLanguage(env));
  if (parsed?.values.help) return { code: 0, stdout: commandHelp(t, 'completion'), stderr: '' };
  const [asked, ...more] = parsed?.positionals ?? [];
  const shell = shells.find((one) => one === asked);
  if (shell === undefined || more.length > 0)
    return { code: 3, stdout: '', stderr: misuse(t, 'completion', args) };
  return { code: 0, stdout: completionFor(shell, t), stderr: '' };
}
