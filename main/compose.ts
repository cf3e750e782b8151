/** The composition root: builds every feature and joins it to the desktop. */
import { join } from 'node:path';
import { app, clipboard, powerMonitor, shell } from 'electron';
import { failuresCount } from '../shared/connectivity.ts';
import type { Link } from '../shared/coop/links.ts';
import { addressOf } from '../shared/coop/links.ts';
import { witnessesOf } from '../shared/coop/witnesses.ts';
import { detailsText } from '../shared/i18n/details.ts';
import { directorySentence, noticeText } from '../shared/i18n/sentences.ts';
import { createTimes } from '../shared/i18n/times.ts';
import { createTranslate, nearestLocale } from '../shared/i18n/translate.ts';
import type { CallHandlers } from '../shared/ipc.ts';
import type { Change } from '../shared/status/notices.ts';
import { rootsOf } from '../shared/status/notices.ts';
import type { Flags } from './flags.ts';
import { CallError } from './desktop/answer.ts';
import { serveIpc } from './desktop/ipc.ts';
import { createNotifications } from './desktop/notifications.ts';
import { hasTrayHost } from './desktop/tray-host.ts';
import type { TrayIcon } from './desktop/tray.ts';
import { trayModel } from './desktop/tray-model.ts';
import { createWindowKeeper } from './desktop/window.ts';
import { copyLimitBytes, createDirectory } from './directory/index.ts';
import { systemClock as clock } from './platform/clock.ts';
import { createConnectivity } from './platform/connectivity.ts';
import { readText, writeText } from './platform/files.ts';
import { createBudget } from './platform/net/budget.ts';
import { createNet } from './platform/net/index.ts';
import { createAskWitness } from './platform/witness.ts';
import { createState } from './state.ts';
import { createStatus } from './status/index.ts';
import { createAskDomain, createDomains, domainsLimitBytes } from './status/domains.ts';
import { createExplainer } from './status/explainer.ts';
import { createAskFreshness, createFreshness } from './status/freshness.ts';
import { createNotifier } from './status/notifier.ts';
import { createPlan } from './status/plan.ts';
import { createProbe } from './status/probes/index.ts';

/** Connections that the whole app may hold at once. */
const connectionBudget = 8;

export type App = Readonly<{
  /** Shows the window, as a second start of the app asks for. */
  open: () => void;
  dispose: () => void;
}>;

