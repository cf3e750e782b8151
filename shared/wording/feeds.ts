/** What status pages report, or why they cannot be read, in words. Pure. */
import type { FeedFault } from '../feeds/reading.ts';
import type { FeedNote, FeedView } from '../status/feed-view.ts';
import { reasonSentence } from './sentences.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';

function feedFaultSentence(t: Translate, times: Times, fault: FeedFault): string {
  if (fault.reason) return reasonSentence(t, times, fault.reason);
  return t(`feed.fault.${fault.code}`, fault.params);
}

/** Which feed, why, and when it was last read. */
export function feedNoteSentence(
  t: Translate,
  times: Times,
  { name, fault, readAtUtcMs }: FeedNote,
  nowUtcMs: number,
): string {
  const why = feedFaultSentence(t, times, fault);
  if (readAtUtcMs === undefined) return t('feed.silent.never', { feed: name, why });
  return t('feed.silent.since', { feed: name, why, time: times.clock(readAtUtcMs, nowUtcMs) });
}

/** “Our hoster: down, updated 14:02”, or “checked 14:02” if it does not say when it measured. */
export function feedLine(t: Translate, times: Times, feed: FeedView, nowUtcMs: number): string {
  const said = t('notify.line', { name: feed.name, verdict: t(`verdict.${feed.verdict}`) });
  const when = whenLine(t, times, feed, nowUtcMs);
  return when === undefined ? said : `${said}, ${when}`;
}

/** When it was measured, else when it was read; undefined if it never was. */
export function whenLine(
  t: Translate,
  times: Times,
  {
    asOfUtcMs,
    readAtUtcMs,
  }: Readonly<{ asOfUtcMs?: number | undefined; readAtUtcMs?: number | undefined }>,
  nowUtcMs: number,
): string | undefined {
  if (asOfUtcMs !== undefined) return t('status.asOf', { time: times.clock(asOfUtcMs, nowUtcMs) });
  if (readAtUtcMs === undefined) return undefined;
  return t('feed.readAt', { time: times.clock(readAtUtcMs, nowUtcMs) });
}

/** When the maintenance takes place, as far as the page says. */
export function maintenanceLine(
  t: Translate,
  times: Times,
  { active, title, startsUtcMs, endsUtcMs }: NonNullable<FeedView['maintenance']>,
  nowUtcMs: number,
): string {
  const from = startsUtcMs === undefined ? '' : times.clock(startsUtcMs, nowUtcMs);
  const until = endsUtcMs === undefined ? '' : times.clock(endsUtcMs, nowUtcMs);
  if (active) return t(until ? 'feed.maintenance.until' : 'feed.maintenance.now', { title, until });
  if (!from) return t('feed.maintenance.sometime', { title });
  return t(until ? 'feed.maintenance.span' : 'feed.maintenance.from', { title, from, until });
}
