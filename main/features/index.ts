/**
 * The features that are read at their first use, joined to each other: most members test rarely, have no account, or
 * belong to a co-op whose document speaks of no backups. The idle app carries none of what it does not need.
 */
import type { CoopDocument } from '../../shared/coop/parse.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import type { WindowChannel } from '../desktop/window-channel.ts';
import type { Notifications } from '../core/notifications/notification.ts';
import type { Post } from './feedback/posting.ts';
import { seenDestination } from './feedback/ack-destination.ts';
import type { LazyAccounts } from './accounts/lazy.ts';
import { createLazyAccounts } from './accounts/lazy.ts';
import type { LazyBackups } from './backups/lazy.ts';
import { createLazyBackups } from './backups/lazy.ts';
import type { LazyEcho } from './echo/lazy.ts';
import { createLazyEcho } from './echo/lazy.ts';
import type { LazyFeedback } from './feedback/lazy.ts';
import { createLazyFeedback } from './feedback/lazy.ts';
import { hasOutbox } from './feedback/paths.ts';
import type { LazyNews } from './announcements/lazy.ts';
import { createLazyNews } from './announcements/lazy.ts';
import type { LazyRooms } from './room-export/lazy.ts';
import { createLazyRooms } from './room-export/lazy.ts';
import type { LazySharing } from './acknowledgements/lazy.ts';
import { createLazySharing } from './acknowledgements/lazy.ts';
import { createNewsDesk } from '../core/notifications/queue.ts';
import type { NotificationPolicy } from '../core/notification-policy/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { ConnectivityMonitor } from '../platform/connectivity.ts';
import type { Net } from '../platform/net/index.ts';
import type { ProfileFiles } from '../platform/profile-files.ts';
import type { State } from '../core/state.ts';

export type OnDemandParts = Readonly<{
  clock: Clock;
  net: Net;
  /** For what is looked at now and then: however slow that is, it keeps no member waiting. */
  pages: Pick<Net, 'request'>;
  connectivity: ConnectivityMonitor;
  /** The folder of the built app. */
  appDir: string;
  profileDir: string;
  files: Pick<ProfileFiles, 'file'>;
  appVersion: string;
  locale: Locale;
  t: Translate;
  times: Times;
  policy: Pick<NotificationPolicy, 'view' | 'onChange'>;
  state: () => Pick<State, 'snapshot' | 'view' | 'touch'>;
  document: () => CoopDocument | undefined;
  screen: WindowChannel;
  notifications: () => Notifications;
  /** Shows the window, and tells it what to show. */
  goTo: WindowChannel['send'];
  openAddress: (url: string) => void;
  /** Rejects where no program would open it. */
  openExternal: (url: string) => Promise<void>;
  copyText: (text: string) => Promise<void>;
}>;

export type OnDemand = Readonly<{
  echo: LazyEcho;
  accounts: LazyAccounts;
  feedback: LazyFeedback;
  news: LazyNews;
  sharing: LazySharing;
  backups: LazyBackups;
  rooms: LazyRooms;
  /** Takes up what an earlier run of the app has left: accounts, and what waits to be sent. */
  begin: () => void;
  setDocument: (document: CoopDocument) => void;
  sleep: () => void;
  wake: () => void;
  /** The network answers again. */
  resume: () => void;
  dispose: () => void;
}>;

/** How long after the start the outbox is looked at, in ms. */
const outboxAfterMs = 5000;

