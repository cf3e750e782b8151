/** The one tray icon: drawn from a model, redrawn only where the model changed. */
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { Menu, Tray, nativeImage } from 'electron';
import type { MuteLength } from '../../shared/peace/mutes.ts';
import type { OverallState } from '../../shared/status/summary.ts';

type LengthLabels = readonly Readonly<{ length: MuteLength; label: string }>[];

export type TrayModel = Readonly<{
  state: OverallState;
  /** The sentence that answers the question; tooltip and first menu item. */
  sentence: string;
  /** Services that need attention, worst first, then the muted ones. */
  services: readonly Readonly<{ id: string; label: string; muted: boolean }>[];
  labels: Readonly<{
    open: string;
    openService: string;
    checkNow: string;
    quit: string;
    /** Says until when it is quiet while it is. */
    pause: string;
    pauseFor: LengthLabels;
    resume: string;
    snoozeFor: LengthLabels;
    unsnooze: string;
  }>;
  canCheck: boolean;
  isPaused: boolean;
}>;

export type TrayActions = Readonly<{
  open: () => void;
  openService: (id: string) => void;
  checkNow: () => void;
  snooze: (id: string, length: MuteLength) => void;
  unsnooze: (id: string) => void;
  /** Holds all notifications. */
  pause: (length: MuteLength) => void;
  resume: () => void;
  quit: () => void;
}>;

export type TrayIcon = Readonly<{
  /** Who hears of clicks; until then they do nothing. */
  connect: (actions: TrayActions) => void;
  render: (model: TrayModel) => void;
  dispose: () => void;
}>;

/** Shows the icon at once, as unknown. Linux gives only the first Tray of a process the modern protocol: make one. */
export function createTrayIcon(iconDir: string): TrayIcon {
  const images = new Map<OverallState, NativeImage>();
  const imageOf = (state: OverallState) => {
    const image = images.get(state) ?? loadImage(iconDir, state);
    images.set(state, image);
    return image;
  };
  const tray = new Tray(imageOf('unknown'));
  let actions: TrayActions | undefined;
  let drawn: TrayModel | undefined;

  tray.on('click', () => actions?.open());
  return {
    connect: (next) => (actions = next),
    render: (model) => {
      if (!actions || JSON.stringify(model) === JSON.stringify(drawn)) return;
      if (drawn?.state !== model.state) tray.setImage(imageOf(model.state));
      if (drawn?.sentence !== model.sentence) tray.setToolTip(model.sentence);
      // On Linux a menu is a copy: a change shows only once it is set again.
      tray.setContextMenu(menuOf(model, actions));
      drawn = model;
    },
    dispose: () => tray.destroy(),
  };
}

function loadImage(iconDir: string, state: OverallState): NativeImage {
  if (process.platform === 'win32')
    return nativeImage.createFromPath(join(iconDir, `${state}.ico`));
  if (process.platform === 'darwin') {
    return nativeImage.createFromPath(join(iconDir, `${state}Template.png`));
  }
  return nativeImage.createFromPath(join(iconDir, `${state}.png`));
}

type Items = Electron.MenuItemConstructorOptions[];
const separator = { type: 'separator' as const };

function menuOf(model: TrayModel, actions: TrayActions): Menu {
  const { services, labels, canCheck } = model;
  return Menu.buildFromTemplate([
    { label: model.sentence, click: actions.open },
    separator,
    ...services.map((one) => ({ label: one.label, submenu: serviceItems(one, labels, actions) })),
    ...(services.length > 0 ? [separator] : []),
    { label: labels.open, click: actions.open },
    { label: labels.checkNow, enabled: canCheck, click: actions.checkNow },
    { label: labels.pause, submenu: pauseItems(model, actions) },
    separator,
    { label: labels.quit, click: actions.quit },
  ]);
}

function serviceItems(
  { id, muted }: TrayModel['services'][number],
  labels: TrayModel['labels'],
  actions: TrayActions,
): Items {
  const snooze = labels.snoozeFor.map(({ label, length }) => ({
    label,
    click: () => actions.snooze(id, length),
  }));
  return [
    { label: labels.openService, click: () => actions.openService(id) },
    separator,
    ...(muted ? [{ label: labels.unsnooze, click: () => actions.unsnooze(id) }] : snooze),
  ];
}

function pauseItems({ labels, isPaused }: TrayModel, actions: TrayActions): Items {
  if (isPaused) return [{ label: labels.resume, click: actions.resume }];
  return labels.pauseFor.map(({ label, length }) => ({
    label,
    click: () => actions.pause(length),
  }));
}
