/** The calendars of a member, without a network, a keyring or a disk. */
import type { Expand } from '../../../main/features/calendar/expand.ts';
import { createCalendars } from '../../../main/features/calendar/index.ts';
import type { CalendarSection } from '../../../main/features/calendar/index.ts';
import type { CalendarReread } from '../../../main/features/calendar/request.ts';
import { SecretsError } from '../../../main/platform/secrets/types.ts';
import type { SecretsFault } from '../../../main/platform/secrets/types.ts';
import type { Occurrence } from '../../../shared/calendar/occurrence.ts';
import type { CalendarPlan } from '../../../shared/coop/calendars.ts';
import type { ConnectivityState } from '../../../shared/net/connectivity.ts';
import type { Reminding } from '../../../shared/calendar/reminders.ts';
import { createTranslate } from '../../translate.ts';
import { fakeClock } from '../clock.ts';
import { zone } from './given.ts';

export const coop: CalendarPlan = {
  id: 'coop',
  name: 'Co-op',
  url: 'https://maple.example/calendar.ics',
  isPrivate: false,
  remindMinutes: 10,
};
export const mine: CalendarPlan = { id: 'mine', name: 'Mine', isPrivate: true, remindMinutes: 5 };

function memoryStore() {
  const disk: { text?: string } = {};
  return {
    disk,
    store: {
      load: async () => disk.text,
      save: async (text: string) => void (disk.text = text),
    },
  };
}

/** A text is a list of occurrences in JSON: what calendars mean is tested elsewhere. */
export const textOf = (...all: readonly Occurrence[]) => JSON.stringify({ all });

export function world() {
  const copies = memoryStore();
  const settings = memoryStore();
  const keyring = new Map<string, string>();
  const answers = new Map<string, CalendarReread>();
  const asked: [address: string, etag: string | undefined][] = [];
  const told: string[] = [];
  const expansions: string[] = [];
  /** `confirmed`: what is found out in doubt; the same if it is absent. */
  const line: { state: ConnectivityState; confirmed?: ConnectivityState } = { state: 'online' };
  const member: {
    zone: string;
    quiet: Reminding['quiet'];
    keyring?: SecretsFault;
    refreshMs?: number;
    /** The next expansion waits for it. */
    hold?: Promise<void>;
  } = { zone, quiet: undefined };

  const expand: Expand = async (text, scope) => {
    expansions.push(scope.zone);
    const { hold } = member;
    delete member.hold;
    await hold;
    const { all } = JSON.parse(text) as { all: Occurrence[] };
    const { refreshMs } = member;
    const wish = refreshMs === undefined ? {} : { refreshMs };
    return { ok: true, expanded: { scope, occurrences: all, faults: [], name: 'Own', ...wish } };
  };
  const use = async () => {
    if (member.keyring) throw new SecretsError(member.keyring);
  };

  return {
    copies,
    settings,
    keyring,
    answers,
    asked,
    told,
    expansions,
    line,
    member,
    /** What the server has from now on. */
    serve: (address: string, ...all: readonly Occurrence[]) => {
      const text = textOf(...all);
      answers.set(address, { ok: true, copy: { text }, etag: `"${text.length}"` });
    },
    start: async (
      section: Partial<CalendarSection> = {},
      clock: ReturnType<typeof fakeClock> = fakeClock(),
    ) => {
      let ids = 0;
      const calendars = createCalendars({
        clock,
        random: () => 0.5,
        newId: () => String((ids += 1)),
        timeZone: () => member.zone,
        t: createTranslate('en'),
        read: async (address, etag, scope) => {
          asked.push([address, etag]);
          const answer = answers.get(address);
          if (!answer) return { ok: false, problem: { code: 'unreachable' } };
          if (!answer.ok || answer.unchanged) return answer;
          const read = await expand(answer.copy.text, scope);
          return read.ok
            ? { ...answer, copy: { ...answer.copy, expanded: read.expanded } }
            : answer;
        },
        expand,
        connectivity: { current: () => line, confirm: async () => line.confirmed ?? line.state },
        keyring: {
          get: async (account) => use().then(() => keyring.get(account)),
          set: async (account, secret) => use().then(() => void keyring.set(account, secret)),
          delete: async (account) => use().then(() => void keyring.delete(account)),
        },
        copies: copies.store,
        settings: settings.store,
        quiet: () => member.quiet,
        remind: (entry, place) => told.push(`${entry.id} at ${place?.name ?? 'nowhere'}`),
      });
      await calendars.restore();
      calendars.setSection({ plan: [coop], rooms: [], ...section });
      await clock.pass(100);
      const rows = () => calendars.state().days.flatMap((day) => day.rows.map(({ id }) => id));
      return { calendars, clock, rows };
    },
  };
}
