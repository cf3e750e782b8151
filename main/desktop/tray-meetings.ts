/** Meetings in the tray's menu: those that begin soon, and those under way. */
import { isNear } from '../../shared/calendar/upcoming.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { leastOf } from '../../shared/lists/least.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { meetingSentence } from '../../shared/wording/calendar.ts';
import type { TrayItem } from './tray-command.ts';

/** The page has the others. */
const itemLimit = 3;

/** Those that begin or began nearest to now. A meeting without a place to join leads to the page. */
export function meetingItems(
  { t, times }: Readonly<{ t: Translate; times: Times }>,
  { meetings = [] }: Pick<Snapshot, 'meetings'>,
  nowUtcMs: number,
): readonly TrayItem[] {
  const near = meetings.filter((one) => isNear(one, nowUtcMs));
  const nearest = leastOf(near, itemLimit, (one) => Math.abs(one.startUtcMs - nowUtcMs));
  return nearest.map((meeting): TrayItem => {
    const label = meetingSentence(t, times, meeting, nowUtcMs);
    return meeting.join
      ? { label: t('menu.meeting.join', { meeting: label }), command: joins(meeting.id) }
      : { label, command: { do: 'show', route: { page: 'calendar' } } };
  });
}

function joins(meetingId: string) {
  return { do: 'join', meetingId } as const;
}
