/** Reads `coop-backups/1`, the format described in docs/backups.md. Pure; all instants are ms UTC. */
import * as v from 'valibot';
import { isRecord } from '../json.ts';
import { given, textOf } from '../feeds/fields.ts';
import { clockSkewMs } from './target-context.ts';
import { futureProblem } from './format-future.ts';
import { problemsAt } from './format-problem.ts';
import { FrameSchema, TargetSchema, formatLimitBytes, formatName } from './format-schema.ts';
import type { WrittenTarget } from './format-schema.ts';
import type { ReadSource, SourceProblem, TargetReading } from './reading.ts';

export type ReadTarget = Readonly<{
  /** Undefined if not even the id is readable; with problems, only id and name are set. */
  reading?: TargetReading;
  problems: readonly SourceProblem[];
}>;

export type ReadFile =
  | Readonly<{ ok: true; targets: readonly ReadTarget[] }>
  | Readonly<{ ok: false; problem: SourceProblem }>;

/**
 * Never throws. Times after `nowUtcMs`, apart from small clock differences, are rejected. An unreadable target does not
 * affect the others, and is still listed by name, without data.
 */
export function readCoopBackups(text: string, nowUtcMs: number): ReadSource {
  const file = readFile(text, nowUtcMs);
  if (!file.ok) return file;
  const problems = file.targets.flatMap((one) => one.problems);
  const [first] = problems;
  // The previous good reading is more useful than a list of bare names.
  if (first && file.targets.every((one) => one.problems.length > 0)) {
    return { ok: false, problem: first };
  }
  return { ok: true, targets: file.targets.flatMap(({ reading }) => reading ?? []), problems };
}

/** All targets and problems, for the command-line checker. */
export function readFile(text: string, nowUtcMs: number): ReadFile {
  const json = parseJson(text);
  if (!json.ok) return json;
  const frame = v.safeParse(FrameSchema, json.value);
  if (!frame.success) {
    const [unexpected = { code: 'unexpected' as const }] = problemsAt('$', frame.issues);
    return { ok: false, problem: newerFormat(json.value) ?? unexpected };
  }
  const { written, targets } = frame.output;
  if (written > nowUtcMs + clockSkewMs) return failed({ code: 'future', path: '$.written' });
  if (targets.length === 0) return failed({ code: 'no-targets' });
  return {
    ok: true,
    targets: withoutTwins(targets.map((raw, at) => readTarget(raw, at, nowUtcMs))),
  };
}

type ParsedText = Readonly<{ ok: true; value: unknown } | { ok: false; problem: SourceProblem }>;

function parseJson(text: string): ParsedText {
  if (text.length > formatLimitBytes) return failed({ code: 'too-large' });
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const start = text.slice(0, 1000).trimStart();
    if (start === '') return failed({ code: 'empty' });
    // Usually a sign-in page, or a site that returns its home page for every path.
    return failed({ code: start.startsWith('<') ? 'html' : 'not-json' });
  }
}

function failed(problem: SourceProblem): Readonly<{ ok: false; problem: SourceProblem }> {
  return { ok: false, problem };
}

function newerFormat(json: unknown): SourceProblem | undefined {
  const format = isRecord(json) ? json['format'] : undefined;
  const version = typeof format === 'string' ? /^coop-backups\/(\d{1,6})$/.exec(format)?.[1] : '';
  return Number(version ?? 0) > 1
    ? { code: 'needs-newer', path: '$.format', expected: formatName }
    : undefined;
}

function readTarget(raw: unknown, index: number, nowUtcMs: number): ReadTarget {
  const path = `$.targets[${index}]`;
  const parsed = v.safeParse(TargetSchema, raw);
  if (!parsed.success) return { ...nameOf(raw), problems: problemsAt(path, parsed.issues) };
  const future = futureProblem(parsed.output, path, nowUtcMs);
  if (future) return { ...nameOf(raw), problems: [future] };
  return { reading: readingOf(parsed.output), problems: [] };
}

/** Id and name of an unreadable target. */
function nameOf(raw: unknown): Pick<ReadTarget, 'reading'> {
  const id = v.safeParse(TargetSchema.entries.id, isRecord(raw) ? raw['id'] : undefined);
  if (!id.success) return {};
  const name = isRecord(raw) ? textOf(raw['name'], 120) : undefined;
  return { reading: { id: id.output, name: name ?? id.output } };
}

/** Drops and reports targets with a duplicate id. */
function withoutTwins(targets: readonly ReadTarget[]): readonly ReadTarget[] {
  const ids = new Set<string>();
  return targets.map((one, index) => {
    const id = one.reading?.id;
    if (id === undefined || !ids.has(id)) {
      if (id !== undefined) ids.add(id);
      return one;
    }
    const expected = `an id other than “${id}”`;
    return { problems: [{ code: 'unexpected', path: `$.targets[${index}].id`, expected }] };
  });
}

function readingOf(target: WrittenTarget): TargetReading {
  const { id, schedule, lastAttempt, days, check, drill, standby } = target;
  const { sizeBytes, retention, tool } = target;
  return {
    id,
    name: target.name ?? id,
    ...given('schedule', schedule),
    ...given('lastAttempt', lastAttempt && dated(lastAttempt)),
    ...given('lastSuccessUtcMs', target.lastSuccess),
    ...given('nextExpectedUtcMs', target.nextExpected),
    ...given('sizeBytes', sizeBytes),
    ...given('retention', retention),
    ...given(
      'days',
      days?.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    ),
    ...given('check', check && (check === 'never' ? check : dated(check))),
    ...given('drill', drill && (drill === 'never' ? drill : dated(drill))),
    ...given('standby', standby && standbyOf(standby)),
    ...given('tool', tool),
  };
}

function dated<T extends { readonly at: number }>({ at, ...rest }: T) {
  return { ...rest, atUtcMs: at };
}

function standbyOf({ restoredFrom, restoredAt, ...rest }: NonNullable<WrittenTarget['standby']>) {
  return {
    ...rest,
    ...given('restoredFromUtcMs', restoredFrom),
    ...given('restoredAtUtcMs', restoredAt),
  };
}
