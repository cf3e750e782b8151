/** The composition root: builds every feature and joins it to the desktop. */
import { join } from 'node:path';
import { app, clipboard, globalShortcut, powerMonitor, shell } from 'electron';
import { failuresCount, isSightBack } from '../shared/net/connectivity.ts';
import type { Link } from '../shared/coop/links.ts';
import { coopKey } from '../shared/coop/source.ts';
import { addressOf } from '../shared/coop/links.ts';
import { placesOf, witnessesOf } from '../shared/coop/witnesses.ts';
import { detailsText } from '../shared/wording/details.ts';
import { quietSummaryText } from '../shared/wording/notification-policy.ts';
import { noticeText } from '../shared/wording/sentences.ts';
import { createTimes } from '../shared/i18n/times.ts';
import { loadTranslate } from '../shared/i18n/load.ts';
import { nearestLocale } from '../shared/i18n/translator.ts';
import { proposedBy } from '../shared/notification-policy/quiet-hours.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { createClockNotice } from './core/notifications/clock-warning.ts';
import { begin } from './begin.ts';
import { createCalls } from './calls.ts';
import { createCopyClean } from './desktop/redacted-copy.ts';
import type { WindowChannel } from './desktop/window-channel.ts';
import type { Flags } from './flags.ts';
import { createOnDemand } from './features/index.ts';
import { openHistory } from './core/history/open.ts';
import { CallError } from '../shared/bridge.ts';
import { serveIpc } from './desktop/ipc.ts';
import { createNotifications } from './desktop/notifications.ts';
import type { TrayIcon } from './desktop/tray.ts';
import { followTray } from './desktop/tray-presence.ts';
import { isOnX11 } from './desktop/ozone.ts';
import { trayModel } from './desktop/tray-model.ts';
import { saveAs } from './desktop/save.ts';
import { createShortcut, shortcutForm } from './desktop/shortcut.ts';
import { createWindowKeeper } from './desktop/window.ts';
import { copyForm } from './core/directory/copy.ts';
import { createDirectory } from './core/directory/index.ts';
import { lastingSource } from './core/directory/read.ts';
import { createNotificationPolicy } from './core/notification-policy/index.ts';
import { policyForm } from './core/notification-policy/settings.ts';
import { systemClock as clock } from './platform/clock.ts';
import { createProfileFiles } from './platform/profile-files.ts';
import { machineTimeZone } from './platform/time-zone.ts';
import { createWayOut } from './platform/observed-net.ts';
import { createServiceNotices } from './core/notifications/service-notifications.ts';
import { createState } from './core/state.ts';
import { domainsForm } from './core/status/domains.ts';
import { createNotifier } from './core/notifications/notifier.ts';
import { createProbe } from './core/status/probes/index.ts';
import { createMonitor } from './core/status/monitor.ts';

/** What a second start wishes, and the folder that it was given in. */
export type Wish = Readonly<{ coop?: string; folder?: string }>;

export type App = Readonly<{
  /** Shows the window, as a second start of the app asks for. */
  open: (wish: Wish) => void;
  /** What must be done before the app ends; undefined when there is nothing. */
  farewell: () => Promise<void> | undefined;
  dispose: () => void;
}>;

