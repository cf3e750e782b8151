/** Builds the empty app into out/bench/empty.asar. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createPackageWithOptions } from '@electron/asar';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

export async function buildEmptyApp(): Promise<void> {
  const folder = 'out/bench/empty';
  rmSync('out/bench', { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync('test/bench/empty-app/main.js', `${folder}/main.js`);
  copyFileSync('out/app/icons/up.png', `${folder}/icon.png`);
  writeFileSync(`${folder}/package.json`, '{"name":"empty","version":"1.0.0","main":"main.js"}');
  await build({
    configFile: false,
    root: 'test/bench/empty-app',
    base: './',
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: `../../../${folder}/page`, rolldownOptions: { output: { format: 'iife' } } },
  });
  loadAsClassicScript(`${folder}/page/index.html`);
  // The runtime's fuses forbid pages from within an archive.
  await createPackageWithOptions(folder, 'out/bench/empty.asar', { unpackDir: 'page' });
}

/** A page from a file may load no modules. */
function loadAsClassicScript(page: string): void {
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace('<script type="module" crossorigin', '<script defer'));
}
