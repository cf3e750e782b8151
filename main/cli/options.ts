import { commands } from '../../shared/cli/commands.ts';
import { hasCatalogue, regionalTag } from '../../shared/i18n/languages.ts';
import { parseWords, timeoutMsOf } from './parse.ts';

export type StatusOptions = Readonly<{
  json: boolean;
  help: boolean;
  /** Ids of those that are asked about; all if empty. */
  services: readonly string[];
  /** A co-op other than the app's: a domain, a URL or a file. */
  coop?: string;
  /** Language of the sentences, as a BCP 47 tag. */
  lang?: string;
  timeoutMs: number;
}>;

/** Undefined for unknown options, and for a time that is none. */
export function parseStatusOptions(args: readonly string[]): StatusOptions | undefined {
  const parsed = parseWords(args, commands.status.options);
  if (!parsed) return undefined;
  const timeoutMs = timeoutMsOf(parsed.values.timeout);
  if (timeoutMs === undefined) return undefined;
  const { json, help, coop, lang } = parsed.values;
  return {
    json,
    help,
    services: parsed.positionals,
    timeoutMs,
    ...(coop === undefined ? {} : { coop }),
    ...(lang === undefined ? {} : { lang }),
  };
}

/**
 * The terminal's language from the POSIX environment, such as `fr_CA.UTF-8`. As for the app's own window, `LANGUAGE`
 * lists what a person can read, best first, and those without a catalogue are passed over. As in glibc, it counts for
 * nothing in the locale `C`, by which scripts ask for English.
 */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'C';
  if (named === 'C' || named === 'POSIX') return 'en';
  const wanted = (env['LANGUAGE'] ?? '').split(':').find(hasCatalogue);
  if (wanted === undefined) return named;
  // `LANGUAGE` seldom names a region, which decides how times and numbers are written.
  return regionalTag(wanted, [named]);
}

/** Whether to colour the output: not in a pipe, nor where escapes would be read as text, as in a shell within Emacs. */
export function wantsColour({
  env,
  isTerminal,
}: Readonly<{ env: Readonly<Record<string, string | undefined>>; isTerminal: boolean }>): boolean {
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
