/** The one tray icon: drawn from a model, redrawn only where the model changed. */
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { Menu, Tray, nativeImage } from 'electron';
import type { OverallState } from '../../shared/status/summary.ts';

export type TrayModel = Readonly<{
  state: OverallState;
  /** The sentence that answers the question; tooltip and first menu item. */
  sentence: string;
  /** Services that need attention, worst first. */
  services: readonly Readonly<{ id: string; label: string }>[];
  labels: Readonly<{ open: string; checkNow: string; quit: string }>;
  canCheck: boolean;
}>;

export type TrayActions = Readonly<{
  open: () => void;
  openService: (id: string) => void;
  checkNow: () => void;
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

function menuOf(model: TrayModel, actions: TrayActions): Menu {
  return Menu.buildFromTemplate([
    { label: model.sentence, click: actions.open },
    { type: 'separator' },
    ...model.services.map(({ id, label }) => ({ label, click: () => actions.openService(id) })),
    ...(model.services.length > 0 ? [{ type: 'separator' as const }] : []),
    { label: model.labels.open, click: actions.open },
    { label: model.labels.checkNow, enabled: model.canCheck, click: actions.checkNow },
    { type: 'separator' },
    { label: model.labels.quit, click: actions.quit },
  ]);
}
