import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { oneByte } from './one-byte.ts';

/** The main process as one file: a packaged app reads one entry of its archive at start instead of a hundred. */
export default defineConfig({
  plugins: [oneByte()],
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
