/** Meetings in words: reminders, and the tray's line. Pure. */
import type { Entry } from '../calendar/entries.ts';
import type { Meeting } from '../calendar/meeting.ts';
import type { Place } from '../calendar/join-places.ts';
import { minutesUntil, titleOf } from '../calendar/upcoming.ts';
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';
import { quote } from '../text/quote.ts';
import type { NoticeText } from './sentences.ts';

/** `Infrastructure in 10 min`. */
export function meetingSentence(
  t: Translate,
  times: Times,
  meeting: Pick<Meeting, 'title' | 'startUtcMs'>,
  nowUtcMs: number,
): string {
  const { startUtcMs } = meeting;
  const title = quote(meeting.title);
  const minutes = minutesUntil(meeting, nowUtcMs);
  if (minutes > 0) return t('calendar.in', { title, span: times.span(minutes * 60_000) });
  if (nowUtcMs < startUtcMs + 60_000) return t('calendar.now', { title });
  return t('calendar.since', { title, time: times.clock(startUtcMs, nowUtcMs) });
}

/** A click does what the text says: it joins at `place`, or shows the calendar. */
export function reminderText(
  t: Translate,
  times: Times,
  entry: Entry,
  place: Place | undefined,
  nowUtcMs: number,
): NoticeText {
  const { startUtcMs, location } = entry;
  const title = meetingSentence(t, times, { title: titleOf(t, entry), startUtcMs }, nowUtcMs);
  const body = place ? t('calendar.remind.join', { place: place.name }) : (location ?? '');
  return { title, body, urgent: false };
}