/** `appDir` holds the built app: preload, page and icons. Call once Electron is ready. */
export async function compose(appDir: string, flags: Flags, tray: TrayIcon): Promise<App> {
  const locale = nearestLocale(app.getLocale());
  const t = await loadTranslate(locale);
  const times = createTimes(locale);
  const userData = app.getPath('userData');
  const files = createProfileFiles(userData, clock);

  // The machine
  const { net, pages, checks, connectivity } = createWayOut({ clock, onJump: () => wake() });

  // The features
  const directory = createDirectory({ net, clock, store: files.file(copyForm) });
  const watch = createMonitor({
    clock,
    net: pages,
    connectivity,
    probe: createProbe({ net: checks, hear: connectivity.hear }),
    random: Math.random,
    domains: files.file(domainsForm),
    onNews: ({ changes, visible }) => {
      onDemand.sharing.note(changes);
      notifier.update(changes, watch.state().confirming);
      if (visible || window.isOpen()) state.touch();
    },
    onObserved: (observed) => history.observe(observed),
    standbyOf: (serviceId) => onDemand.backups.standbyOf(serviceId),
    onJump: () => wake(),
  });
  const history = openHistory({
    clock,
    appDir,
    profileDir: userData,
    isClockProven: connectivity.isClockProven,
  });
  const policy = createNotificationPolicy({
    clock,
    timeZone: machineTimeZone,
    isClockProven: connectivity.isClockProven,
    share: (shared) => onDemand.sharing.share(shared),
    store: files.file(policyForm),
    views: () => state.views(),
    show: (summary) =>
      notify(quietSummaryText(t, times, summary, clock.nowUtcMs()), summary.changes, false),
  });
  const screen: WindowChannel = {
    contents: () => window.contents(),
    send: (name, what) => ipc.send(name, what),
  };
  const openExternal = (url: string) => shell.openExternal(url);
  const openAddress = (url: string) => void openExternal(url).catch(() => undefined);
  // Asynchronous since Electron 44.
  const copyText = async (text: string) => clipboard.writeText(text);
  const appVersion = app.getVersion();
  const onDemand = createOnDemand({
    clock,
    net,
    pages,
    connectivity,
    appDir,
    profileDir: userData,
    files,
    appVersion,
    locale,
    t,
    times,
    policy,
    state: () => state,
    document: () => directory.current()?.document,
    screen,
    notifications: () => notifications,
    goTo: (name, payload) => goTo(name, payload),
    openAddress,
    openExternal,
    copyText,
  });
  const { feedback, news } = onDemand;
  const state = createState({
    appVersion,
    locale,
    clock,
    coop: directory.current,
    awaited: directory.awaited,
    connectivity: connectivity.current,
    watch,
    policy,
    historyProblem: history.problem,
    fileTroubles: files.troubles,
    backups: onDemand.backups.summary,
    reported: news.reported,
    seenBy: onDemand.sharing.seenBy,
    unreadNotes: onDemand.sharing.unreadNotes,
    unread: () => ({ answers: feedback.unread(), news: news.unread() }),
  });

  // The desktop
  const window = createWindowKeeper({
    clock,
    appDir,
    title: t('app.name'),
    onUse: () => trayHost.lookAgain(),
  });
  const notifications = createNotifications({
    clock,
    appName: t('app.name'),
    iconPath: join(appDir, 'icons', 'app.png'),
    onShown: state.setNoticesShown,
  });
  const drawTray = (snapshot: Snapshot) =>
    tray.render(trayModel({ t, times }, snapshot, clock.nowUtcMs()));
  let wanted: (() => void) | undefined;
  /** `tell` reaches a window that is there, and is kept for one that has yet to be drawn. */
  const showThere = (tell: () => void) => {
    wanted = tell;
    window.show();
    tell();
  };
  const goTo: WindowChannel['send'] = (name, payload) => showThere(() => ipc.send(name, payload));
  const openService = (serviceId: string) => goTo('showService', { serviceId });
  const openBackups = () => goTo('showBackups', {});
  const openLink = (link: Link) => {
    const coop = directory.current();
    const address = coop && addressOf(coop.document, link);
    if (!address) throw new CallError('unknown-service');
    openAddress(address);
  };
  const giveFeedback = () => goTo('showFeedback', {});
  const shortcut = createShortcut({
    keys: globalShortcut,
    store: files.file(shortcutForm),
    onPress: giveFeedback,
  });
  tray.connect({
    open: window.show,
    openService,
    openLink,
    openBackups,
    openCalls: () => goTo('showCalls', {}),
    openUnread: () => goTo(feedback.unread() > 0 ? 'showAnswers' : 'showNews', {}),
    giveFeedback,
    openEmergency: () => goTo('showEmergency', {}),
    checkNow: () => watch.checkNow(),
    ...policy.commands,
    quit: () => app.quit(),
  });
  const notify = createServiceNotices({
    t,
    notifications: () => notifications,
    snooze: (serviceId) => void policy.commands.snooze(serviceId, '1h'),
    openService,
    feedbackOn: () =>
      directory.current()?.document.feedback &&
      ((serviceId) => goTo('showFeedback', { serviceId })),
    open: window.show,
  });
  const notifier = createNotifier({
    clock,
    policy: policy,
    show: ({ changes: told, replaces }) => {
      const changes = watch.explain(told);
      const card = directory.current()?.document.emergency !== undefined;
      notify(noticeText(t, times, changes, { card }), changes, replaces);
    },
  });
  const clockNotice = createClockNotice({
    t,
    times,
    connectivity: connectivity.current,
    isQuiet: () => policy.view().quietReason !== undefined,
    show: (text) => notifications.show(text, { replaces: false, onClick: window.show }),
  });
  const calls = createCalls({
    state,
    directory,
    watch,
    policy,
    openLink,
    copyClean: createCopyClean(copyText),
    detailsOf: (view) => detailsText(t, times, view),
    history,
    save: (name, pieces) => saveAs(window.contents(), name, pieces),
    onDemand,
    openAddress,
    shortcut,
    windowDrawn: () => {
      window.drawn();
      wanted?.();
      wanted = undefined;
    },
  });
  const ipc = serveIpc(window.contents, calls);

  // Sleep and the network
  const sleep = () => {
    watch.suspend();
    onDemand.sleep();
    connectivity.suspend();
  };
  const wake = () => {
    watch.wake();
    connectivity.resume();
    policy.wake();
    onDemand.wake();
    trayHost.lookAgain();
  };
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  connectivity.onChange((now, before) => {
    if (isSightBack(now, before)) {
      watch.resume();
      onDemand.resume();
    }
    if (!failuresCount(now.state)) history.pause();
    if (now.clockOffMs !== before.clockOffMs) onDemand.backups.review();
    clockNotice.review();
    state.touch();
  });

  // From the world to the screen
  directory.onChange((coop, document) => {
    if (document) {
      const { name, services, workingHours } = coop.document;
      const key = coopKey(coop.source);
      history.setCoop(key, name);
      connectivity.setWitnesses(witnessesOf(coop.document), placesOf(coop.document));
      policy.setCoop(workingHours && proposedBy(workingHours), {
        coop: key,
        serviceIds: new Set(services.map((one) => one.service.id)),
      });
      watch.setDocument(coop.document);
      onDemand.setDocument(coop.document);
    }
    state.touch();
  });
  directory.onAwaited(state.touch);
  policy.onChange(state.touch);
  policy.onChange(clockNotice.review);
  history.onChange(state.touch);
  files.onChange(state.touch);
  state.onChange((snapshot) => {
    drawTray(snapshot);
    if (window.contents()) ipc.send('snapshot', snapshot);
  });

  let hasLeft = false;
  drawTray(state.snapshot());
  void begin({ flags, t, policy, directory, onDemand, shortcut, window });
  const trayHost = followTray({
    clock,
    t,
    onX11: isOnX11(),
    remake: tray.remake,
    window,
    notifications,
    setTrayAvailable: state.setTrayAvailable,
  });

  return {
    open: ({ coop, folder }) => {
      const source = coop === undefined ? undefined : lastingSource(coop, folder);
      // Another program may have started it: the member decides whether to move.
      if (source === undefined || source === directory.current()?.source) window.show();
      else goTo('showMove', { source });
    },
    farewell: () => {
      if (hasLeft) return undefined;
      hasLeft = true;
      const partings = [onDemand.echo.leave(), history.leave(), trayHost.leave(), files.flush()];
      return Promise.all(partings.filter((one) => one !== undefined)).then(() => undefined);
    },
    dispose: () => {
      powerMonitor.off('suspend', sleep);
      powerMonitor.off('resume', wake);
      const features = [notifier, policy, watch, history, directory, connectivity, state, files];
      for (const part of [onDemand, ...features, shortcut, ipc, window, trayHost, tray])
        part.dispose();
    },
  };
}
