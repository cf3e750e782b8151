import {
  Activity,
  Archive,
  Coins,
  CalendarDays,
  Headphones,
  LifeBuoy,
  Link,
  Megaphone,
  MessageSquare,
  Settings,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { RailPage } from '../../shared/pages.ts';
import { EmergencyPage } from '../pages/emergency/EmergencyPage.tsx';
import { SettingsPage } from '../pages/settings/SettingsPage.tsx';
import { StatusPage } from '../pages/status/StatusPage.tsx';
import type { PageProps } from './page-props.ts';

export const pageIcons: Readonly<Record<RailPage, LucideIcon>> = {
  status: Activity,
  calls: Headphones,
  calendar: CalendarDays,
  links: Link,
  money: Coins,
  feedback: MessageSquare,
  announcements: Megaphone,
  backups: Archive,
  emergency: LifeBuoy,
  settings: Settings,
};

/** Pages that most members seldom visit are loaded at the first visit. */
const components: { readonly [Name in RailPage]: ComponentType<PageProps<Name>> } = {
  status: StatusPage,
  calls: lazy(async () => ({ default: (await import('../pages/calls/CallsPage.tsx')).CallsPage })),
  calendar: lazy(async () => {
    const page = await import('../pages/calendar/CalendarPage.tsx');
    return { default: page.CalendarPage };
  }),
  links: lazy(async () => ({ default: (await import('../pages/links/LinksPage.tsx')).LinksPage })),
  money: lazy(async () => ({ default: (await import('../pages/money/MoneyPage.tsx')).MoneyPage })),
  feedback: lazy(async () => {
    const page = await import('../pages/feedback/FeedbackPage.tsx');
    return { default: page.FeedbackPage };
  }),
  announcements: lazy(async () => {
    const page = await import('../pages/announcements/AnnouncementsPage.tsx');
    return { default: page.AnnouncementsPage };
  }),
  backups: lazy(async () => {
    const page = await import('../pages/backups/BackupsPage.tsx');
    return { default: page.BackupsPage };
  }),
  emergency: EmergencyPage,
  settings: SettingsPage,
};

export function drawPage<Name extends RailPage>(name: Name, props: PageProps<Name>) {
  const Page: ComponentType<PageProps<Name>> = components[name];
  return <Page {...props} />;
}
