/** The composition root: builds every feature and joins it to the desktop. */
import { join } from 'node:path';
import { app, clipboard, powerMonitor, shell } from 'electron';
import { failuresCount } from '../shared/connectivity.ts';
import { witnessesOf } from '../shared/coop/witnesses.ts';
import { detailsText } from '../shared/i18n/details.ts';
import { directorySentence, noticeText } from '../shared/i18n/sentences.ts';
import { createTimes } from '../shared/i18n/times.ts';
import { createTranslate, nearestLocale } from '../shared/i18n/translate.ts';
import type { CallHandlers } from '../shared/ipc.ts';
import type { Flags } from './flags.ts';
import { CallError } from './desktop/answer.ts';
import { serveIpc } from './desktop/ipc.ts';
import { createNotifications } from './desktop/notifications.ts';
import { hasTrayHost } from './desktop/tray-host.ts';
import type { TrayIcon } from './desktop/tray.ts';
import { trayModel } from './desktop/tray-model.ts';
import { historyFileName, saveAs } from './desktop/save.ts';
import { createWindowKeeper } from './desktop/window.ts';
import { copyLimitBytes, createDirectory } from './directory/index.ts';
import { createHistory } from './history/index.ts';
import { createAppendFile } from './platform/append-file.ts';
import { systemClock as clock } from './platform/clock.ts';
import { createConnectivity } from './platform/connectivity.ts';
import { readText, writeText } from './platform/files.ts';
import { createBudget } from './platform/net/budget.ts';
import { createNet } from './platform/net/index.ts';
import { openDatabase } from './platform/sqlite.ts';
import { createAskWitness } from './platform/witness.ts';
import { createState } from './state.ts';
import { createStatus } from './status/index.ts';
import { createNotifier } from './status/notifier.ts';
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
  const historyFile = join(app.getPath('userData'), 'history');

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
  const history = createHistory({
    clock,
    openDatabase: (how) => openDatabase({ path: `${historyFile}.db`, ...how }),
    journalFile: createAppendFile(`${historyFile}.journal`),
  });
  const state = createState({
    appVersion: app.getVersion(),
    locale,
    clock,
    coop: directory.current,
    connectivity: connectivity.current,
    status: status.state,
    historyProblem: history.problem,
  });

  // The desktop
  const window = createWindowKeeper({ clock, appDir, title: t('app.name') });
  const iconDir = join(appDir, 'icons');
  const notifications = createNotifications(join(iconDir, 'app.png'));
  const openService = (serviceId: string) => {
    wantedService = serviceId;
    window.show();
    ipc.send('showService', { serviceId });
  };
  const drawTray = () => trayModel(t, state);
  tray.connect({
    open: window.show,
    openService,
    checkNow: () => status.checkNow(),
    quit: () => app.quit(),
  });
  tray.render(drawTray());
  const notifier = createNotifier({
    clock,
    show: ({ changes, replaces }) => {
      const [first] = changes;
      const onClick = () =>
        first && changes.length === 1 ? openService(first.serviceId) : window.show();
      notifications.show(noticeText(t, times, changes), { replaces, onClick });
    },
  });
  let wantedService: string | undefined;
  const ipc = serveIpc(window.contents, {
    'snapshot.get': state.snapshot,
    'coop.join': async ({ source }) => {
      const error = await directory.join(source);
      return error ? { joined: false, error } : { joined: true };
    },
    'status.checkNow': ({ serviceId }) => status.checkNow(serviceId),
    'link.open': ({ serviceId, which }) => openLink(serviceId, which),
    'status.copyDetails': async ({ serviceId }) => {
      const view = state.view(serviceId);
      if (!view) throw new CallError('unknown-service');
      // Asynchronous since Electron 44.
      await clipboard.writeText(detailsText(t, times, view));
    },
    'history.get': ({ serviceId, range }) => history.detail(serviceId, range),
    'history.export': ({ format, serviceId }) => {
      const known = status.state().services.map((one) => one.service.id);
      const wanted = known.filter((id) => serviceId === undefined || id === serviceId);
      const pieces = history.exported(format, wanted);
      return saveAs(window.contents(), historyFileName(format, serviceId), pieces);
    },
    'window.drawn': () => {
      window.drawn();
      if (wantedService) ipc.send('showService', { serviceId: wantedService });
      wantedService = undefined;
    },
  } satisfies CallHandlers);

  const openLink = (serviceId: string, which: 'page' | 'instead') => {
    const known = status.state().services.find((one) => one.service.id === serviceId)?.service;
    const url = which === 'page' ? known?.url : known?.instead?.url;
    if (!url) throw new CallError('unknown-service');
    // The address comes from the document, where the schema lets only http and https pass.
    void shell.openExternal(url).catch(() => undefined);
  };

  // Sleep and the network
  const sleep = () => {
    status.suspend();
    connectivity.suspend();
  };
  const wake = () => {
    status.suspend();
    connectivity.resume();
  };
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  connectivity.onChange((now, before) => {
    if (failuresCount(now.state) && !failuresCount(before.state)) status.resume();
    if (!failuresCount(now.state)) history.pause();
    state.touch();
  });

  // From the world to the screen
  directory.onChange((coop, document) => {
    if (document) {
      history.setCoop(coop.document.name);
      connectivity.setWitnesses(witnessesOf(coop.document));
      status.setServices(coop.document.services);
    }
    state.touch();
  });
  status.onChange(({ what, changes, observed }) => {
    if (observed) history.observe(observed);
    notifier.update(changes, status.state().confirming);
    if (what === 'verdicts' || window.isOpen()) state.touch();
  });
  history.onChange(state.touch);
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
        status,
        history,
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
