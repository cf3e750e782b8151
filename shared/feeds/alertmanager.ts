/**
 * Prometheus Alertmanager, API 2: `/api/v2/alerts`. It lists only firing alerts, so an empty list means that either
 * everything works or nothing is measured. The customary watchdog alert, which always fires, distinguishes the two.
 */
import type { Fields } from './fields.ts';
import { asList, at, fieldsAt, given, isFields, keyAt, meaning, textAt } from './fields.ts';
import { pastInstant, plannedInstant } from '../time/instant.ts';
import type { FeedComponent, FeedIncident, FeedReading, FeedVerdict } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

/** Labels that identify an alert's subject; a component's key is `label=value`. */
const subjectLabels = ['service', 'component', 'app', 'job', 'instance'] as const;
const watchdogs: ReadonlySet<unknown> = new Set(['Watchdog', 'DeadMansSwitch']);

const severities = {
  critical: 'down',
  page: 'down',
  error: 'down',
  warning: 'degraded',
  info: 'up',
  none: 'up',
} as const;
const impacts = {
  critical: 'critical',
  page: 'critical',
  error: 'major',
  warning: 'minor',
  info: 'none',
  none: 'none',
} as const;
const states = { active: 'active', suppressed: 'suppressed', unprocessed: 'active' } as const;

export function readAlertmanager([json]: readonly unknown[], nowUtcMs: number): FeedReading {
  const alerts = asList(json, '$')
    .filter(isFields)
    .filter((alert) => !isOver(alert, nowUtcMs));
  const alertName = (alert: Fields) => at(fieldsAt(alert, 'labels'), 'alertname');
  const liveWatchdogs = alerts.filter(
    (one) =>
      watchdogs.has(alertName(one)) &&
      stateOf(one) === 'active' &&
      !isAsleep(updatedAt(one, nowUtcMs), nowUtcMs),
  );
  const watchdogTimes = liveWatchdogs.flatMap((one) => updatedAt(one, nowUtcMs) ?? []);
  const otherAlerts = alerts.filter((one) => !watchdogs.has(alertName(one)));
  return wholeReading(
    {
      components: otherAlerts.flatMap((one) => componentsOf(one, nowUtcMs)),
      incidents: otherAlerts.flatMap((one) => incidentOf(one, nowUtcMs)),
      unlisted: liveWatchdogs.length > 0 ? 'up' : 'unknown',
      ...given('asOfUtcMs', watchdogTimes.length > 0 ? Math.max(...watchdogTimes) : undefined),
    },
    nowUtcMs,
  );
}

/** When the alert was last received: Prometheus resends active alerts every few minutes. */
function updatedAt(alert: Fields, nowUtcMs: number): number | undefined {
  return pastInstant(at(alert, 'updatedAt'), nowUtcMs);
}

/** In ms; an active watchdog that has not been resent for this long counts as stopped. */
const maxSilenceMs = 3_600_000;

function isAsleep(updatedUtcMs: number | undefined, nowUtcMs: number): boolean {
  return updatedUtcMs !== undefined && nowUtcMs - updatedUtcMs > maxSilenceMs;
}

/** An `endsAt` before `startsAt` is invalid, and must not end an alert. */
function isOver(alert: Fields, nowUtcMs: number): boolean {
  const ended = plannedInstant(at(alert, 'endsAt'), nowUtcMs);
  const started = plannedInstant(at(alert, 'startsAt'), nowUtcMs);
  return ended !== undefined && ended <= nowUtcMs && (started === undefined || ended >= started);
}

function stateOf(alert: Fields) {
  return meaning(states, at(fieldsAt(alert, 'status'), 'state'));
}

/** No severity counts as degraded; an alert that was silenced by hand counts as maintenance. */
function verdictOf(alert: Fields): FeedVerdict {
  const state = stateOf(alert);
  if (state === 'unknown') return 'unknown';
  const severity = at(fieldsAt(alert, 'labels'), 'severity');
  const verdict = severity === undefined ? 'degraded' : meaning(severities, severity);
  const silencedBy = at(fieldsAt(alert, 'status'), 'silencedBy');
  const isSilenced = state === 'suppressed' && Array.isArray(silencedBy) && silencedBy.length > 0;
  return isSilenced && verdict !== 'up' ? 'maintenance' : verdict;
}

function keysOfAlert(alert: Fields): { key: string; name: string }[] {
  const labels = fieldsAt(alert, 'labels');
  return subjectLabels.flatMap((label) => {
    const name = textAt(labels, label, feedLimits.key - label.length - 1);
    return name ? [{ key: `${label}=${name}`, name }] : [];
  });
}

function componentsOf(alert: Fields, nowUtcMs: number): FeedComponent[] {
  const verdict = verdictOf(alert);
  const times = {
    ...given('sinceUtcMs', pastInstant(at(alert, 'startsAt'), nowUtcMs)),
    ...given('asOfUtcMs', updatedAt(alert, nowUtcMs)),
  };
  return keysOfAlert(alert).map((one) => ({ ...one, verdict, ...times }));
}

function incidentOf(alert: Fields, nowUtcMs: number): FeedIncident[] {
  const labels = fieldsAt(alert, 'labels');
  const annotations = fieldsAt(alert, 'annotations');
  const title =
    textAt(annotations, 'summary', feedLimits.title) ??
    textAt(labels, 'alertname', feedLimits.title);
  if (!title) return [];
  return [
    {
      id: keyAt(alert, 'fingerprint') ?? title,
      title,
      state: 'unknown',
      impact: meaning(impacts, at(labels, 'severity')),
      affects: keysOfAlert(alert).map(({ key }) => key),
      ...given('text', textAt(annotations, 'description', feedLimits.body)),
      ...given('startedAtUtcMs', pastInstant(at(alert, 'startsAt'), nowUtcMs)),
      ...given('updatedAtUtcMs', updatedAt(alert, nowUtcMs)),
    },
  ];
}
