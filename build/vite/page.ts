import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { flatCatalogues } from './flat-catalogues.ts';
import { oneByte } from './one-byte.ts';
import { pagePerLanguage } from './page-per-language.ts';

/** The window's page. Everything is a separate file, because the CSP allows no inline code. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), flatCatalogues(), oneByte(), pagePerLanguage()],
  build: {
    outDir: '../out/app/page',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the window opens with, in one file: each request costs main more than the bytes do.
        codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] },
      },
    },
  },
});
