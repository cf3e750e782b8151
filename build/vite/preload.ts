import { defineConfig } from 'vite';

/** A sandboxed preload must be a single CommonJS file. */
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
