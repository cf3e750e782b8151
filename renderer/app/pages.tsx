import { hasSection } from '../../shared/coop/view.ts';
import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { Route, RouteOf } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import { EmergencyPage } from '../pages/emergency/EmergencyPage.tsx';
import { SettingsPage } from '../pages/settings/SettingsPage.tsx';
import { StatusPage } from '../pages/status/StatusPage.tsx';
import type { PageProps, RailPage } from './page-props.ts';

type Entry<Name extends RailPage> = Readonly<{
  /** Whether the co-op's document has content for it. */
  isAvailable: (coop: CoopView) => boolean;
  /** A route opens it even if it is not available. */
  opensAnyway?: true;
  /** Number of unread items. */
  unread?: (snapshot: Snapshot) => number | undefined;
  Page: ComponentType<PageProps<Name>>;
}>;

const always = () => true;

/** In the order of the rail. Rarely used pages are loaded on the first visit. */
export const pages: { readonly [Name in RailPage]: Entry<Name> } = {
  status: { isAvailable: always, Page: StatusPage },
  calls: {
    isAvailable: always,
    Page: lazy(async () => ({ default: (await import('../pages/calls/CallsPage.tsx')).CallsPage })),
  },
  feedback: {
    // Shared acknowledgements use the same outbox.
    isAvailable: (coop) => hasSection(coop, 'feedback', 'acknowledgements'),
    // It still lists sent items, and explains why nothing can be sent.
    opensAnyway: true,
    unread: ({ unreadAnswers }) => unreadAnswers,
    Page: lazy(async () => {
      const page = await import('../pages/feedback/FeedbackPage.tsx');
      return { default: page.FeedbackPage };
    }),
  },
  announcements: {
    isAvailable: (coop) => hasSection(coop, 'announcements'),
    unread: ({ unreadAnnouncements }) => unreadAnnouncements,
    Page: lazy(async () => {
      const page = await import('../pages/announcements/AnnouncementsPage.tsx');
      return { default: page.AnnouncementsPage };
    }),
  },
  backups: {
    isAvailable: (coop) => hasSection(coop, 'backups', 'fadingRooms'),
    Page: lazy(async () => {
      const page = await import('../pages/backups/BackupsPage.tsx');
      return { default: page.BackupsPage };
    }),
  },
  emergency: { isAvailable: (coop) => coop.emergency !== undefined, Page: EmergencyPage },
  settings: { isAvailable: always, Page: SettingsPage },
};

/** Object.keys() is typed as string[]. */
const names = Object.keys(pages) as readonly RailPage[];

export function pagesIn(coop: CoopView): readonly RailPage[] {
  return names.filter((name) => pages[name].isAvailable(coop));
}

const home: RouteOf<'status'> = { page: 'status' };

/** The route itself, or the status page: a new document may remove a page while it is open. */
export function shownRoute(route: Route, coop: CoopView): RouteOf<RailPage> {
  if (route.page === 'join') return home;
  const { isAvailable, opensAnyway } = pages[route.page];
  return opensAnyway || isAvailable(coop) ? route : home;
}

export function drawPage<Name extends RailPage>(name: Name, props: PageProps<Name>) {
  const { Page }: Entry<Name> = pages[name];
  return <Page {...props} />;
}
