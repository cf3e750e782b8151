/** The tray icon, updated only where its model changed. */
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { Menu, Tray, nativeImage } from 'electron';
import { shortened } from '../../shared/text/shortened.ts';
import type { OverallState } from '../../shared/status/summary.ts';
import type { TrayCommand } from './tray-command.ts';
import { asLine } from './markup.ts';
import { menuTemplate } from './tray-menu.ts';
import type { TrayModel } from './tray-model.ts';

export type TrayIcon = Readonly<{
  /** Sets the handler of clicks; until then they do nothing. */
  connect: (run: (command: TrayCommand) => void) => void;
  render: (model: TrayModel) => void;
  /** Recreates the icon, so that it registers with the current panel. */
  remake: () => void;
  /** Hands out the picture anew: on GNOME it is a temporary file, which the system clears away after some days. */
  redraw: () => void;
  dispose: () => void;
}>;

/** Windows cuts off more, without a word (https://github.com/electron/electron/issues/3290). In characters. */
const tooltipLimit = process.platform === 'win32' ? 127 : Infinity;

/**
 * Immediately shows the icon as `unknown`. On Linux, only a process's first Tray gets the modern protocol, so there
 * must be one at a time.
 */
export function createTrayIcon(iconDir: string): TrayIcon {
  const images = new Map<OverallState, NativeImage>();
  const imageOf = (state: OverallState) => {
    const image = images.get(state) ?? loadImage(iconDir, state);
    images.set(state, image);
    return image;
  };
  let run: ((command: TrayCommand) => void) | undefined;
  let drawn: TrayModel | undefined;
  const make = (state: OverallState) => {
    const made = new Tray(imageOf(state));
    made.on('click', () => run?.({ do: 'open' }));
    return made;
  };
  let tray = make('unknown');

  const render = (model: TrayModel) => {
    if (!run || JSON.stringify(model) === JSON.stringify(drawn)) return;
    if (drawn?.state !== model.state) tray.setImage(imageOf(model.state));
    if (drawn?.sentence !== model.sentence)
      tray.setToolTip(shortened(asLine(model.sentence), tooltipLimit));
    // On Linux a menu is copied: changes show only once it is set again.
    tray.setContextMenu(Menu.buildFromTemplate(menuTemplate(model.items, run)));
    drawn = model;
  };
  return {
    connect: (next) => {
      run = next;
      // The menu still calls the handler before.
      drawn = undefined;
    },
    render,
    remake: () => {
      tray.destroy();
      tray = make(drawn?.state ?? 'unknown');
      const model = drawn;
      drawn = undefined;
      if (model) render(model);
    },
    redraw: () => tray.setImage(imageOf(drawn?.state ?? 'unknown')),
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
