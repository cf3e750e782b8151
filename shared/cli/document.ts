/** What `coop-tray check` answers: the shape of `--json`, documented in docs/cli.md, the text, and the exit code. Pure. */
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
  /** From 1; of a key that is missing, where its object begins. */
  line: v.number(),
  column: v.number(),
  /** Values of the sentence. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  /** How to mend it, in words. */
  text: v.string(),
};

const CheckedDocumentSchema = v.object({
  /** Grows when a script that reads the old shape would break; a new key does not count as that. */
  version: v.literal(1),
  result: v.literal('checked'),
  source: v.string(),
  /** The co-op's name; absent when the whole document is refused. */
  name: v.optional(v.string()),
  /** In words. */
  summary: v.string(),
  /** What is wrong: the app leaves it out, or refuses the document. */
  problems: v.array(v.object({ ...entry, code: v.picklist(problemCodes) })),
  /** What is probably not meant. */
  hints: v.array(v.object({ ...entry, code: v.picklist(hintCodes) })),
  /** Whether the services were asked, and if not why. */
  asked: v.picklist(['yes', 'left-out', 'refused', 'offline']),
  /** As `coop-tray status` tells them; empty unless they were asked. */
  services: v.array(ServiceReportSchema),
});

export const DocumentReportSchema = v.variant('result', [CheckedDocumentSchema, FailedSchema]);
export type DocumentReport = Readonly<v.InferOutput<typeof DocumentReportSchema>>;
type CheckedDocument = Extract<DocumentReport, { result: 'checked' }>;

export type Looked = Readonly<{
  source: string;
  linted: Linted;
  /** Of a look at the services. */
  hints: readonly Hint[];
  /** Undefined when the services were not to be asked. */
  status: StatusReport | undefined;
}>;

export function documentReport(t: Translate, looked: Looked): DocumentReport {
  const { source, linted, status } = looked;
  const { document, error, problems } = linted;
  // A problem without a place has nothing to be listed.
  if (error && problems.length === 0) {
    return failedReport('document', directorySentence(t, error, source));
  }
  const hints = [...linted.hints, ...looked.hints];
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
  // A fault of the JSON has its own place: nothing of the document could be read.
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

/** 0 nothing found, 1 something is probably not meant or not up, 2 something is wrong, 3 there is no answer. */
export function documentExitCode(report: DocumentReport): 0 | 1 | 2 | 3 {
  if (report.result === 'failed') return 3;
  if (report.problems.length > 0) return 2;
  const well = new Set(['up', 'no-access', 'retired']);
  const isUp = report.services.every(({ verdict }) => well.has(verdict));
  return report.hints.length === 0 && isUp ? 0 : 1;
}

/** Lines end with a line feed, the last one too. `status` is the table of the services, if they were asked. */
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
