/**
 * Output of `coop-tray check`: the JSON schema of `--json`, documented in docs/cli.md, the text, and the exit code.
 * Pure.
 */
import * as v from 'valibot';
import { hintCodes } from '../coop/lint/hint.ts';
import type { Hint } from '../coop/lint/hint.ts';
import type { Linted } from '../coop/lint/index.ts';
import type { Place } from '../coop/json-text.ts';
import { problemCodes } from '../coop/remedy.ts';
import { directorySentence, remedySentence } from '../wording/sentences.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Problem } from '../coop/problem.ts';
import type { StatusReport } from './status.ts';
import { FailedSchema, ServiceReportSchema, failedReport } from './status.ts';
import { statusText } from './table.ts';
import { plainLine } from './text.ts';

const entry = {
  path: v.string(),
  /** From 1; for a missing key, the start of its object. */
  line: v.number(),
  column: v.number(),
  /** Values of the sentence. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  /** How to fix it, as a sentence. */
  text: v.string(),
};

const CheckedDocumentSchema = v.object({
  /** Increased if existing scripts would break; a new key does not count. */
  version: v.literal(1),
  result: v.literal('checked'),
  source: v.string(),
  /** The co-op's name; absent if the whole document is refused. */
  name: v.optional(v.string()),
  /** As a sentence. */
  summary: v.string(),
  /** Errors: the app ignores the part, or refuses the document. */
  problems: v.array(v.object({ ...entry, code: v.picklist(problemCodes) })),
  /** Probable mistakes. */
  hints: v.array(v.object({ ...entry, code: v.picklist(hintCodes) })),
  /** Whether the services were checked, and if not, why. */
  asked: v.picklist(['yes', 'left-out', 'refused', 'offline']),
  /** As in `coop-tray status`; empty unless the services were checked. */
  services: v.array(ServiceReportSchema),
});

export const DocumentReportSchema = v.variant('result', [CheckedDocumentSchema, FailedSchema]);
export type DocumentReport = Readonly<v.InferOutput<typeof DocumentReportSchema>>;
type CheckedDocument = Extract<DocumentReport, { result: 'checked' }>;

export type DocumentCheck = Readonly<{
  source: string;
  linted: Linted;
  /** From the check of the services. */
  hints: readonly Hint[];
  /** Undefined if the services were not to be checked. */
  status: StatusReport | undefined;
}>;

export function documentReport(t: Translate, check: DocumentCheck): DocumentReport {
  const { source, linted, status } = check;
  const { document, error, problems } = linted;
  // An error without a location cannot be listed.
  if (error && problems.length === 0) {
    return failedReport('document', directorySentence(t, error, source));
  }
  const hints = [...linted.hints, ...check.hints];
  const count = { problems: problems.length, hints: hints.length };
  const isWell = document && count.problems + count.hints === 0;
  return {
    version: 1,
    result: 'checked',
    source,
    ...(document ? { name: document.name } : {}),
    summary: isWell ? t('cli.check.well', { name: document.name }) : t('cli.check.found', count),
    problems: problems.map((one) => worded(linted, one, remedySentence(t, one))).toSorted(byPlace),
    hints: hints
      .map((one) => worded(linted, one, t(`hint.${one.code}`, one.params)))
      .toSorted(byPlace),
    asked: askedOf(document !== undefined, status),
    services: status?.result === 'checked' ? status.services : [],
  };
}

type Worded<T> = T & { line: number; column: number; text: string };

function worded<T extends Problem | Hint>(linted: Linted, one: T, text: string): Worded<T> {
  const { line, column } = one.params;
  // A JSON syntax error has its own location, since nothing could be parsed.
  const isOfText = typeof line === 'number' && typeof column === 'number';
  const place: Place = isOfText ? { line, column } : linted.placeOf(one.path);
  return { ...one, ...place, text };
}

function byPlace(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

function askedOf(isRead: boolean, status: StatusReport | undefined): CheckedDocument['asked'] {
  if (!isRead) return 'refused';
  if (!status) return 'left-out';
  return status.result === 'checked' ? 'yes' : 'offline';
}

/** 0 nothing found, 1 hints or services that are not up, 2 problems, 3 no answer. */
export function documentExitCode(report: DocumentReport): 0 | 1 | 2 | 3 {
  if (report.result === 'failed') return 3;
  if (report.problems.length > 0) return 2;
  const well = new Set(['up', 'no-access', 'retired']);
  const isUp = report.services.every(({ verdict }) => well.has(verdict));
  return report.hints.length === 0 && isUp ? 0 : 1;
}

/** Each line ends with a line feed. `status`: for the table of services, if they were checked. */
export function documentText(
  t: Translate,
  report: DocumentReport,
  status: StatusReport | undefined,
  colour: boolean,
): string {
  const summary = plainLine(report.summary);
  if (report.result === 'failed') return `${summary}\n`;
  return [
    ...listed(t, t('cli.check.problems'), report.problems, '✗'),
    ...(report.asked === 'refused' ? [t('cli.check.refused'), ''] : []),
    ...listed(t, t('cli.check.hints'), report.hints, '!'),
    ...(status?.result === 'checked'
      ? [t('cli.check.services'), statusText(t, status, colour)]
      : []),
    ...(report.asked === 'offline' ? [t('cli.check.offline'), ''] : []),
    summary,
    '',
  ].join('\n');
}

type Entry = CheckedDocument['problems'][number] | CheckedDocument['hints'][number];

function listed(
  t: Translate,
  title: string,
  entries: readonly Entry[],
  sign: string,
): readonly string[] {
  if (entries.length === 0) return [];
  const lines = entries.flatMap(({ path, line, column, text }) => {
    const place = path === '$' ? '' : `  ${t('cli.check.place', { line, column })}`;
    return [plainLine(`${sign} ${path}${place}`), `  ${plainLine(text)}`];
  });
  return [title, ...lines, ''];
}
