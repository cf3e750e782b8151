/**
 * Output of `coop-tray backups lint`: the JSON schema of `--json`, documented in docs/backups.md, and the text. Pure.
 */
import * as v from 'valibot';
import { FindingSchema, TargetViewSchema, backupStates } from '../backups/view.ts';
import type { BackupState, TargetView } from '../backups/view.ts';
import type { SourceProblem } from '../backups/reading.ts';
import { SourceProblemSchema } from '../backups/reading.ts';
import { findingSentence, problemSentence } from '../wording/backups.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';
import { columnsOf, padTo, plainLine } from './text.ts';

const WordedProblem = v.object({ ...SourceProblemSchema.entries, text: v.string() });

export const LintReportSchema = v.object({
  /** Increased if existing scripts would break; a new key does not count. */
  version: v.literal(1),
  source: v.string(),
  result: v.picklist(['well', 'faults', 'unreadable']),
  /** Faults in the file, with their locations. */
  problems: v.array(WordedProblem),
  targets: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      state: v.picklist(backupStates),
      findings: v.array(v.object({ ...FindingSchema.entries, text: v.string() })),
      lastSuccessUtcMs: TargetViewSchema.entries.lastSuccessUtcMs,
    }),
  ),
});
export type LintReport = Readonly<v.InferOutput<typeof LintReportSchema>>;

export type Linted = Readonly<{
  source: string;
  views: readonly TargetView[];
  problems: readonly SourceProblem[];
}>;

export function lintReport(
  t: Translate,
  times: Times,
  linted: Linted,
  nowUtcMs: number,
): LintReport {
  const { source, views, problems } = linted;
  const worded = problems.map((one) => ({ ...one, text: problemSentence(t, one) }));
  return {
    version: 1,
    source,
    result: views.length === 0 ? 'unreadable' : problems.length > 0 ? 'faults' : 'well',
    problems: worded,
    targets: views.map(({ id, name, state, findings, lastSuccessUtcMs }) => ({
      id: id.slice(id.indexOf('/') + 1),
      name,
      state,
      findings: findings.map((one) => ({ ...one, text: findingSentence(t, times, one, nowUtcMs) })),
      ...(lastSuccessUtcMs === undefined ? {} : { lastSuccessUtcMs }),
    })),
  };
}

/** 0 valid, 1 has faults, 2 unreadable. The state of the backups does not matter. */
export function lintExitCode({ result }: LintReport): 0 | 1 | 2 {
  return result === 'well' ? 0 : result === 'faults' ? 1 : 2;
}

/** Only visual: the word beside it says the same. */
const signs: Readonly<Record<BackupState, string>> = {
  good: '✓',
  warning: '!',
  unknown: '?',
  bad: '✗',
};

/** Each line ends with a line feed. */
export function lintText(t: Translate, times: Times, report: LintReport, nowUtcMs: number): string {
  const { source, targets, problems, result } = report;
  if (result === 'unreadable') {
    const why = problems.map(({ text }) => text).join(' ');
    return `${plainLine(t('backups.lint.unreadable', { source, why }))}\n`;
  }
  const words = targets.map(({ state }) => `${signs[state]} ${t(`backups.state.${state}`)}`);
  const width = Math.max(...words.map(columnsOf));
  const rows = targets.flatMap((target, at) => {
    const notes = notesOf(t, times, target, nowUtcMs);
    const first = `${padTo(words[at] ?? '', width)}  ${plainLine(target.name)}`;
    return [first, ...notes.map((note) => `${' '.repeat(width + 2)}${plainLine(note)}`)];
  });
  const counted = { count: targets.length, faults: problems.length };
  return [
    ...rows,
    '',
    ...problems.map(({ text }) => plainLine(text)),
    t(result === 'well' ? 'backups.lint.well' : 'backups.lint.faults', counted),
    '',
  ].join('\n');
}

function notesOf(
  t: Translate,
  times: Times,
  { findings, lastSuccessUtcMs: last }: LintReport['targets'][number],
  nowUtcMs: number,
): readonly string[] {
  if (findings.length > 0 || last === undefined) return findings.map(({ text }) => text);
  const aged = { time: times.clock(last, nowUtcMs), age: times.span(nowUtcMs - last) };
  return [t('backups.lint.fresh', aged)];
}
