/** `coop-tray status`: checks the services and reports them as text or JSON. Runs under plain Node. */
import { join } from 'node:path';
import { commandHelp } from '../../shared/cli/help.ts';
import { clockReport, exitCodeOf, failedReport, reportOf } from '../../shared/cli/status.ts';
import type { StatusReport } from '../../shared/cli/status.ts';
import { statusText } from '../../shared/cli/table.ts';
import { plainJson } from '../../shared/cli/text.ts';
import { directorySentence } from '../../shared/wording/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import { createTimes } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { regionalTag } from '../../shared/i18n/languages.ts';
import { copyName } from '../core/directory/copy.ts';
import { systemClock } from '../platform/clock.ts';
import type { Answer } from './check.ts';
import { checkCoop } from './check.ts';
import type { StatusOptions } from './options.ts';
import { parseStatusOptions, terminalLanguage, wantsColour } from './options.ts';
import { misuse } from './parse.ts';
import { terminalProxies } from './proxies.ts';

export type Terminal = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a terminal, not a file or a pipe. */
  isTerminal: boolean;
  /** For the times in the output, as an IANA name. */
  timeZone: string;
  /** The app's profile; never written. */
  profileDir: string;
  /** What is piped in; rejects if it is longer. */
  readStdin?: (limitBytes: number) => Promise<string>;
}>;

export type Outcome = Readonly<{ code: number; stdout: string; stderr: string }>;

/** Never throws, so that a script always gets an exit code. */
export async function statusCommand(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const options = parseStatusOptions(args);
  const language = options?.lang ?? terminalLanguage(terminal.env);
  const tag = regionalTag(language);
  const t = await loadTranslate(tag);
  if (options?.help) return { code: 0, stdout: commandHelp(t, 'status'), stderr: '' };
  if (!options) return { code: 3, stdout: '', stderr: misuse(t, 'status', args) };
  const report = await reportFor(t, { ...terminal, language }, options).catch(() =>
    failedReport('internal', t('cli.internal')),
  );
  const code = exitCodeOf(report);
  if (options.json) return { code, stdout: `${plainJson(report)}\n`, stderr: '' };
  const text = statusText(t, report, wantsColour(terminal));
  return code === 3 ? { code, stdout: '', stderr: text } : { code, stdout: text, stderr: '' };
}

async function reportFor(
  t: Translate,
  { env, profileDir, timeZone, language }: Terminal & Readonly<{ language: string }>,
  options: StatusOptions,
): Promise<StatusReport> {
  const { coop: source, services, timeoutMs } = options;
  const answer = await checkCoop({
    clock: systemClock,
    proxies: terminalProxies({ env, profileDir }),
    copyFile: join(profileDir, copyName),
    timeoutMs,
    language,
    services,
    ...(source === undefined ? {} : { source }),
  });
  const times = createTimes(regionalTag(language), timeZone);
  if (answer.found === 'others') return unknownReport(t, answer);
  if (!answer.found) return failureReport(t, times, answer, source ?? '');
  const { coop, views, connectivity } = answer;
  return reportOf(t, times, {
    coop: { name: coop.document.name, source: coop.source, readAtUtcMs: coop.readAtUtcMs },
    views,
    connectivity,
  });
}

function unknownReport(t: Translate, { unknown, listed }: Extract<Answer, { found: 'others' }>) {
  const names = listed.join(', ');
  return failedReport('service', t('cli.status.unknown', { service: unknown, names }));
}

function failureReport(
  t: Translate,
  times: Times,
  { error, connectivity }: Extract<Answer, { found: false }>,
  source: string,
) {
  if (error?.code === 'unreachable' && connectivity.clockOffMs !== undefined) {
    return clockReport(t, times, connectivity);
  }
  return error
    ? failedReport('document', directorySentence(t, error, source))
    : failedReport('no-coop', t('cli.noCoop'));
}
