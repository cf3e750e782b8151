/** `coop-tray check`: lints a document before it is published. Runs under plain Node. */
import { randomUUID } from 'node:crypto';
import { commands } from '../../shared/cli/commands.ts';
import { documentExitCode, documentReport, documentText } from '../../shared/cli/document.ts';
import type { DocumentCheck } from '../../shared/cli/document.ts';
import { commandHelp } from '../../shared/cli/help.ts';
import { failedReport, reportOf } from '../../shared/cli/status.ts';
import { plainJson } from '../../shared/cli/text.ts';
import { lintDocument } from '../../shared/coop/lint/index.ts';
import type { Linted } from '../../shared/coop/lint/index.ts';
import { defined } from '../../shared/defined.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { directorySentence } from '../../shared/wording/sentences.ts';
import type { Times } from '../../shared/i18n/times.ts';
import { createTimes } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { regionalTag } from '../../shared/i18n/languages.ts';
import { documentLimitBytes } from '../../shared/coop/document.ts';
import type { TextResult } from '../core/directory/read.ts';
import { readSource } from '../core/directory/read.ts';
import { systemClock as clock } from '../platform/clock.ts';
import { TooLargeError } from '../platform/files.ts';
import { createWayOut } from '../platform/observed-net.ts';
import { orTooLate } from '../platform/time-limit.ts';
import type { Machine } from './check.ts';
import { checkAll } from './check.ts';
import { liveHints } from './live-hints.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import { terminalLanguage, wantsColour } from './options.ts';
import { terminalProxies } from './proxies.ts';
import { misuse, parseWords, timeoutMsOf } from './parse.ts';
import type { Outcome, Terminal } from './status.ts';
import { stdinName } from './stdin.ts';
import { startTimeLimit } from './time-limit.ts';

type Options = Readonly<{
  source: string;
  json: boolean;
  /** Does not check the services. */
  offline: boolean;
  timeoutMs: number;
}>;

/** Never throws, so that a script always gets an exit code. */
export async function checkCommand(
  args: readonly string[],
  terminal: Partial<Terminal> & Omit<Terminal, 'profileDir'>,
): Promise<Outcome> {
  const { env, timeZone } = terminal;
  const parsed = parseCheck(args);
  const language = parsed?.values.lang ?? terminalLanguage(env);
  const tag = regionalTag(language);
  const t = await loadTranslate(tag);
  if (parsed?.values.help) return { code: 0, stdout: commandHelp(t, 'check'), stderr: '' };
  const options = parsed && optionsOf(parsed);
  if (!options) return { code: 3, stdout: '', stderr: misuse(t, 'check', args) };
  const times = createTimes(tag, timeZone);
  const proxies = terminalProxies(terminal);
  const asked = { ...options, language, proxies, ...defined({ readStdin: terminal.readStdin }) };
  const found = await checkDocument(t, times, asked).catch(() => undefined);
  const report = !found
    ? failedReport('internal', t('cli.internal'))
    : 'result' in found
      ? found
      : documentReport(t, found);
  const code = documentExitCode(report);
  if (options.json) return { code, stdout: `${plainJson(report)}\n`, stderr: '' };
  const status = found && 'status' in found ? found.status : undefined;
  const text = documentText(t, report, status, wantsColour(terminal));
  return code === 3 ? { code, stdout: '', stderr: text } : { code, stdout: text, stderr: '' };
}

const parseCheck = (args: readonly string[]) => parseWords(args, commands.check.options);

/** Undefined for what is no source, or no time. */
function optionsOf({
  positionals,
  values: { json, offline, timeout },
}: NonNullable<ReturnType<typeof parseCheck>>): Options | undefined {
  const [source, ...more] = positionals;
  const timeoutMs = timeoutMsOf(timeout);
  if (!source || more.length > 0 || timeoutMs === undefined) return undefined;
  return { source, json, offline, timeoutMs };
}

async function checkDocument(
  t: Translate,
  times: Times,
  asked: Options & Pick<Terminal, 'readStdin'> & Readonly<{ language: string; proxies: Proxies }>,
): Promise<DocumentCheck | ReturnType<typeof failedReport>> {
  const { source, offline, timeoutMs, language, proxies, readStdin } = asked;
  const way = createWayOut({ clock, proxies });
  const { net, connectivity } = way;
  const limit = startTimeLimit(clock, timeoutMs);
  try {
    const got =
      readStdin && source === stdinName
        ? await pipedIn(orTooLate(clock, timeoutMs, readStdin(documentLimitBytes)))
        : await readSource({ net, clock }, source, limit.signal).catch(() => unreachable);
    if (!got.ok) return failedReport('document', directorySentence(t, got.error, source));
    const linted = lintDocument(got.text, source, language);
    if (offline) return { source, linted, hints: [], status: undefined };
    const machine = { ...way, clock, proxies };
    const check = { machine, linted, source, signal: limit.signal, timeUp: limit.timeUp };
    return { source, linted, ...(await checkServices(t, times, check)) };
  } finally {
    limit.end();
    connectivity.dispose();
  }
}

async function pipedIn(reading: Promise<string>): Promise<TextResult> {
  try {
    return { ok: true, text: await reading };
  } catch (error) {
    const code = error instanceof TooLargeError ? 'too-large' : 'file-unreadable';
    return { ok: false, error: { code } };
  }
}

const unreachable = { ok: false, error: { code: 'unreachable' } } as const;

type ServiceCheck = Readonly<{
  machine: Machine;
  linted: Linted;
  source: string;
  signal: AbortSignal;
  timeUp: Promise<void>;
}>;

async function checkServices(
  t: Translate,
  times: Times,
  { machine, linted, source, signal, timeUp }: ServiceCheck,
): Promise<Pick<DocumentCheck, 'hints' | 'status'>> {
  const { document, services } = linted;
  if (!document) return { hints: [], status: undefined };
  const coop = { source, document, readAtUtcMs: clock.nowUtcMs() };
  const answer = await checkAll(machine, coop, timeUp);
  if (!answer.found) return { hints: [], status: undefined };
  const status = reportOf(t, times, {
    coop: { name: document.name, source, readAtUtcMs: coop.readAtUtcMs },
    views: answer.views,
    connectivity: answer.connectivity,
  });
  if (status.result === 'failed') return { hints: [], status };
  const strangePath = `/coop-tray-check-${randomUUID()}`;
  return { hints: await liveHints({ ...machine, strangePath, signal }, services), status };
}
