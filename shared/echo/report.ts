/**
 * The report that a member sends to whoever runs a server, and that another member's app opens: `coop.tray.echo/1`.
 * Its fields are named here one by one, so that what is added to a result stays home until somebody decides otherwise.
 * Texts lose everything that looks like an address, a link or a token, when written and when read.
 */
import * as v from 'valibot';
import { parseJson } from '../json.ts';
import { FailureSchema } from './failure.ts';
import { MeasurementSchema } from './measurement.ts';
import { isAddress, withoutAddresses } from './private-text.ts';
import type { Result } from './state.ts';
import { VerdictSchema } from './verdict-view.ts';
import { shortList } from '../lists/short-list.ts';
import type { Steps } from '../steps.ts';
import { runSteps } from '../steps.ts';

export const reportFormat = 'coop.tray.echo/1';
export const reportResultsLimit = 500;
/** Some 500 results with each second of theirs. */
export const reportCharactersLimit = 10_000_000;

/** What stands for a short secret is longer than it, and whoever reads the report holds it to the same length. */
const FreeText = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.transform((text) => withoutAddresses(text).slice(0, max).toWellFormed()),
  );
/** ms UTC that a `Date` can hold. */
const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const Host = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i),
  v.check((host) => !isAddress(host), 'must be a name'),
);

/** Of a failure only what its sentence needs, and no more than a word of it. */
const ReportFailureSchema = v.object({
  code: FailureSchema.entries.code,
  step: FailureSchema.entries.step,
  params: v.optional(
    v.object({
      /** BigBlueButton's own number. */
      code: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
      /** The code of a check's reason. */
      reason: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/))),
      /** The API's messageKey. */
      key: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{1,60}$/))),
    }),
    {},
  ),
});

const ReportResultSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  instance: v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)), name: FreeText(80) }),
  /** The name of the server; a server without one is not named. */
  host: v.optional(Host),
  atUtcMs: Instant,
  timeZone: v.pipe(v.string(), v.regex(/^[\w+/:-]{1,64}$/)),
  /** As the member typed it. */
  place: v.optional(FreeText(80)),
  durationMs: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000)),
  app: FreeText(40),
  system: FreeText(80),
  measurement: MeasurementSchema,
  failure: v.optional(ReportFailureSchema),
  verdict: VerdictSchema,
});

export const ReportSchema = v.object({
  format: v.literal(reportFormat),
  /** When it was written, ms UTC, and by which app. */
  atUtcMs: Instant,
  app: FreeText(40),
  results: v.pipe(shortList(ReportResultSchema, reportResultsLimit), v.minLength(1)),
});
export type Report = Readonly<v.InferOutput<typeof ReportSchema>>;

/** `results`: 1 to 500. */
export function reportOf(
  results: readonly Result[],
  { app, atUtcMs }: Readonly<{ app: string; atUtcMs: number }>,
): Report {
  return v.parse(ReportSchema, {
    format: reportFormat,
    atUtcMs,
    app,
    results: results.map(withoutOdd),
  });
}

/** What has not the form of a report is left out of it rather than losing the report. */
function withoutOdd({ host, failure, ...result }: Result): unknown {
  return {
    ...result,
    ...(v.is(Host, host) ? { host } : {}),
    ...(failure ? { failure: plainFailure(failure) } : {}),
  };
}

function plainFailure({ code, step, params }: NonNullable<Result['failure']>): unknown {
  const plain = v.safeParse(ReportFailureSchema, { code, step, params });
  return plain.success ? plain.output : { code, step };
}

export type ParsedReport =
  | Readonly<{ kind: 'ok'; report: Report }>
  | Readonly<{ kind: 'not-a-report' | 'needs-newer' }>;

/** Reads a report that somebody else's app wrote. */
export function parseReport(text: string): ParsedReport {
  return runSteps(parsingReport(text));
}

const FrameSchema = v.object({
  ...ReportSchema.entries,
  results: v.pipe(shortList(v.unknown(), reportResultsLimit), v.minLength(1)),
});

/** Result by result: of each, every text is looked through for what must not be in it. */
export function* parsingReport(text: string): Steps<ParsedReport> {
  if (text.length > reportCharactersLimit) return { kind: 'not-a-report' };
  const found = parseJson(text);
  const frame = v.safeParse(FrameSchema, found);
  if (!frame.success) return { kind: isNewer(found) ? 'needs-newer' : 'not-a-report' };
  const results: Report['results'] = [];
  for (const one of frame.output.results) {
    yield;
    const result = v.safeParse(ReportResultSchema, one, { abortEarly: true });
    if (!result.success) return { kind: 'not-a-report' };
    results.push(result.output);
  }
  return { kind: 'ok', report: { ...frame.output, results } };
}

const FormatSchema = v.object({ format: v.pipe(v.string(), v.maxLength(40)) });

function isNewer(found: unknown): boolean {
  const parsed = v.safeParse(FormatSchema, found);
  const version = parsed.success && /^coop\.tray\.echo\/(\d{1,6})$/.exec(parsed.output.format)?.[1];
  return version ? Number(version) > 1 : false;
}
