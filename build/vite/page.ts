import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page of the window. Everything is a file of our own scheme: the policy allows no inline code. */
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
