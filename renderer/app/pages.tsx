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
  /** Whether the co-op's document has anything for it: otherwise the page would stay empty. */
  isThere: (coop: CoopView) => boolean;
  /** A route opens it even then. */
  opensAnyway?: true;
  /** How many things on it are new to the member. */
  unread?: (snapshot: Snapshot) => number | undefined;
  Page: ComponentType<PageProps<Name>>;
}>;

const always = () => true;

/** In the order of the rail. Pages that most members seldom visit are loaded at the first visit. */
export const pages: { readonly [Name in RailPage]: Entry<Name> } = {
  status: { isThere: always, Page: StatusPage },
  calls: {
    isThere: always,
    Page: lazy(async () => ({ default: (await import('../pages/calls/CallsPage.tsx')).CallsPage })),
  },
  feedback: {
    // Shared acknowledgements are sent through the same outbox.
    isThere: (coop) => hasSection(coop, 'feedback', 'acknowledgements'),
    // It still lists what was sent, and says why nothing more can be.
    opensAnyway: true,
    unread: ({ unreadAnswers }) => unreadAnswers,
    Page: lazy(async () => {
      const page = await import('../pages/feedback/FeedbackPage.tsx');
      return { default: page.FeedbackPage };
    }),
  },
  announcements: {
    isThere: (coop) => hasSection(coop, 'announcements'),
    unread: ({ unreadAnnouncements }) => unreadAnnouncements,
    Page: lazy(async () => {
      const page = await import('../pages/announcements/AnnouncementsPage.tsx');
      return { default: page.AnnouncementsPage };
    }),
  },
  backups: {
    isThere: (coop) => hasSection(coop, 'backups', 'fadingRooms'),
    Page: lazy(async () => {
      const page = await import('../pages/backups/BackupsPage.tsx');
      return { default: page.BackupsPage };
    }),
  },
  emergency: { isThere: (coop) => coop.emergency !== undefined, Page: EmergencyPage },
  settings: { isThere: always, Page: SettingsPage },
};

/** Object.keys() cannot know that the table has no other keys. */
const names = Object.keys(pages) as readonly RailPage[];

export function pagesIn(coop: CoopView): readonly RailPage[] {
  return names.filter((name) => pages[name].isThere(coop));
}

const home: RouteOf<'status'> = { page: 'status' };

/** The route itself, or the status page: a new document may do without a page while it is open. */
export function shownRoute(route: Route, coop: CoopView): RouteOf<RailPage> {
  if (route.page === 'join') return home;
  const { isThere, opensAnyway } = pages[route.page];
  return opensAnyway || isThere(coop) ? route : home;
}

export function drawPage<Name extends RailPage>(name: Name, props: PageProps<Name>) {
  const { Page }: Entry<Name> = pages[name];
  return <Page {...props} />;
}
