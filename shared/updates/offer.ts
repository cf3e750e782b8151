/** What a member is offered, and when they are warned. Pure. */
import { dayMs } from '../time/calendar.ts';
import type { Known } from './accept.ts';
import { hasExpired } from './accept.ts';
import type { Channel, Manifest } from './manifest.ts';
import { compareVersions } from './version.ts';

/** Of a channel, and what it stands on: who tries betas gets the stable version too, once it is newer. */
export function channelsOf(channel: Channel): readonly Channel[] {
  return channel === 'beta' ? ['stable', 'beta'] : ['stable'];
}

/** Whether a check of a channel read all that another one stands on: that of the beta does, if a member leaves it. */
export function isReadBy(checked: Channel | undefined, channel: Channel): boolean {
  return checked !== undefined && channelsOf(checked).includes(channel);
}

/** The newest version above the running one; who leaves the beta waits until the stable version is newer. */
export function offerOf(
  known: readonly Known[],
  choice: Readonly<{ channel: Channel; running: string; nowUtcMs: number }>,
): Manifest | undefined {
  return believed(known, choice)
    .filter(({ version }) => compareVersions(version, choice.running) > 0)
    .toSorted((one, other) => compareVersions(other.version, one.version))[0];
}

/** Whether the makers no longer look after the running version. */
export function isTooOld(
  known: readonly Known[],
  choice: Readonly<{ channel: Channel; running: string; nowUtcMs: number }>,
): boolean {
  return believed(known, choice).some(
    ({ minSupported }) => compareVersions(choice.running, minSupported) < 0,
  );
}

function believed(
  known: readonly Known[],
  { channel, nowUtcMs }: Readonly<{ channel: Channel; nowUtcMs: number }>,
): readonly Manifest[] {
  return known
    .map(({ manifest }) => manifest)
    .filter((one) => channelsOf(channel).includes(one.channel) && !hasExpired(one, nowUtcMs));
}

/** Who holds back updates cannot do so unnoticed for longer. */
const patienceMs = 90 * dayMs;

/** Whole days without a successful check, once they are too many. */
export function overdueDays(
  last: Readonly<{ goodUtcMs?: number | undefined; sinceUtcMs: number }>,
  nowUtcMs: number,
): number | undefined {
  const waitedMs = nowUtcMs - (last.goodUtcMs ?? last.sinceUtcMs);
  return waitedMs >= patienceMs ? Math.floor(waitedMs / dayMs) : undefined;
}
