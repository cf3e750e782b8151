import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { misuse, parseWords } from '../../../main/cli/parse.ts';
import { commandOf } from '../../../main/flags.ts';
import type { CommandForm } from '../../../shared/cli/commands.ts';
import { appOptions, commandNames, commands, shells } from '../../../shared/cli/commands.ts';
import { candidateLines, completionFor } from '../../../shared/cli/completion/index.ts';
import { appHelp, commandHelp, usageOf } from '../../../shared/cli/help.ts';
import { manualPage } from '../../../shared/cli/man.ts';
import { columnsOf } from '../../../shared/cli/text.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import { createTranslate } from '../../translate.ts';

const t = createTranslate('en');
const forms: readonly (readonly [string, CommandForm])[] = commandNames.map((name) => [
  name,
  commands[name],
]);

describe('the help', () => {
  test.each(commandNames)('of %s names its options, and what its exit codes mean', (name) => {
    const help = commandHelp(t, name);
    for (const option of Object.keys(commands[name].options)) expect(help).toContain(`--${option}`);
    expect(help).toContain('Exit code: 0 ');
  });

  test('of the app names every command and option', () => {
    const help = appHelp(t);
    for (const name of [...commandNames, ...Object.keys(appOptions)]) expect(help).toContain(name);
  });

  test.each(locales)('in %s fits a terminal of 80 columns', (locale) => {
    const said = createTranslate(locale);
    const all = [appHelp(said), ...commandNames.map((name) => commandHelp(said, name))].join('\n');
    const tooWide = all.split('\n').filter((line) => columnsOf(line) > 80);
    // A single word that does not.
    expect(tooWide.filter((line) => line.trim().includes(' '))).toEqual([]);
  });

  test('shows what may be left out', () => {
    expect(usageOf(t, 'status')).toMatch(/^coop-tray status \[SERVICE…\] \[--json\]/);
    expect(usageOf(t, 'backups')).toMatch(/^coop-tray backups lint FILE \[--json\]/);
  });
});

test('docs/cli.md shows each command as its help does', () => {
  const docs = readFileSync('docs/cli.md', 'utf8');
  const missing = commandNames
    .map((name) => usageOf(t, name))
    .filter((usage) => !docs.includes(usage));
  expect(missing).toEqual([]);
});

describe('what is typed', () => {
  test.each(forms)('%s takes its options and no others', (_name, { options }) => {
    const words = Object.entries(options).map(([option, { type }]) =>
      type === 'string' ? `--${option}=1` : `--${option}`,
    );
    expect(parseWords(words, options)).toBeDefined();
    expect(parseWords([...words, '--no-such'], options)).toBeUndefined();
  });

  test.each<[string[], string | undefined]>([
    [['--version'], 'version'],
    [['--user-data-dir=/x', '--help'], 'help'],
    [['-h'], 'help'],
    // Of the command, not of the app.
    [['status', '--help'], 'status'],
    [['--version', 'status'], 'status'],
    [['candidates', 'services'], 'candidates'],
    [['completion', 'fish'], 'completion'],
    [['--coop=--help'], undefined],
    [[], undefined],
    // clasp 159, temporalio/cli 449: a misspelt one started the app, and a script waited for it.
    [['stauts'], 'unknown'],
    [['--user-data-dir=/x', 'stauts', '--json'], 'unknown'],
    [['other', 'status'], 'unknown'],
    [['constructor'], 'unknown'],
    [['help'], 'help'],
    [['help', 'status'], 'status'],
    [['help', 'stauts'], 'help'],
    [['version'], 'version'],
    // What may stand there for another reason: a value, a file that was dropped on the icon.
    [['--ozone-platform', 'wayland'], undefined],
    [['--coop', 'maple.coop'], undefined],
    [['/home/member/notes.txt'], undefined],
    [['C:\\notes'], undefined],
    [['maple.coop'], undefined],
    // A link comes from outside, with whatever a web page has put beside it.
    [['cooptray:open/today', '--version'], undefined],
    [['--help', 'cooptray:open/today'], undefined],
  ])('%j is %s', (words, name) => {
    expect(commandOf(['coop-tray', ...words])?.name).toBe(name);
  });
});

// dsc 53, commandline 64: the help alone does not say what was wrong.
test.each<[string[], string]>([
  [['--jsno'], 'There’s no option --jsno.'],
  [['calls', '--json', '-x'], 'There’s no option -x.'],
  [['--constructor'], 'There’s no option --constructor.'],
  [['--timeout'], 'The option --timeout is written as shown below.'],
  [['--json=yes'], 'The option --json is written as shown below.'],
  [['--\u001B[2J'], 'There’s no option -- [2J.'],
  [['--timeout=soon'], 'Usage: coop-tray status [SERVICE…]'],
])('of “status %j” the first line is %s', (words, line) => {
  const [first = '', ...others] = misuse(t, 'status', words).split('\n');
  expect(first).toContain(line);
  expect([first, ...others].join('\n')).toContain(commandHelp(t, 'status'));
});

test.each(locales)(
  'the manual page in %s has every option, and no request by accident',
  (locale) => {
    const page = manualPage(createTranslate(locale), {
      version: '1.2.3-beta.1',
      date: '2026-12-01',
    });
    const lines = page.split('\n');
    const requests = lines.filter((line) => /^[.']/.test(line)).map((line) => line.split(' ')[0]);
    expect(new Set(requests)).toEqual(
      new Set(['.TH', '.SH', '.SS', '.TP', '.PP', '.br', '.I', '.nh', '.ad', '.hy']),
    );
    for (const [, { options }] of forms)
      for (const name of Object.keys(options))
        expect(page).toContain(`\\fB\\-\\-${name.replaceAll('-', '\\-')}`.slice(3));
    // A hyphen would be printed as a typographic one, which nobody can copy into a terminal.
    expect(lines.filter((line) => /(^|[^\\])-/.test(line.replace(/^\.TH .*/, '')))).toEqual([]);
  },
);

describe('candidates', () => {
  test.each<[string, string, string | undefined]>([
    ['calls', 'Calls', 'calls\tCalls'],
    ['team/map', '', 'team/map'],
    ['réunion', '', 'réunion'],
    // What a shell could read as more than a word.
    ['$(reboot)', '', undefined],
    ['`reboot`', '', undefined],
    ['a b', '', undefined],
    ['-rf', '', undefined],
    ["it's", '', undefined],
    ['a;b', '', undefined],
    ['a\nb', '', undefined],
    ['~', '', undefined],
    // Nor may a name move the cursor, or begin another line.
    ['calls', 'Calls\u001B[2J\nchat\tChat', 'calls\tCalls [2J chat Chat'],
  ])('%j called %j', (word, says, line) => {
    expect(candidateLines([{ word, says }])).toEqual(line === undefined ? [] : [line]);
  });
});

test.each(shells)('%s is taught every command and option', (shell) => {
  const script = completionFor(shell, t);
  for (const [name, { options }] of forms)
    for (const word of [name, ...Object.keys(options)]) expect(script).toContain(word);
});
