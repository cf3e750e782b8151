import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { oneByte } from './one-byte.ts';

/** The worker thread of the history database, in a file of its own that main does not load. */
export default defineConfig({
  plugins: [oneByte()],
  ssr: { noExternal: true },
  build: {
    ssr: 'main/core/history/archive-worker.ts',
    outDir: 'out/app',
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      external: ['libsql', ...builtinModules, /^node:/],
      output: { entryFileNames: 'archive-worker.js', format: 'es' },
    },
  },
});
