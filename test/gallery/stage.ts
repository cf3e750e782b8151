/** Builds the gallery's page and puts it into a copy of Electron, which then starts it. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { findRuntime } from '../../build/electron/runtime.mjs';
import { SetupError } from '../../build/setup/say.mjs';
import type { Staged } from '../../build/stage.ts';
import { stageApp } from '../../build/stage.ts';

/** `parent` is where the copy goes: by default where every user may read it. */
export async function stageGallery(parent?: string): Promise<Staged> {
  const runtime = findRuntime();
  if (!runtime) throw new SetupError('There is no Electron yet: npm run demo fetches it.');
  const staged = stageApp({ dir: runtime.distDir, executable: runtime.executable }, parent);
  const folder = join(staged.folder, 'app', 'resources', 'app');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'gallery', main: 'main.mjs' }),
  );
  copyFileSync(join(import.meta.dirname, 'electron', 'main.mjs'), join(folder, 'main.mjs'));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, 'page'),
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(folder, 'page'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: false,
      modulePreload: { polyfill: false },
    },
  });
  return staged;
}
