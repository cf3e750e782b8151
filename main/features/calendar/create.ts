/** Wires the calendars to the network, the keyring, notifications and the snapshot. */
import { randomBytes } from 'node:crypto';
import { isNear } from '../../../shared/calendar/upcoming.ts';
import { reminderStanding } from '../../../shared/calendar/reminders.ts';
import { reminderText } from '../../../shared/wording/calendar.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import { copiesForm } from './copies.ts';
import { expand } from './expand.ts';
import type { Calendars, CalendarSection } from './index.ts';
import { createCalendars } from './index.ts';
import { createReadAddress } from './request.ts';
import { calendarsForm } from './settings.ts';

/** With what leads out of the app. */
export type CalendarApi = Calendars &
  Readonly<{
    /** Opens a place of a meeting, or shows the calendar if the meeting was moved or called off since. */
    join: (id: string, place: number) => void;
  }>;

export async function startCalendars(host: Host): Promise<Running<CalendarSection, CalendarApi>> {
  const { clock, t, times } = host;
  const show = () => host.goTo({ page: 'calendar' });
  const join: CalendarApi['join'] = (id, place) => {
    const address = calendars.addressOf(id, place);
    if (address === undefined) show();
    else host.openAddress(address);
  };
  const calendars = createCalendars({
    clock,
    random: Math.random,
    newId: () => randomBytes(8).toString('hex'),
    timeZone: host.timeZone,
    t,
    read: createReadAddress(host.pages, expand),
    expand,
    connectivity: host.connectivity,
    keyring: createSecrets({ clock }),
    copies: host.files.file(copiesForm),
    settings: host.files.file(calendarsForm),
    quiet: () => (host.isQuiet() ? host.snapshot().policy.quietReason?.why : undefined),
    remind: (entry, place) =>
      void host.notify(
        reminderText(t, times, entry, place, clock.nowUtcMs()),
        place ? () => join(entry.id, 0) : show,
        {
          ...(place
            ? {
                clickLabel: t('calendar.join'),
                buttons: [{ label: t('status.details'), onClick: show }],
              }
            : { clickLabel: t('status.details') }),
          standing: reminderStanding(entry, clock.nowUtcMs),
        },
      ),
  });
  await calendars.restore();
  calendars.onChange(() => host.send('calendar', calendars.state));
  calendars.onTurn(publishMeetings(host, calendars));
  return {
    api: { ...calendars, join },
    setSection: calendars.setSection,
    suspend: calendars.suspend,
    resume: calendars.resume,
    dispose: calendars.dispose,
  };
}

/** Also while only the minutes change, which the tray's menu shows. */
function publishMeetings({ clock, publish }: Host, calendars: Calendars): () => void {
  let published: string | undefined;
  return () => {
    const meetings = calendars.meetings();
    const text = JSON.stringify(meetings);
    const nowUtcMs = clock.nowUtcMs();
    if (text === published && !meetings?.some((one) => isNear(one, nowUtcMs))) return;
    published = text;
    publish({ meetings });
  };
}
