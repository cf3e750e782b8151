import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { flatCatalogues } from './flat-catalogues.ts';
import { oneByte } from './one-byte.ts';

type Chunk = Readonly<{ facadeModuleId?: string | null; moduleIds: readonly string[] }>;

/** `features/echo.js` is a feature, `cli/echo.js` a command, and `chunks/` is code that several of them share. */
function chunkFileName({ facadeModuleId, moduleIds }: Chunk): string {
  const entry = facadeModuleId ?? '';
  const [, area, name] = /\/main\/(features|cli)\/([\w-]+)(?:\/create)?\.ts$/.exec(entry) ?? [];
  if (area !== undefined) return `${area}/${name}.js`;
  if (entry.endsWith('/main/demo/index.ts')) return 'demo.js';
  if (entry !== '') return '[name].js';
  const feature = moduleIds.map((id) => /\/main\/features\/([\w-]+)\/index\.ts$/.exec(id)?.[1]);
  return `chunks/${feature.find((one) => one !== undefined) ?? '[name]'}.js`;
}

/** What the icon needs: nothing else may come with it. */
const beforeTheIcon = ['time-zone', 'startup-check', 'x11'];
const basic = new RegExp(
  `/(main/platform/(?!${beforeTheIcon.join('|')})[\\w-]+|shared/(?!start/|i18n/|echo/|cli/)([\\w-]+/)?[\\w-]+)\\.ts$`,
);

/** Small modules that much of the app shares: alone, each would be a file of a few hundred bytes. */
const base = { name: 'base', test: basic, minShareCount: 4, maxModuleSize: 5000 };

/**
 * Bundles the main process into few files: a packaged app then loads one entry of its archive at startup instead of a
 * hundred.
 */
export default defineConfig({
  plugins: [flatCatalogues(), oneByte()],
  ssr: { noExternal: true },
  build: {
    ssr: 'main/index.ts',
    outDir: 'out/app',
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      external: ['electron', 'keytar', 'libsql', ...builtinModules, /^node:/],
      output: {
        entryFileNames: 'main.js',
        chunkFileNames: chunkFileName,
        format: 'es',
        codeSplitting: { groups: [base] },
      },
    },
  },
});
