/** Builds the app into out/app: main, the history thread, preload, page, icons and licences. */
import { mkdir, rm } from 'node:fs/promises';
import { build } from 'vite';
import { drawIcons } from './icons/draw.ts';
import { notesPackages, writeLicences } from './licences.ts';
import { inTurn } from './setup/turn.mjs';
import archive from './vite/archive.ts';
import main from './vite/main.ts';
import page from './vite/page.ts';
import preload from './vite/preload.ts';
import probe from './vite/probe.ts';

// Vitest, which packages the app for the e2e tests, sets `test`, which would bundle React's development build.
process.env['NODE_ENV'] = 'production';
await inTurn(process.cwd(), async () => {
  await rm('out/app', { recursive: true, force: true });
  await mkdir('out/app', { recursive: true });
  await drawIcons('out/app/icons', 'out/icons');
  const folders = new Set<string>();
  const notes = notesPackages((folder) => folders.add(folder));
  for (const config of [main, archive, preload, page, probe]) {
    const plugins = [...(config.plugins ?? []), notes];
    await build({ ...config, plugins, configFile: false, logLevel: 'warn' });
  }
  await writeLicences('out/app/licences.txt', folders);
});
