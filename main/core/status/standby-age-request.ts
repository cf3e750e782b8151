/** Fetches the age of a standby's data: a JSON document with one timestamp, or several. */
import { selectValues } from '../../../shared/coop/json-path.ts';
import { refusalOf } from '../../../shared/status/refusal.ts';
import { parseTimestamp } from '../../../shared/time/timestamp.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Net } from '../../platform/net/index.ts';
import { RefusedError } from './host-backoff.ts';
import type { AskFreshness } from './standby-age.ts';

const bodyLimitBytes = 64 * 1024;
const phaseMs = 10_000;
const redirectLimit = 5;

export function createAskFreshness(
  deps: Readonly<{ net: Pick<Net, 'request'>; clock: Pick<Clock, 'nowUtcMs'> }>,
): AskFreshness {
  return async ({ url, path }, signal) => {
    const answer = await deps.net.request({
      url,
      headers: { accept: 'application/json' },
      signal,
      phaseMs,
      bodyBytes: bodyLimitBytes,
      redirects: redirectLimit,
      trust: 'system',
    });
    const refusal = refusalOf(answer, deps.clock.nowUtcMs());
    if (refusal) throw new RefusedError(refusal);
    return answer.status === 200 ? instantAt(path, answer.body) : undefined;
  };
}

/** The oldest timestamp, since a standby is as old as its oldest part; undefined if any is unreadable. */
function instantAt(path: string, body: string): number | undefined {
  try {
    const found = selectValues(path, JSON.parse(body));
    const instants = found.ok ? found.values.map(parseTimestamp) : [];
    const known = instants.filter((one) => one !== undefined);
    if (known.length === 0 || known.length < instants.length) return undefined;
    return known.reduce((oldest, one) => Math.min(oldest, one));
  } catch {
    return undefined;
  }
}
