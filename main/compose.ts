/** The composition root: builds every feature and joins it to the desktop. */
import { join } from 'node:path';
import { app, clipboard, globalShortcut, powerMonitor, shell } from 'electron';
import { failuresCount } from '../shared/connectivity.ts';
import type { Link } from '../shared/coop/links.ts';
import { addressOf } from '../shared/coop/links.ts';
import { witnessesOf } from '../shared/coop/witnesses.ts';
import { detailsText } from '../shared/i18n/details.ts';
import { quietSummaryText } from '../shared/i18n/peace.ts';
import { directorySentence, noticeText } from '../shared/i18n/sentences.ts';
import { createTimes } from '../shared/i18n/times.ts';
import { loadTranslate } from '../shared/i18n/load.ts';
import { nearestLocale } from '../shared/i18n/translator.ts';
import { proposedBy } from '../shared/peace/hours.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { createCalls } from './calls.ts';
import type { EchoScreen } from './compose-echo.ts';
import type { Flags } from './flags.ts';
import { createLazyAccounts } from './lazy-accounts.ts';
import { createNewsDesk } from './news-desk.ts';
import { createLazyNews } from './lazy-news.ts';
import { createLazyEcho } from './lazy-echo.ts';
import { createLazyFeedback, hasOutbox } from './lazy-feedback.ts';
import { CallError } from './desktop/answer.ts';
import { serveIpc } from './desktop/ipc.ts';
import { createNotifications } from './desktop/notifications.ts';
import { hasTrayHost } from './desktop/tray-host.ts';
import type { TrayIcon } from './desktop/tray.ts';
import { trayModel } from './desktop/tray-model.ts';
import { saveAs } from './desktop/save.ts';
import { createShortcut, shortcutLimitBytes } from './desktop/shortcut.ts';
import { createWindowKeeper } from './desktop/window.ts';
import { copyLimitBytes, copyName, createDirectory } from './directory/index.ts';
import { createHistory } from './history/index.ts';
import { createPeace } from './peace/index.ts';
import { settingsLimitBytes } from './peace/settings.ts';
import { keptLocally } from './peace/sharing.ts';
import { createAppendFile } from './platform/append-file.ts';
import { systemClock as clock } from './platform/clock.ts';
import { createConnectivity } from './platform/connectivity.ts';
import { fileStore } from './platform/files.ts';
import { createBudget } from './platform/net/budget.ts';
import { createNet } from './platform/net/index.ts';
import { openDatabase } from './platform/sqlite.ts';
import { machineTimeZone } from './platform/time-zone.ts';
import { createAskWitness } from './platform/witness.ts';
import { createServiceNotices } from './service-notices.ts';
import { createState } from './state.ts';
import { domainsLimitBytes } from './status/domains.ts';
import { createNotifier } from './status/notifier.ts';
import { createProbe } from './status/probes/index.ts';
import { createWatch } from './status/watch.ts';

/** Connections that the whole app may hold at once. */
const connectionBudget = 8;
/** How long after the start the outbox is looked at, in ms. */
const outboxAfterMs = 5000;

