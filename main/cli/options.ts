import { parseArgs } from 'node:util';

export type StatusOptions = Readonly<{
  json: boolean;
  help: boolean;
  /** Another co-op than the one that the app knows: a domain, a URL or a file. */
  coop?: string;
  /** Language of the sentences, as a BCP 47 tag. */
  lang?: string;
  timeoutMs: number;
}>;

/** Three tries at a host that never answers take 31 s with the document's own defaults. In s. */
const defaultTimeoutS = 35;
const maxTimeoutS = 3600;

/** Undefined for words that it does not know: a script must not take a misspelt wish for an answer. */
export function parseStatusOptions(words: readonly string[]): StatusOptions | undefined {
  try {
    const { json, help, coop, lang, timeout } = parseArgs({
      args: [...words],
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

/** The language that the environment of a terminal asks for, as POSIX names it: `fr_CA.UTF-8`. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): string {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en';
}
