import { defineConfig } from 'vite';

/** The probe is handed to a page as text, and so has to be one plain script. */
export default defineConfig({
  build: {
    outDir: 'out/app',
    emptyOutDir: false,
    target: 'chrome130',
    minify: true,
    lib: {
      entry: 'renderer/probe/index.ts',
      formats: ['iife'],
      name: 'probe',
      fileName: () => 'probe.js',
    },
  },
});
