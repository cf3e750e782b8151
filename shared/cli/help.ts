/** What `--help` prints, made of the table of commands. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { CommandForm, CommandName, Option, Options, Word } from './commands.ts';
import { appOptions, commandNames, commands } from './commands.ts';
import { columnsOf, padTo } from './text.ts';

/** Columns of a terminal that can be relied on. */
const width = 80;
const indent = '  ';

/** Ends with a line feed. */
export function appHelp(t: Translate): string {
  const commandRows = commandNames.map((name) => [name, t(commands[name].says)] as const);
  return [
    ...wrapped(t('cli.help.usage', { words: appUsage(t) }), ' '.repeat(7)),
    ...wrapped(t('cli.about.says'), ''),
    '',
    t('cli.help.options'),
    ...rows(optionRows(t, appOptions)),
    '',
    t('cli.help.commands'),
    ...rows(commandRows),
    '',
    ...wrapped(t('cli.help.more', { command: t('cli.help.command') }), ''),
    '',
  ].join('\n');
}

/** Ends with a line feed. */
export function commandHelp(t: Translate, name: CommandName): string {
  const { says, exitCodes, options } = commands[name];
  return [
    ...wrapped(t('cli.help.usage', { words: usageOf(t, name) }), ' '.repeat(7)),
    ...wrapped(t(says), ''),
    '',
    t('cli.help.options'),
    ...rows(optionRows(t, options)),
    '',
    ...wrapped(t('cli.help.exitCodes', { codes: t(exitCodes) }), ''),
    '',
  ].join('\n');
}

export function appUsage(t: Translate): string {
  return ['coop-tray', ...optionWords(t, appOptions)].join(' ');
}

/** `coop-tray check SOURCE [--json] …` */
export function usageOf(t: Translate, name: CommandName): string {
  const { action, words, options }: CommandForm = commands[name];
  return [
    `coop-tray ${name}`,
    ...(action === undefined ? [] : [action]),
    ...words.map((word) => wordOf(t, word)),
    ...optionWords(t, options),
  ].join(' ');
}

function wordOf(t: Translate, { name, optional, many }: Word): string {
  const word = `${t(name)}${many ? '…' : ''}`;
  return optional ? `[${word}]` : word;
}

function optionWords(t: Translate, options: Options): readonly string[] {
  return Object.entries(options).map(([name, option]) => `[${optionOf(t, name, option)}]`);
}

/** `--timeout=SECONDS` */
export function optionOf(t: Translate, name: string, option: Option): string {
  return option.type === 'string' ? `--${name}=${t(option.value.name)}` : `--${name}`;
}

/** What an option does, and what holds without it. */
export function optionText(t: Translate, option: Option): string {
  const text = t(option.says);
  return option.type === 'string' && option.default
    ? t('cli.help.default', { text, value: option.default })
    : text;
}

function optionRows(t: Translate, options: Options) {
  return Object.entries(options).map(([name, option]) => {
    const short = option.short === undefined ? '' : `-${option.short}, `;
    return [`${short}${optionOf(t, name, option)}`, optionText(t, option)] as const;
  });
}

function rows(all: readonly (readonly [string, string])[]): readonly string[] {
  const columns = Math.max(...all.map(([word]) => columnsOf(word)));
  return all.flatMap(([word, text]) => {
    const start = `${indent}${padTo(word, columns)}${indent}`;
    const [first = '', ...rest] = wrapped(text, '', width - columnsOf(start));
    return [start + first, ...rest.map((line) => ' '.repeat(columnsOf(start)) + line)];
  });
}

/** Breaks at plain blanks: those of typography hold words together. */
function wrapped(text: string, hanging: string, columns = width): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > columns) {
      lines.push(line);
      line = hanging + word;
    } else line = longer;
  }
  return [...lines, line];
}