export type App = Readonly<{
  /** Shows the window, as a second start of the app asks for. */
  open: () => void;
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
  const store = (name: string, limitBytes: number) => fileStore(join(userData, name), limitBytes);

  // The machine
  const net = createNet({ budget: createBudget(connectionBudget) });
  const connectivity = createConnectivity({ clock, ask: createAskWitness({ net }) });

  // The features
  const directory = createDirectory({ net, clock, store: store(copyName, copyLimitBytes) });
  const watch = createWatch({
    clock,
    net,
    connectivity,
    probe: createProbe({ net }),
    random: Math.random,
    domains: store('domains.json', domainsLimitBytes),
    onNews: ({ changes, visible }) => {
      notifier.update(changes, watch.state().confirming);
      if (visible || window.isOpen()) state.touch();
    },
    onObserved: (observed) => history.observe(observed),
    onJump: () => wake(),
  });
  const history = createHistory({
    clock,
    openDatabase: (how) => openDatabase({ path: join(userData, 'history.db'), ...how }),
    journalFile: createAppendFile(join(userData, 'history.journal')),
  });
  const peace = createPeace({
    clock,
    timeZone: machineTimeZone,
    sharing: keptLocally,
    store: store('peace.json', settingsLimitBytes),
    views: () => state.views(),
    show: (summary) =>
      notify(quietSummaryText(t, times, summary, clock.nowUtcMs()), summary.changes, false),
  });
  const state = createState({
    appVersion: app.getVersion(),
    locale,
    clock,
    coop: directory.current,
    connectivity: connectivity.current,
    watch,
    peace,
    historyProblem: history.problem,
    reported: () => news.reported(),
    unread: () => ({ answers: feedback.unread(), news: news.unread() }),
  });

  const lineNow = () => connectivity.current().state;
  const screen: EchoScreen = {
    contents: () => window.contents(),
    send: (name, what) => ipc.send(name, what),
  };
  const echo = createLazyEcho(async () => {
    const { composeEcho } = await import('./compose-echo.ts');
    const world = { clock, net, appDir, profileDir: userData, t, connectivity: lineNow };
    return composeEcho(world, screen);
  });
  const accounts = createLazyAccounts(userData, async () => {
    const { composeAccounts } = await import('./compose-accounts.ts');
    const made = composeAccounts({ clock, net, profileDir: userData, t }, screen);
    made.onChange(() => made.matrix() && news.begin());
    return made;
  });
  const feedback = createLazyFeedback(async () => {
    const { composeFeedback } = await import('./compose-feedback.ts');
    const world = {
      clock,
      net,
      profileDir: userData,
      t,
      times,
      snapshot: state.snapshot,
      accounts: await accounts.get(),
      tell: desk.tell,
      changed: state.touch,
      githubUrl: () => directory.current()?.document.github?.url ?? 'https://github.com',
    };
    return composeFeedback(world, { ...screen, openAddress });
  });
  const news = createLazyNews(async (room) => {
    const { composeNews } = await import('./compose-news.ts');
    const world = {
      clock,
      profileDir: userData,
      accounts: await accounts.get(),
      viewOf: state.view,
      tell: desk.tell,
      changed: state.touch,
    };
    return composeNews(world, screen, room);
  });
  const desk = createNewsDesk({
    clock,
    t,
    isQuiet: () => peace.view().hush !== undefined,
    notifications: () => notifications,
    goTo: (name, payload) => goTo(name, payload),
  });
  const openAddress = (url: string) => void shell.openExternal(url).catch(() => undefined);

  const window = createWindowKeeper({ clock, appDir, title: t('app.name') });
  const notifications = createNotifications(join(appDir, 'icons', 'app.png'));
  const drawTray = (snapshot: Snapshot) =>
    tray.render(trayModel({ t, times }, snapshot, clock.nowUtcMs()));
  let wanted: (() => void) | undefined;
  /** `tell` reaches a window that is there, and is kept for one that has yet to be drawn. */
  const showThere = (tell: () => void) => {
    wanted = tell;
    window.show();
    tell();
  };
  const goTo: EchoScreen['send'] = (name, payload) => showThere(() => ipc.send(name, payload));
  const openService = (serviceId: string) => goTo('showService', { serviceId });
  const openLink = (link: Link) => {
    const coop = directory.current();
    const address = coop && addressOf(coop.document, link);
    if (!address) throw new CallError('unknown-service');
    openAddress(address);
  };
  const giveFeedback = () => goTo('showFeedback', {});
  const shortcut = createShortcut({
    keys: globalShortcut,
    store: store('shortcut.json', shortcutLimitBytes),
    onPress: giveFeedback,
  });
  tray.connect({
    open: window.show,
    openService,
    openLink,
    openCalls: () => goTo('showCalls', {}),
    openUnread: () => goTo(feedback.unread() > 0 ? 'showAnswers' : 'showNews', {}),
    giveFeedback,
    openEmergency: () => goTo('showEmergency', {}),
    checkNow: () => watch.checkNow(),
    ...peace.commands,
    quit: () => app.quit(),
  });
  const notify = createServiceNotices({
    t,
    notifications: () => notifications,
    snooze: (serviceId) => peace.commands.snooze(serviceId, '1h'),
    openService,
    open: window.show,
  });
  const notifier = createNotifier({
    clock,
    policy: peace,
    show: ({ changes: told, replaces }) => {
      const changes = watch.explain(told);
      const card = directory.current()?.document.emergency !== undefined;
      notify(noticeText(t, times, changes, { card }), changes, replaces);
    },
  });
  const calls = createCalls({
    state,
    directory,
    watch,
    peace,
    openLink,
    // Asynchronous since Electron 44.
    copyDetails: async (view) => clipboard.writeText(detailsText(t, times, view)),
    history,
    save: (name, pieces) => saveAs(window.contents(), name, pieces),
    echo: echo.get,
    accounts: accounts.get,
    feedback: feedback.get,
    news: news.get,
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
    echo.stop();
    feedback.sleep();
    news.sleep();
    connectivity.suspend();
  };
  const wake = () => {
    watch.wake();
    connectivity.resume();
    peace.wake();
    accounts.wake();
    feedback.wake();
    news.wake();
  };
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  connectivity.onChange((now, before) => {
    if (failuresCount(now.state) && !failuresCount(before.state)) {
      watch.resume();
      accounts.wake();
      feedback.wake();
      news.wake();
    }
    if (!failuresCount(now.state)) history.pause();
    state.touch();
  });

  // From the world to the screen
  directory.onChange((coop, document) => {
    if (document) {
      const { services, workingHours } = coop.document;
      history.setCoop(coop.document.name);
      connectivity.setWitnesses(witnessesOf(coop.document));
      peace.setCoop(
        workingHours && proposedBy(workingHours),
        new Set(services.map((one) => one.service.id)),
      );
      watch.setDocument(coop.document);
      echo.setInstances(coop.document.echo);
      accounts.setPlaces(coop.document);
      feedback.setPlan(coop.document.feedback);
      news.setRoom(coop.document.matrix?.announcements);
    }
    state.touch();
  });
  for (const part of [peace, history]) part.onChange(state.touch);
  peace.onChange(desk.review);
  state.onChange((snapshot) => {
    drawTray(snapshot);
    if (window.contents()) ipc.send('snapshot', snapshot);
  });

  const joinFromFlag = async (source: string) => {
    const error = await directory.join(source);
    if (error) process.stderr.write(`${directorySentence(t, error, source)}\n`);
  };
  const begin = async () => {
    // Until its settings are known, peace holds every change.
    await peace.restore();
    await directory.restore();
    accounts.begin();
    void shortcut.restore();
    if (flags.coop) await joinFromFlag(flags.coop);
    else void directory.refresh();
    if (flags.show || !directory.current()) window.show();
  };
  const settleTray = async () => {
    if (await hasTrayHost()) return;
    state.setTrayAvailable(false);
    window.keepReachable();
    window.show();
    notifications.show(
      { title: t('notify.noTray.title'), body: t('notify.noTray.body'), urgent: false },
      { replaces: false, onClick: window.show },
    );
  };
  // What was left unsent goes on by itself, once the start is over.
  const cancelFeedback = clock.after(outboxAfterMs, () => {
    if (hasOutbox(userData)) void feedback.get().catch(() => undefined);
  });
  drawTray(state.snapshot());
  void begin();
  void settleTray();

  return {
    open: window.show,
    farewell: echo.leave,
    dispose: () => {
      powerMonitor.off('suspend', sleep);
      powerMonitor.off('resume', wake);
      cancelFeedback();
      const lazy = [accounts, echo, feedback, news];
      const features = [notifier, desk, peace, watch, history, directory, connectivity, state];
      for (const part of [...lazy, ...features, shortcut, ipc, window, tray]) part.dispose();
    },
  };
}
