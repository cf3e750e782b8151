/** One attempt to read a calendar. */
import { calendarLimits } from '../../../shared/calendar/limits.ts';
import { withWholeCharacters } from '../../../shared/calendar/lines.ts';
import type { CalendarProblem } from '../../../shared/calendar/state.ts';
import type { LastGood, Reread } from '../../../shared/net/last-good.ts';
import type { Net } from '../../platform/net/index.ts';
import type { Found } from '../../platform/net/read-if-newer.ts';
import { readIfNewer } from '../../platform/net/read-if-newer.ts';
import { decodeText } from '../../platform/text.ts';
import type { Expand, Expanded, Scope } from './expand.ts';

/** `expanded` is absent of a copy from an earlier start. */
export type CalendarCopy = Readonly<{ text: string; expanded?: Expanded }>;
export type CalendarMemory = LastGood<CalendarCopy, CalendarProblem>;
export type CalendarReread = Reread<CalendarCopy, CalendarProblem>;

/** `etag`: of the copy that there is. Rejects only with the signal's reason. */
export type ReadAddress = (
  address: string,
  etag: string | undefined,
  scope: Scope,
  signal: AbortSignal,
) => Promise<CalendarReread>;

export function createReadAddress(net: Pick<Net, 'request'>, expand: Expand): ReadAddress {
  return (url, etag, scope, signal) => {
    const accept = 'text/calendar, text/plain;q=0.5, */*;q=0.1';
    const page = {
      url,
      accept,
      etag,
      bodyBytes: calendarLimits.text,
      asBytes: true,
      signal,
    } as const;
    return readIfNewer<CalendarCopy, CalendarProblem['code']>(net, page, async (found) => {
      const text = textOf(found);
      const read = await expand(text, scope);
      return read.ok ? { ok: true, text, expanded: read.expanded } : read;
    });
  };
}

/** Lines may be folded within a character, which no decoder can put together again. */
function textOf({ body, headers }: Found): string {
  return decodeText(Buffer.from(withWholeCharacters(body), 'latin1'), headers['content-type']).text;
}
