import { parseArgs } from 'node:util';
import { hasCatalogue, regionalTag } from '../../shared/i18n/languages.ts';

export type StatusOptions = Readonly<{
  json: boolean;
  help: boolean;
  /** A co-op other than the app's: a domain, a URL or a file. */
  coop?: string;
  /** Language of the sentences, as a BCP 47 tag. */
  lang?: string;
  timeoutMs: number;
}>;

/** Three attempts at a silent host take 31 s with the document's defaults. In s. */
const defaultTimeoutS = 35;
const maxTimeoutS = 3600;

/** Undefined for unknown options, so a typo fails instead of being ignored. */
export function parseStatusOptions(args: readonly string[]): StatusOptions | undefined {
  try {
    const { json, help, coop, lang, timeout } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        coop: { type: 'string' },
        lang: { type: 'string' },
        timeout: { type: 'string', default: String(defaultTimeoutS) },
      },
    }).values;
    const seconds = Number(timeout);
    if (!(seconds > 0 && seconds <= maxTimeoutS)) return undefined;
    return {
      json,
      help,
      timeoutMs: seconds * 1000,
      ...(coop === undefined ? {} : { coop }),
      ...(lang === undefined ? {} : { lang }),
    };
  } catch {
    return undefined;
  }
}

/**
 * The terminal's language from the POSIX environment, such as `fr_CA.UTF-8`. As for the app's own window, `LANGUAGE`
 * lists what a person can read, best first, and those without a catalogue are passed over.
 */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en';
  const wanted = (env['LANGUAGE'] ?? '').split(':').find(hasCatalogue);
  if (wanted === undefined) return named;
  // `LANGUAGE` seldom names a region, which decides how times and numbers are written.
  return regionalTag(wanted, [named]);
}
