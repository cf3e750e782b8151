import { defineConfig } from 'vite';

/** The probe is injected into a page as text, so it must be one classic script. */
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
