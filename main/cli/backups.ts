/** `coop-tray backups lint FILE|URL`: shows what members would see of a file, and its errors. Runs under plain Node. */
import { resolve } from 'node:path';
import { formatLimitBytes } from '../../shared/backups/format-schema.ts';
import { lintFile } from '../../shared/backups/lint.ts';
import type { SourceProblem } from '../../shared/backups/reading.ts';
import { viewTarget } from '../../shared/backups/rules.ts';
import type { Linted } from '../../shared/cli/backups.ts';
import { lintExitCode, lintReport, lintText } from '../../shared/cli/backups.ts';
import { commands } from '../../shared/cli/commands.ts';
import { commandHelp } from '../../shared/cli/help.ts';
import { plainJson } from '../../shared/cli/text.ts';
import type { BackupSource } from '../../shared/coop/backups.ts';
import { createTimes } from '../../shared/i18n/times.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { regionalTag } from '../../shared/i18n/languages.ts';
import { TooLargeError, readText } from '../platform/files.ts';
import { createBudget } from '../platform/net/budget.ts';
import { netFault } from '../platform/net/read-fault.ts';
import { createNet } from '../platform/net/index.ts';
import type { Proxies } from '../platform/net/proxies.ts';
import { terminalLanguage } from './options.ts';
import { terminalProxies } from './proxies.ts';
import { misuse, parseWords } from './parse.ts';
import type { Outcome, Terminal } from './status.ts';
import { stdinName } from './stdin.ts';

type Options = Readonly<{ source: string; json: boolean }>;

const phaseMs = 10_000;
const totalTimeoutMs = 30_000;
const redirectLimit = 5;

/** Never throws, so that a script always gets an exit code. */
export async function backupsCommand(
  args: readonly string[],
  terminal: Pick<Terminal, 'env' | 'timeZone'> & Partial<Terminal>,
  nowUtcMs: number,
): Promise<Outcome> {
  const { env, timeZone } = terminal;
  const parsed = parseLint(args);
  const options = parsed && optionsOf(parsed);
  const tag = regionalTag(parsed?.values.lang ?? terminalLanguage(env));
  const t = await loadTranslate(tag);
  if (parsed?.values.help) return { code: 0, stdout: commandHelp(t, 'backups'), stderr: '' };
  if (!options) return { code: 3, stdout: '', stderr: misuse(t, 'backups', args) };
  const { source, json } = options;
  const fetched = await readSource(source, terminal);
  const linted = fetched.ok
    ? lint(source, fetched.text, nowUtcMs, t('backups.lint.unknownKey'))
    : { source, views: [], problems: [fetched.problem] };
  const times = createTimes(tag, timeZone);
  const report = lintReport(t, times, linted, nowUtcMs);
  const code = lintExitCode(report);
  const text = json ? `${plainJson(report)}\n` : lintText(t, times, report, nowUtcMs);
  return code === 2 && !json
    ? { code, stdout: '', stderr: text }
    : { code, stdout: text, stderr: '' };
}

const parseLint = (args: readonly string[]) => parseWords(args, commands.backups.options);

/** Undefined for what is no file. */
function optionsOf({
  positionals,
  values: { json },
}: NonNullable<ReturnType<typeof parseLint>>): Options | undefined {
  const [action, source, ...more] = positionals;
  if (action !== commands.backups.action || !source || more.length > 0) return undefined;
  return { source, json };
}

function lint(source: string, text: string, nowUtcMs: number, unknownKey: string): Linted {
  const { file, unknown } = lintFile(text, nowUtcMs, unknownKey);
  if (!file.ok) return { source, views: [], problems: [file.problem] };
  const views = file.targets.flatMap(({ reading }) =>
    reading ? [viewTarget(reading, sourceOf(source), nowUtcMs, nowUtcMs)] : [],
  );
  return { source, views, problems: [...file.targets.flatMap((one) => one.problems), ...unknown] };
}

/** The file as a source in a co-op document, with all defaults. */
function sourceOf(url: string): BackupSource {
  const defaults = { intervalS: 1800, auth: 'none', drillDays: 100 } as const;
  return { id: 'file', name: 'file', kind: 'coop-backups', url, ...defaults };
}

type TextResult = Readonly<{ ok: true; text: string } | { ok: false; problem: SourceProblem }>;

type Given = Parameters<typeof terminalProxies>[0] & Pick<Terminal, 'readStdin'>;

async function readSource(source: string, given: Given): Promise<TextResult> {
  const isWeb = /^https?:\/\//i.test(source);
  const { readStdin } = given;
  try {
    if (isWeb) return await fetchText(source, terminalProxies(given));
    const isPiped = readStdin && source === stdinName;
    const text = isPiped
      ? await readStdin(formatLimitBytes)
      : await readText(resolve(source), formatLimitBytes);
    return { ok: true, text };
  } catch (error) {
    return { ok: false, problem: { code: problemOf(error, isWeb) } };
  }
}

async function fetchText(url: string, proxies: Proxies): Promise<TextResult> {
  const net = createNet({ budget: createBudget(1), proxies });
  const { status, body } = await net.request({
    url,
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(totalTimeoutMs),
    phaseMs,
    bodyBytes: formatLimitBytes,
    redirects: redirectLimit,
    trust: 'system',
  });
  if (status === 200) return { ok: true, text: body };
  if (status === 404 || status === 410) return { ok: false, problem: { code: 'not-found' } };
  if (status === 401 || status === 403) return { ok: false, problem: { code: 'no-access' } };
  return { ok: false, problem: { code: 'http-status', status } };
}

function problemOf(error: unknown, isWeb: boolean): SourceProblem['code'] {
  if (error instanceof TooLargeError) return 'too-large';
  if (isWeb) return netFault(error) ?? 'timeout';
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['ENOENT', 'ENOTDIR'].includes(code) ? 'not-found' : 'unreadable';
}
