import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window's page. Everything is a separate file, because the CSP allows no inline code. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/app/page',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
