/**
 * Prometheus Alertmanager, API 2: `/api/v2/alerts`. It lists trouble only, so that silence may mean that all is well or
 * that nobody measures any more. The customary alert that always fires, the watchdog, tells the two apart.
 */
import type { Fields } from './fields.ts';
import { asList, at, fieldsAt, given, isFields, keyAt, meaning, textAt } from './fields.ts';
import { pastInstant, plannedInstant } from '../time/instant.ts';
import type { FeedComponent, FeedIncident, FeedReading, FeedVerdict } from './reading.ts';
import { feedLimits } from './reading.ts';
import { wholeReading } from './normalize.ts';

/** Labels that name what an alert is about; the key of a component is `label=value`. */
const subjects = ['service', 'component', 'app', 'job', 'instance'] as const;
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
  const named = (alert: Fields) => at(fieldsAt(alert, 'labels'), 'alertname');
  const awake = alerts.filter(
    (one) =>
      watchdogs.has(named(one)) &&
      stateOf(one) === 'active' &&
      !isAsleep(updatedAt(one, nowUtcMs), nowUtcMs),
  );
  const barks = awake.flatMap((one) => updatedAt(one, nowUtcMs) ?? []);
  const troubles = alerts.filter((one) => !watchdogs.has(named(one)));
  return wholeReading(
    {
      components: troubles.flatMap((one) => componentsOf(one, nowUtcMs)),
      incidents: troubles.flatMap((one) => incidentOf(one, nowUtcMs)),
      unlisted: awake.length > 0 ? 'up' : 'unknown',
      ...given('asOfUtcMs', barks.length > 0 ? Math.max(...barks) : undefined),
    },
    nowUtcMs,
  );
}

/** When the alert was told last: whoever measures tells it again every few minutes. */
function updatedAt(alert: Fields, nowUtcMs: number): number | undefined {
  return pastInstant(at(alert, 'updatedAt'), nowUtcMs);
}

/** How long whoever measures may be silent before a watchdog that still stands counts as asleep; in ms. */
const silentMs = 3_600_000;

function isAsleep(updatedUtcMs: number | undefined, nowUtcMs: number): boolean {
  return updatedUtcMs !== undefined && nowUtcMs - updatedUtcMs > silentMs;
}

/** An end before the beginning is a lie, and a lie must not end an alarm. */
function isOver(alert: Fields, nowUtcMs: number): boolean {
  const ended = plannedInstant(at(alert, 'endsAt'), nowUtcMs);
  const started = plannedInstant(at(alert, 'startsAt'), nowUtcMs);
  return ended !== undefined && ended <= nowUtcMs && (started === undefined || ended >= started);
}

function stateOf(alert: Fields) {
  return meaning(states, at(fieldsAt(alert, 'status'), 'state'));
}

/** An alert without a severity is trouble all the same; one that was silenced by hand is being worked on. */
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
  return subjects.flatMap((label) => {
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
  const notes = fieldsAt(alert, 'annotations');
  const title =
    textAt(notes, 'summary', feedLimits.title) ?? textAt(labels, 'alertname', feedLimits.title);
  if (!title) return [];
  return [
    {
      id: keyAt(alert, 'fingerprint') ?? title,
      title,
      state: 'unknown',
      impact: meaning(impacts, at(labels, 'severity')),
      affects: keysOfAlert(alert).map(({ key }) => key),
      ...given('text', textAt(notes, 'description', feedLimits.body)),
      ...given('startedAtUtcMs', pastInstant(at(alert, 'startsAt'), nowUtcMs)),
      ...given('updatedAtUtcMs', updatedAt(alert, nowUtcMs)),
    },
  ];
}