/** `appDir` holds the built app: preload, page and icons. Call once Electron is ready. */
export function compose(appDir: string, flags: Flags, tray: TrayIcon): App {
  const locale = nearestLocale(app.getLocale());
  const t = createTranslate(locale);
  const times = createTimes(locale);
  const copyFile = join(app.getPath('userData'), 'coop.json');

  // The machine
  const net = createNet({ budget: createBudget(connectionBudget) });
  const connectivity = createConnectivity({ clock, ask: createAskWitness({ net }) });

  // The features
  const directory = createDirectory({
    net,
    clock,
    store: {
      load: () => readText(copyFile, copyLimitBytes),
      save: (text) => writeText(copyFile, text),
    },
  });
  const status = createStatus({
    clock,
    connectivity,
    probe: createProbe({ net }),
    random: Math.random,
    onJump: () => wake(),
  });
  const plan = createPlan({ clock, onTurn: () => turn() });
  const explainer = createExplainer({
    clock,
    records: () => status.state().records,
    maintenance: plan.windows,
  });
  const freshness = createFreshness({
    clock,
    ask: createAskFreshness({ net }),
    isNeeded: (id) => status.state().records.get(id)?.verdict === 'down',
    onChange: () => state.touch(),
    random: Math.random,
  });
  const domainsFile = join(app.getPath('userData'), 'domains.json');
  const domains = createDomains({
    clock,
    ask: createAskDomain({ net }),
    store: {
      load: () => readText(domainsFile, domainsLimitBytes),
      save: (text) => writeText(domainsFile, text),
    },
    isOnline: () => failuresCount(connectivity.current().state),
    onChange: (changes) => {
      tell(changes);
      state.touch();
    },
  });
  const state = createState({
    appVersion: app.getVersion(),
    locale,
    clock,
    coop: directory.current,
    connectivity: connectivity.current,
    status: status.state,
    maintenance: plan.windows,
    freshnessOf: freshness.freshnessOf,
    domainOf: domains.domainOf,
  });

  // The desktop
  const window = createWindowKeeper({ clock, appDir, title: t('app.name') });
  const iconDir = join(appDir, 'icons');
  const notifications = createNotifications(join(iconDir, 'app.png'));
  /** `tell` reaches a window that is there, and is kept for one that has yet to be drawn. */
  const showThere = (tell: () => void) => {
    wanted = tell;
    window.show();
    tell();
  };
  const openService = (serviceId: string) =>
    showThere(() => ipc.send('showService', { serviceId }));
  const drawTray = () => trayModel(t, times, clock.nowUtcMs(), state);
  tray.connect({
    open: window.show,
    openService,
    openLink: (link) => openLink(link),
    openEmergency: () => showThere(() => ipc.send('showEmergency', {})),
    checkNow: () => status.checkNow(),
    quit: () => app.quit(),
  });
  tray.render(drawTray());
  const notifier = createNotifier({
    clock,
    show: ({ changes: told, replaces }) => {
      const changes = explainer.withCauses(told).map((change) => {
        const standby = state.view(change.serviceId)?.standby;
        return standby
          ? { ...change, standby: { view: standby, atUtcMs: clock.nowUtcMs() } }
          : change;
      });
      const [first, second] = rootsOf(changes);
      const onClick = () => (first && !second ? openService(first.serviceId) : window.show());
      const card = directory.current()?.document.emergency !== undefined;
      notifications.show(noticeText(t, times, changes, { card }), { replaces, onClick });
    },
  });
  let wanted: (() => void) | undefined;
  const ipc = serveIpc(window.contents, {
    'snapshot.get': state.snapshot,
    'coop.join': async ({ source }) => {
      const error = await directory.join(source);
      return error ? { joined: false, error } : { joined: true };
    },
    'status.checkNow': ({ serviceId }) => status.checkNow(serviceId),
    'link.open': (link) => openLink(link),
    'status.copyDetails': async ({ serviceId }) => {
      const view = state.view(serviceId);
      if (!view) throw new CallError('unknown-service');
      // Asynchronous since Electron 44.
      await clipboard.writeText(detailsText(t, times, view));
    },
    'window.drawn': () => {
      window.drawn();
      wanted?.();
      wanted = undefined;
    },
  } satisfies CallHandlers);

  const openLink = (link: Link) => {
    const coop = directory.current();
    const address = coop && addressOf(coop.document, link);
    if (!address) throw new CallError('unknown-service');
    void shell.openExternal(address).catch(() => undefined);
  };

  // Sleep and the network
  const sleep = () => {
    status.suspend();
    freshness.suspend();
    connectivity.suspend();
  };
  const wake = () => {
    status.suspend();
    freshness.suspend();
    connectivity.resume();
    plan.wake();
  };
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  connectivity.onChange((now, before) => {
    if (failuresCount(now.state) && !failuresCount(before.state)) {
      status.resume();
      freshness.resume();
    }
    state.touch();
  });

  // From the world to the screen
  directory.onChange((coop, document) => {
    if (document) {
      connectivity.setWitnesses(witnessesOf(coop.document));
      plan.setMaintenance(coop.document.maintenance);
      explainer.setServices(coop.document.services);
      freshness.setServices(coop.document.services);
      void domains.setServices(coop.document.rdapUrl, coop.document.services);
      status.setServices(coop.document.services);
    }
    state.touch();
  });
  status.onChange(({ what, changes }) => {
    tell(changes);
    for (const { serviceId, to } of changes) if (to === 'down') freshness.need(serviceId);
    if (what === 'verdicts' || window.isOpen()) state.touch();
  });
  const turn = () => {
    tell([]);
    // What was kept back is looked at anew, so that it is told as it is at the end of the work.
    for (const id of explainer.heldBack()) status.checkNow(id);
    state.touch();
  };
  const tell = (changes: readonly Change[]) =>
    notifier.update(explainer.sift(changes), status.state().confirming);
  state.onChange(() => {
    tray.render(drawTray());
    if (window.contents()) ipc.send('snapshot', state.snapshot());
  });

  const joinFromFlag = async (source: string) => {
    const error = await directory.join(source);
    if (error) process.stderr.write(`${directorySentence(t, error, source)}\n`);
  };
  const begin = async () => {
    await directory.restore();
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
  void begin();
  void settleTray();

  return {
    open: window.show,
    dispose: () => {
      powerMonitor.off('suspend', sleep);
      powerMonitor.off('resume', wake);
      for (const part of [
        notifier,
        plan,
        status,
        directory,
        connectivity,
        state,
        ipc,
        window,
        tray,
      ]) {
        part.dispose();
      }
    },
  };
}
