/** Output of `coop-tray status`: the JSON schema of `--json`, documented in docs/cli.md, and the exit code. Pure. */
import * as v from 'valibot';
import type { Connectivity } from '../net/connectivity.ts';
import { clockSentence, listNames, reasonSentence, summarySentence } from '../wording/sentences.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';
import { ReasonSchema, verdicts } from '../observation/observation.ts';
import { remarks } from '../observation/remark.ts';
import { impactOf, impacts } from '../status/impact.ts';
import type { Summary } from '../status/summary.ts';
import {
  choresOf,
  isBlind,
  isClockInTheWay,
  overallStates,
  summarise,
  worstFirst,
} from '../status/summary.ts';
import type { ServiceView } from '../status/view.ts';

/** Increased if existing scripts would break; a new key does not count. */
const version = v.literal(1);

export const ServiceReportSchema = v.object({
  id: v.string(),
  name: v.string(),
  verdict: v.picklist(verdicts),
  /** What that means for members; `chore` is for administrators only. */
  impact: v.picklist(impacts),
  /** Why it is not simply up: codes for scripts, and a sentence. */
  reason: v.optional(v.object({ ...ReasonSchema.entries, text: v.string() })),
  /** Its checks fail, but time ran out before enough of them had failed to call it down. */
  unsure: v.boolean(),
  /** For its operator: minor faults in its response, which do not change the verdict. */
  remarks: v.optional(v.array(v.object({ code: v.picklist(remarks), text: v.string() }))),
  /** Total duration of the last check in ms; absent if nothing was measured. */
  totalMs: v.optional(v.number()),
  /** End of the last check, ms UTC. */
  asOfUtcMs: v.optional(v.number()),
  /** Its standby. */
  instead: v.optional(v.string()),
});
export type ServiceReport = Readonly<v.InferOutput<typeof ServiceReportSchema>>;

/** Why there is no answer. */
export const failures = ['no-coop', 'document', 'service', 'offline', 'clock', 'internal'] as const;

const CheckedSchema = v.object({
  version,
  result: v.literal('checked'),
  overall: v.picklist(overallStates),
  /** The tray icon's sentence. */
  summary: v.string(),
  /** Names of services with chores for administrators, as a sentence; absent if there are none. */
  chores: v.optional(v.string()),
  /** A warning that this machine's clock is wrong, and what to do; absent if it is right or unverified. */
  clock: v.optional(v.string()),
  coop: v.object({
    name: v.string(),
    source: v.string(),
    /** When the document was loaded from its source, ms UTC: its age. */
    readAtUtcMs: v.number(),
  }),
  /** Worst first. */
  services: v.array(ServiceReportSchema),
});

export const FailedSchema = v.object({
  version,
  result: v.literal('failed'),
  failure: v.picklist(failures),
  /** As a sentence. */
  summary: v.string(),
});

export const StatusReportSchema = v.variant('result', [CheckedSchema, FailedSchema]);
export type StatusReport = Readonly<v.InferOutput<typeof StatusReportSchema>>;
export type CheckedReport = Extract<StatusReport, { result: 'checked' }>;

/** As members feel it, like the tray icon: 0 all up, 1 needs attention, 2 something is down, 3 no answer. */
export function exitCodeOf(report: StatusReport): 0 | 1 | 2 | 3 {
  if (report.result === 'failed') return 3;
  if (report.overall === 'down') return 2;
  return report.overall === 'up' ? 0 : 1;
}

export function failedReport(
  failure: (typeof failures)[number],
  summary: string,
): Extract<StatusReport, { result: 'failed' }> {
  return { version: 1, result: 'failed', failure, summary };
}

export type Checked = Readonly<{
  coop: CheckedReport['coop'];
  views: readonly ServiceView[];
  connectivity: Connectivity;
}>;

/** Fails while offline: then nothing is known about any service. */
export function reportOf(t: Translate, times: Times, checked: Checked): StatusReport {
  const { coop, views, connectivity } = checked;
  const summary = summarise(views, connectivity);
  if (isBlind(connectivity))
    return failedReport('offline', summarySentence(t, summary, connectivity));
  if (isClockInTheWay(summary, connectivity)) return clockReport(t, times, connectivity);
  return {
    version: 1,
    result: 'checked',
    overall: summary.overall,
    summary: sentenceOf(t, summary, connectivity),
    ...choresNote(t, views),
    ...clockNote(t, times, connectivity),
    coop,
    services: worstFirst(views).map((view) => serviceOf(t, times, view)),
  };
}

function choresNote(t: Translate, views: readonly ServiceView[]) {
  const names = choresOf(views).map(({ name }) => name);
  return names.length === 0 ? {} : { chores: t('cli.chores', { names: listNames(t, names) }) };
}

function clockNote(t: Translate, times: Times, { clockOffMs }: Connectivity) {
  return clockOffMs === undefined ? {} : { clock: clockSentence(t, times, clockOffMs) };
}

/**
 * With a wrong clock, certificates and pages cannot be judged. Services that are down regardless have been reported
 * before this.
 */
export function clockReport(t: Translate, times: Times, { clockOffMs = 0 }: Connectivity) {
  return failedReport('clock', clockSentence(t, times, clockOffMs));
}

/** The tray says "checking for the first time" if nothing is known; here the check is over. */
function sentenceOf(t: Translate, summary: Summary, connectivity: Connectivity): string {
  const { counts, total } = summary;
  return total > 0 && counts.unknown === total
    ? t('cli.nothingKnown', { total })
    : summarySentence(t, summary, connectivity);
}

function serviceOf(t: Translate, times: Times, view: ServiceView): ServiceReport {
  const { id, name, verdict, reason, timings, asOfUtcMs, instead, checking } = view;
  return {
    id,
    name,
    verdict,
    impact: impactOf(view),
    unsure: checking === 'failing',
    ...(reason ? { reason: { ...reason, text: reasonSentence(t, times, reason) } } : {}),
    ...(view.remarks
      ? { remarks: view.remarks.map((code) => ({ code, text: t(`remark.${code}`) })) }
      : {}),
    ...(timings?.total === undefined ? {} : { totalMs: timings.total }),
    ...(asOfUtcMs === undefined ? {} : { asOfUtcMs }),
    ...(instead && (verdict === 'down' || verdict === 'maintenance')
      ? { instead: instead.name }
      : {}),
  };
}