export function createOnDemand(parts: OnDemandParts): OnDemand {
  const { clock, net, pages, connectivity, appDir, profileDir, appVersion, files } = parts;
  const { locale, t, times, screen, copyText, openExternal } = parts;
  const changed = () => parts.state().touch();
  const isQuiet = () => parts.policy.view().quietReason !== undefined;
  const desk = createNewsDesk({ ...parts, isQuiet });
  parts.policy.onChange(desk.review);

  const echo = createLazyEcho(async () => {
    const { composeEcho } = await import('./echo/create.ts');
    const connectivityNow = () => connectivity.current().state;
    const world = { clock, net, appDir, files, appVersion, t, connectivity: connectivityNow };
    return composeEcho(world, screen, copyText);
  });
  const accounts = createLazyAccounts(profileDir, async () => {
    const { composeAccounts } = await import('./accounts/create.ts');
    const made = composeAccounts({ clock, net, files, t, copyText, openExternal }, screen);
    made.onChange(() => {
      changed();
      if (!made.matrix()) return;
      news.begin();
      sharing.begin();
    });
    return made;
  });
  const feedback = createLazyFeedback(async () => {
    const { composeFeedback } = await import('./feedback/create.ts');
    const world = {
      clock,
      isClockProven: connectivity.isClockProven,
      net,
      profileDir,
      files,
      appVersion,
      t,
      times,
      snapshot: parts.state().snapshot,
      accounts: await accounts.get(),
      tell: desk.tell,
      changed,
      githubUrl: () => parts.document()?.github?.url ?? 'https://github.com',
    };
    return composeFeedback(world, { ...screen, openAddress: parts.openAddress });
  });
  const news = createLazyNews(async (room) => {
    const { composeNews } = await import('./announcements/create.ts');
    const viewOf = parts.state().view;
    const signedIn = await accounts.get();
    const { isClockProven } = connectivity;
    const { tell } = desk;
    const world = { clock, isClockProven, files, accounts: signedIn, viewOf, tell, changed };
    return composeNews(world, screen, room);
  });
  const sharing = createLazySharing({
    clock,
    isSigningIn: accounts.isSigningIn,
    compose: async (staleBefore) => {
      const { composeSharing } = await import('./acknowledgements/create.ts');
      const post = async (title: string, content: string, to: Post) =>
        (await feedback.get()).feedback.post(title, content, to);
      const unsend = async (itemId: string) => (await feedback.get()).feedback.unsend(itemId);
      const viewOf = parts.state().view;
      const made = await accounts.get();
      const { isClockProven } = connectivity;
      const about = { clock, isClockProven, t, accounts: made, viewOf };
      const world = { ...about, post, unsend, staleBefore, changed };
      return composeSharing(world);
    },
  });
  const backups = createLazyBackups(async () => {
    const { composeBackups } = await import('./backups/create.ts');
    const onClick = () => parts.goTo('showBackups', {});
    return composeBackups(
      { clock, net: pages, connectivity, files, t, isQuiet: isQuiet },
      {
        ...screen,
        notify: (text) => parts.notifications().show(text, { replaces: false, onClick }),
        changed,
      },
    );
  });
  const rooms = createLazyRooms(async () => {
    const { composeRooms } = await import('./room-export/create.ts');
    const world = { clock, accounts: await accounts.get(), files, t, times, locale };
    return composeRooms(world, screen);
  });
  let cancelOutbox: () => void = () => undefined;

  return {
    echo,
    accounts,
    feedback,
    news,
    sharing,
    backups,
    rooms,
    begin: () => {
      accounts.begin();
      // What was left unsent goes on by itself, once the start is over.
      cancelOutbox = clock.after(outboxAfterMs, () => {
        if (hasOutbox(profileDir)) void feedback.get().catch(() => undefined);
      });
    },
    setDocument: (document) => {
      const kept = document.matrix?.rooms ?? [];
      echo.setInstances(document.echo);
      accounts.setPlaces(document);
      feedback.setPlan(document.feedback, seenDestination(document.matrix));
      news.setRoom(document.matrix?.announcements);
      sharing.setMatrix(document.matrix);
      backups.setPlan(document.backups, kept);
      rooms.setRooms(kept);
    },
    sleep: () => {
      echo.stop();
      feedback.sleep();
      news.sleep();
      sharing.sleep();
      backups.suspend();
    },
    wake: () => {
      accounts.wake();
      feedback.wake();
      news.wake();
      sharing.wake();
    },
    resume: () => {
      accounts.wake();
      feedback.wake();
      news.wake();
      sharing.wake();
      backups.resume();
    },
    dispose: () => {
      cancelOutbox();
      for (const one of [rooms, sharing, news, feedback, backups, echo, accounts, desk])
        one.dispose();
    },
  };
}
