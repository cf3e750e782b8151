/** Renders all icons from SVG: the tray's for three systems, the app's for the installers. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { icoOf } from './ico.ts';
import { appSvg, stateSvg, templateSvg } from './shapes.ts';

const states = ['up', 'degraded', 'down', 'maintenance', 'unknown'] as const;

/** `trayDir` is part of the app; `builderDir` is for electron-builder. */
export async function drawIcons(trayDir: string, builderDir: string): Promise<void> {
  await mkdir(trayDir, { recursive: true });
  await mkdir(join(builderDir, 'linux'), { recursive: true });
  const write = (dir: string, name: string, data: Uint8Array) => writeFile(join(dir, name), data);

  for (const state of states) {
    await write(trayDir, `${state}.png`, png(stateSvg(state), 24));
    await write(trayDir, `${state}@2x.png`, png(stateSvg(state), 48));
    await write(trayDir, `${state}Template.png`, png(templateSvg(state), 18));
    await write(trayDir, `${state}Template@2x.png`, png(templateSvg(state), 36));
    await write(trayDir, `${state}.ico`, ico(stateSvg(state), [16, 20, 24, 32]));
  }
  await write(trayDir, 'app.png', png(appSvg, 256));
  await write(builderDir, 'icon.png', png(appSvg, 1024));
  await write(builderDir, 'icon.ico', ico(appSvg, [16, 32, 48, 256]));
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    await write(join(builderDir, 'linux'), `${size}x${size}.png`, png(appSvg, size));
  }
}

function png(svg: string, size: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

function ico(svg: string, sizes: readonly number[]): Uint8Array {
  return icoOf(sizes.map((size) => ({ size, png: png(svg, size) })));
}
