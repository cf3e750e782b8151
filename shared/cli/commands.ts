/**
 * The command line: every command and option, in one table. It is what arguments are parsed by, and what `--help`, the
 * manual page and the completion of shells are made of. Pure.
 */
import type { MessageKey } from '../i18n/en.ts';

/** What a shell may offer for a value. */
export type Candidates = 'files' | 'languages' | 'shells' | 'services' | 'servers' | 'links';

export type Value = Readonly<{
  /** What stands for it in a usage line. */
  name: MessageKey;
  candidates?: Candidates;
}>;

/** `type`, `short` and `default` are those of `parseArgs`. */
export type Option = Readonly<{
  says: MessageKey;
  short?: string;
}> &
  (
    | Readonly<{ type: 'boolean'; default?: boolean }>
    | Readonly<{ type: 'string'; value: Value; default?: string }>
  );
export type Options = Readonly<Record<string, Option>>;

/** What comes after a command besides options. */
export type Word = Value & Readonly<{ optional?: boolean; many?: boolean }>;

export type CommandForm = Readonly<{
  says: MessageKey;
  exitCodes: MessageKey;
  /** The only word that may follow its name, before all others. */
  action?: string;
  words: readonly Word[];
  options: Options;
}>;

const help = { type: 'boolean', short: 'h', default: false, says: 'cli.option.help' } as const;
const json = { type: 'boolean', default: false, says: 'cli.option.json' } as const;
const source = { name: 'cli.value.source', candidates: 'files' } as const;
const coop = { type: 'string', value: source, says: 'cli.option.coop' } as const;
const lang = {
  type: 'string',
  value: { name: 'cli.value.lang', candidates: 'languages' },
  says: 'cli.option.lang',
} as const;
const timeout = {
  type: 'string',
  value: { name: 'cli.value.seconds' },
  // Three attempts at a silent host take 31 s with the document's defaults.
  default: '35',
  says: 'cli.option.timeout',
} as const;

/** Without a command: the app itself. */
export const appOptions = {
  coop: { type: 'string', value: source, says: 'cli.option.join' },
  show: { type: 'boolean', says: 'cli.option.show' },
  hidden: { type: 'boolean', says: 'cli.option.hidden' },
  verbose: { type: 'boolean', says: 'cli.option.verbose' },
  'whole-chromium': { type: 'boolean', says: 'cli.option.wholeChromium' },
  version: { type: 'boolean', says: 'cli.option.version' },
  help,
} as const satisfies Options;

export const commands = {
  status: {
    says: 'cli.status.says',
    exitCodes: 'cli.status.exitCodes',
    words: [{ name: 'cli.value.service', candidates: 'services', optional: true, many: true }],
    options: { json, coop, lang, timeout, help },
  },
  check: {
    says: 'cli.check.says',
    exitCodes: 'cli.check.exitCodes',
    words: [source],
    options: {
      json,
      offline: { type: 'boolean', default: false, says: 'cli.option.offline' },
      lang,
      timeout,
      help,
    },
  },
  echo: {
    says: 'cli.echo.says',
    exitCodes: 'cli.echo.exitCodes',
    words: [{ name: 'cli.value.server', candidates: 'servers' }],
    options: {
      json,
      coop,
      name: {
        type: 'string',
        value: { name: 'cli.value.guest' },
        default: '',
        says: 'cli.option.name',
      },
      place: {
        type: 'string',
        value: { name: 'cli.value.text' },
        default: '',
        says: 'cli.option.place',
      },
      'with-secret': { type: 'boolean', default: false, says: 'cli.option.withSecret' },
      lang,
      help,
    },
  },
  backups: {
    says: 'cli.backups.says',
    exitCodes: 'cli.backups.exitCodes',
    action: 'lint',
    words: [{ name: 'cli.value.file', candidates: 'files' }],
    options: { json, lang, help },
  },
  open: {
    says: 'cli.open.says',
    exitCodes: 'cli.open.exitCodes',
    words: [
      { name: 'cli.value.keyword', candidates: 'links' },
      { name: 'cli.value.argument', optional: true, many: true },
    ],
    options: {
      print: { type: 'boolean', default: false, says: 'cli.option.print' },
      coop,
      lang,
      help,
    },
  },
  completion: {
    says: 'cli.completion.says',
    exitCodes: 'cli.completion.exitCodes',
    words: [{ name: 'cli.value.shell', candidates: 'shells' }],
    options: { lang, help },
  },
} as const satisfies Readonly<Record<string, CommandForm>>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as CommandName[];

/** Prints what a shell completes a word with; only the scripts of `completion` type it. */
export const candidatesCommand = 'candidates';
export const askedCandidates = ['services', 'servers', 'links'] as const satisfies Candidates[];
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];
