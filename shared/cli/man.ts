/** The manual page, in the language of `t`, made of the table of commands. Pure. */
import type { Translate } from '../i18n/translator.ts';
import type { CommandForm, Options } from './commands.ts';
import { appOptions, commandNames, commands } from './commands.ts';
import { appUsage, optionOf, optionText, usageOf } from './help.ts';

/** `date`: of the release, as YYYY-MM-DD. In UTF-8, for `man(7)`. */
export function manualPage(t: Translate, about: Readonly<{ version: string; date: string }>) {
  return [
    `.TH COOP\\-TRAY 1 "${escaped(about.date)}" "Coop Tray ${escaped(about.version)}"`,
    ...head(t('cli.man.head.name')),
    `coop\\-tray \\- ${escaped(t('cli.man.says'))}`,
    ...head(t('cli.man.head.synopsis')),
    // Neither hyphenated nor stretched to the margin.
    '.nh',
    '.ad l',
    synopsis(appUsage(t)),
    ...commandNames.flatMap((name) => ['.br', synopsis(usageOf(t, name))]),
    '.ad b',
    '.hy',
    ...head(t('cli.man.head.description')),
    line(t('cli.about.says')),
    '.PP',
    line(t('cli.about.what')),
    '.PP',
    line(t('cli.man.chromium')),
    ...head(t('cli.man.head.options')),
    ...optionLines(t, appOptions),
    ...head(t('cli.man.head.commands')),
    ...commandNames.flatMap((name) => commandLines(t, name, commands[name])),
    ...head(t('cli.man.head.exitCodes')),
    line(t('cli.about.exitCodes')),
    ...head(t('cli.man.head.files')),
    '.TP',
    '.I ~/.config/Coop Tray',
    line(t('cli.man.files')),
    '',
  ].join('\n');
}

function commandLines(t: Translate, name: string, { says, exitCodes, options }: CommandForm) {
  return [
    `.SS ${escaped(name)}`,
    line(t(says)),
    ...optionLines(t, options),
    '.PP',
    line(t('cli.help.exitCodes', { codes: t(exitCodes) })),
  ];
}

function optionLines(t: Translate, options: Options): readonly string[] {
  return Object.entries(options).flatMap(([name, option]) => {
    const short = option.short === undefined ? '' : `\\-${option.short}\\fR, \\fB`;
    return [
      '.TP',
      `\\fB${short}${escaped(optionOf(t, name, option))}\\fR`,
      line(optionText(t, option)),
    ];
  });
}

function synopsis(usage: string): string {
  const [command = '', ...words] = usage.split(' ');
  return `\\fB${escaped(command)}\\fR ${escaped(words.join(' '))}`;
}

function head(name: string): readonly string[] {
  return [`.SH "${escaped(name)}"`];
}

/** A line of text that roff does not take for a request. */
function line(text: string): string {
  return escaped(text).replace(/^(?=[.'])/, '\\&');
}

function escaped(text: string): string {
  return (
    text
      .replaceAll('\\', '\\e')
      .replaceAll('-', '\\-')
      // Blanks of French typography, which not every output device has.
      .replaceAll(/[\u00A0\u202F]/g, '\\~')
  );
}
