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
  Sun,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { RailPage } from '../../shared/pages.ts';
import { EmergencyPage } from '../pages/emergency/EmergencyPage.tsx';
import { SettingsPage } from '../pages/settings/SettingsPage.tsx';
import { TodayPage } from '../pages/today/TodayPage.tsx';
import type { PageProps } from './page-props.ts';

export const pageIcons: Readonly<Record<RailPage, LucideIcon>> = {
  today: Sun,
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

/** Those are loaded at the first visit that are large, and not what the window opens on. */
const components: { readonly [Name in RailPage]: ComponentType<PageProps<Name>> } = {
  today: TodayPage,
  status: lazy(async () => ({
    default: (await import('../pages/status/StatusPage.tsx')).StatusPage,
  })),
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
