/**
 * The report that a member sends to a server's operator and that another member's app can open: `coop.tray.echo/1`.
 * Fields are listed one by one, so that a new field of a result is not exported by accident. Texts lose everything that
 * looks like an address, a link or a token, when written and when read.
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

const reportFormat = 'coop.tray.echo/1';
const reportResultsLimit = 500;
/** Some 500 results with all their seconds. */
export const reportCharactersLimit = 10_000_000;

/** Placeholders may be longer than what they replace, and readers enforce the same limit. */
const FreeText = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.transform((text) => withoutAddresses(text).slice(0, max).toWellFormed()),
  );
/** ms UTC within the range of `Date`. */
const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const Host = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i),
  v.check((host) => !isAddress(host), 'must be a name'),
);

/** Only the parameters that the failure's sentence needs, strictly validated. */
const ReportFailureSchema = v.object({
  code: FailureSchema.entries.code,
  step: FailureSchema.entries.step,
  params: v.optional(
    v.object({
      /** BigBlueButton's error number. */
      code: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
      /** The reason code of a check. */
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
  /** The server's host name; absent if it has only an address. */
  host: v.optional(Host),
  atUtcMs: Instant,
  timeZone: v.pipe(v.string(), v.regex(/^[\w+/:-]{1,64}$/)),
  /** As typed by the member. */
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
  /** When and by which app it was written, ms UTC. */
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
    results: results.map(withoutInvalid),
  });
}

/** Drops invalid fields instead of failing the whole report. */
function withoutInvalid({ host, failure, ...result }: Result): unknown {
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

/** Parses a report from another member's app. */
export function parseReport(text: string): ParsedReport {
  return runSteps(parsingReport(text));
}

const FrameSchema = v.object({
  ...ReportSchema.entries,
  results: v.pipe(shortList(v.unknown(), reportResultsLimit), v.minLength(1)),
});

/** One result per step, because each of their texts is redacted. */
export function* parsingReport(text: string): Steps<ParsedReport> {
  if (text.length > reportCharactersLimit) return { kind: 'not-a-report' };
  const json = parseJson(text);
  const frame = v.safeParse(FrameSchema, json);
  if (!frame.success) return { kind: isNewer(json) ? 'needs-newer' : 'not-a-report' };
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

function isNewer(json: unknown): boolean {
  const parsed = v.safeParse(FormatSchema, json);
  const version = parsed.success && /^coop\.tray\.echo\/(\d{1,6})$/.exec(parsed.output.format)?.[1];
  return version ? Number(version) > 1 : false;
}
