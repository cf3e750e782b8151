/** The composition root: builds every feature and joins it to the desktop. */
import { join } from 'node:path';
import { app, clipboard, powerMonitor, shell } from 'electron';
import { failuresCount } from '../shared/connectivity.ts';
import { witnessesOf } from '../shared/coop/witnesses.ts';
import { detailsText } from '../shared/i18n/details.ts';
import { quietSummaryText } from '../shared/i18n/peace.ts';
import type { NoticeText } from '../shared/i18n/sentences.ts';
import { directorySentence, noticeText } from '../shared/i18n/sentences.ts';
import { createTimes } from '../shared/i18n/times.ts';
import { createTranslate, nearestLocale } from '../shared/i18n/translate.ts';
import type { CallHandlers } from '../shared/ipc.ts';
import { proposedBy } from '../shared/peace/hours.ts';
import type { Change } from '../shared/status/notices.ts';
import type { Flags } from './flags.ts';
import { CallError } from './desktop/answer.ts';
import { serveIpc } from './desktop/ipc.ts';
import { createNotifications } from './desktop/notifications.ts';
import { hasTrayHost } from './desktop/tray-host.ts';
import type { TrayIcon } from './desktop/tray.ts';
import { trayModel } from './desktop/tray-model.ts';
import { createWindowKeeper } from './desktop/window.ts';
import { copyLimitBytes, createDirectory } from './directory/index.ts';
import { createPeace } from './peace/index.ts';
import { settingsLimitBytes } from './peace/settings.ts';
import { keptLocally } from './peace/sharing.ts';
import { systemClock as clock } from './platform/clock.ts';
import { createConnectivity } from './platform/connectivity.ts';
import { readText, readTextIfThere, writeText } from './platform/files.ts';
import { createBudget } from './platform/net/budget.ts';
import { createNet } from './platform/net/index.ts';
import { machineTimeZone } from './platform/time-zone.ts';
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
  const peaceFile = join(app.getPath('userData'), 'peace.json');

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
  const peace = createPeace({
    clock,
    timeZone: machineTimeZone,
    sharing: keptLocally,
    store: {
      load: () => readTextIfThere(peaceFile, settingsLimitBytes),
      save: (text) => writeText(peaceFile, text),
    },
    views: () => state.views(),
    show: (summary) =>
      showNotice(quietSummaryText(t, times, summary, clock.nowUtcMs()), summary.changes, false),
  });
  const state = createState({
    appVersion: app.getVersion(),
    locale,
    clock,
    coop: directory.current,
    connectivity: connectivity.current,
    status: status.state,
    peace,
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
  const drawTray = () => trayModel({ t, times }, state, clock.nowUtcMs());
  tray.connect({
    open: window.show,
    openService,
    checkNow: () => status.checkNow(),
    ...peace.commands,
    quit: () => app.quit(),
  });
  tray.render(drawTray());
  const showNotice = (text: NoticeText, changes: readonly Change[], replaces: boolean) => {
    const [first] = changes;
    const onClick = () =>
      first && changes.length === 1 ? openService(first.serviceId) : window.show();
    const isTrouble = changes.length === 1 && first?.to !== 'up';
    const button = {
      label: t('peace.snooze.1h'),
      onClick: () => first && peace.commands.snooze(first.serviceId, '1h'),
    };
    notifications.show(text, { replaces, onClick, button: isTrouble ? button : undefined });
  };
  const notifier = createNotifier({
    clock,
    policy: peace,
    show: ({ changes, replaces }) => showNotice(noticeText(t, times, changes), changes, replaces),
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
    'peace.snooze': ({ serviceId, length }) => peace.commands.snooze(known(serviceId), length),
    'peace.unsnooze': ({ serviceId }) => peace.commands.unsnooze(known(serviceId)),
    'peace.acknowledge': ({ serviceId, reason, length }) =>
      peace.commands.acknowledge(known(serviceId), reason, length),
    'peace.withdraw': ({ serviceId }) => peace.commands.withdraw(known(serviceId)),
    'peace.pause': ({ length }) => peace.commands.pause(length),
    'peace.resume': peace.commands.resume,
    'peace.setQuietHours': peace.commands.setQuietHours,
    'window.drawn': () => {
      window.drawn();
      if (wantedService) ipc.send('showService', { serviceId: wantedService });
      wantedService = undefined;
    },
  } satisfies CallHandlers);

  const known = (serviceId: string) => {
    if (!state.view(serviceId)) throw new CallError('unknown-service');
    return serviceId;
  };
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
    peace.wake();
  };
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  connectivity.onChange((now, before) => {
    if (failuresCount(now.state) && !failuresCount(before.state)) status.resume();
    state.touch();
  });

  // From the world to the screen
  directory.onChange((coop, document) => {
    if (document) {
      const { services, workingHours } = coop.document;
      connectivity.setWitnesses(witnessesOf(coop.document));
      peace.setCoop(
        workingHours && proposedBy(workingHours),
        new Set(services.map((one) => one.service.id)),
      );
      status.setServices(services);
    }
    state.touch();
  });
  status.onChange(({ what, changes }) => {
    notifier.update(changes, status.state().confirming);
    if (what === 'verdicts' || window.isOpen()) state.touch();
  });
  peace.onChange(state.touch);
  state.onChange(() => {
    tray.render(drawTray());
    if (window.contents()) ipc.send('snapshot', state.snapshot());
  });

  const joinFromFlag = async (source: string) => {
    const error = await directory.join(source);
    if (error) process.stderr.write(`${directorySentence(t, error, source)}\n`);
  };
  const begin = async () => {
    await peace.restore();
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
        peace,
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
