import { defineConfig } from 'vite';

/** A sandboxed preload can be neither a module nor in pieces. */
export default defineConfig({
  build: {
    outDir: 'out/app',
    emptyOutDir: false,
    target: 'chrome130',
    minify: true,
    lib: { entry: 'renderer/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
