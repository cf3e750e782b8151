/** The one tray icon: drawn from a model, redrawn only where the model changed. */
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { Tray, nativeImage } from 'electron';
import type { OverallState } from '../../shared/status/summary.ts';
import { menuOf } from './tray-menu.ts';
import type { TrayActions, TrayModel } from './tray-model.ts';

export type TrayIcon = Readonly<{
  /** Who hears of clicks; until then they do nothing. */
  connect: (actions: TrayActions) => void;
  render: (model: TrayModel) => void;
  /** Makes the icon anew, so that it announces itself to whoever shows icons now. */
  remake: () => void;
  dispose: () => void;
}>;

/** Shows the icon at once, as unknown. Linux gives only the first Tray of a process the modern protocol: one at a time. */
export function createTrayIcon(iconDir: string): TrayIcon {
  const images = new Map<OverallState, NativeImage>();
  const imageOf = (state: OverallState) => {
    const image = images.get(state) ?? loadImage(iconDir, state);
    images.set(state, image);
    return image;
  };
  let actions: TrayActions | undefined;
  let drawn: TrayModel | undefined;
  const make = (state: OverallState) => {
    const made = new Tray(imageOf(state));
    made.on('click', () => actions?.open());
    return made;
  };
  let tray = make('unknown');

  const render = (model: TrayModel) => {
    if (!actions || JSON.stringify(model) === JSON.stringify(drawn)) return;
    if (drawn?.state !== model.state) tray.setImage(imageOf(model.state));
    if (drawn?.sentence !== model.sentence) tray.setToolTip(model.sentence);
    // On Linux a menu is a copy: a change shows only once it is set again.
    tray.setContextMenu(menuOf(model, actions));
    drawn = model;
  };
  return {
    connect: (next) => (actions = next),
    render,
    remake: () => {
      tray.destroy();
      tray = make(drawn?.state ?? 'unknown');
      const model = drawn;
      drawn = undefined;
      if (model) render(model);
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
