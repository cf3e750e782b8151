/** The fixed time, and the co-op that the pages show. */
import type { Reason } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { coopView, serviceView } from '../../fixtures/views.ts';

export const timeZone = 'America/Toronto';
/** 09:00 on a Tuesday. */
export const now = Date.UTC(2026, 10, 24, 14);
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export const coop = coopView({
  name: 'Maple Street',
  source: 'maple.example',
  readAtUtcMs: now - hourMs,
  sections: ['backups', 'echo', 'feedback', 'announcements'],
  emergency: {
    title: 'If everything is down',
    text: 'The phone line works without any of our servers.',
    steps: [
      'Call the phone line',
      'Look at the noticeboard by the door',
      'Wait for El to call back',
    ],
    contacts: [
      { name: 'Phone line', role: 'Calls', phone: '+1 555 0100', hasPage: false },
      {
        name: 'El',
        role: 'Servers',
        phone: '+1 555 0101',
        email: 'el@maple.example',
        hasPage: false,
      },
      { name: 'Status page', hasPage: true },
    ],
  },
  echo: [{ instanceId: 'ours', serviceId: 'calls' }],
});

const names: Readonly<Record<string, readonly [name: string, group: string]>> = {
  chat: ['Chat', 'Talk'],
  calls: ['Calls', 'Talk'],
  pads: ['Pads', 'Write'],
  wiki: ['Wiki', 'Write'],
  files: ['Files', 'Store'],
  passwords: ['Passwords', 'Store'],
  website: ['Website', 'Web'],
  forum: ['Forum', 'Web'],
};

type Changes = Readonly<Record<string, Partial<ServiceView>>>;

/** All services, up for three days, with changes by id. */
export function services(changes: Changes = {}, common: Partial<ServiceView> = {}): ServiceView[] {
  return Object.entries(names).map(([id, [name, group]]) =>
    serviceView(id, {
      name,
      group,
      hasPage: true,
      sinceUtcMs: now - 3 * dayMs,
      asOfUtcMs: now - minuteMs,
      timings: { dns: 4, connect: 12, tls: 21, firstByte: 48, body: 3, total: 88 },
      ...common,
      ...changes[id],
    }),
  );
}

export function trouble(
  verdict: ServiceView['verdict'],
  code: Reason['code'],
  params: Reason['params'] = {},
  agoMs: number = 12 * minuteMs,
): Partial<ServiceView> {
  return { verdict, reason: reason(code, params), sinceUtcMs: now - agoMs };
}

/** A bad morning: one service down, one slow, one in maintenance, one that belongs to admins only. */
export const badMorning = services({
  calls: {
    ...trouble('down', 'refused'),
    instead: { name: 'the phone line, +1 555 0100', hasPage: false },
    feed: {
      name: 'Hoster',
      verdict: 'up',
      readAtUtcMs: now - 2 * minuteMs,
      disagreement: 'says-up',
    },
    seenBy: [{ by: 'Sam', note: 'El is restarting it', atUtcMs: now - 5 * minuteMs }],
  },
  pads: trouble('degraded', 'slow', { ms: 2400, limitMs: 800 }),
  wiki: {
    ...trouble('maintenance', 'planned', { title: 'New disks' }),
    maintenance: { title: 'New disks', startsUtcMs: now - hourMs, endsUtcMs: now + hourMs },
  },
  files: trouble('no-access', 'no-access'),
  passwords: trouble('degraded', 'certificate-expiring', { days: 6, band: 7 }),
});
