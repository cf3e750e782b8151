import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** The main process as one file: a packaged app reads one entry of its archive at start instead of a hundred. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'main/index.ts',
    outDir: 'out/app',
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      external: ['electron', 'keytar', 'libsql', ...builtinModules, /^node:/],
      output: { entryFileNames: 'main.js', chunkFileNames: '[name].js', format: 'es' },
    },
  },
});
