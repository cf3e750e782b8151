/** How the window's page is built. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { flatCatalogues } from '../../../build/vite/flat-catalogues.ts';
import { pagePerLanguage } from '../../../build/vite/page-per-language.ts';
import { languages, locales } from '../../../shared/i18n/languages.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const load = flatCatalogues().load as (id: string) => Promise<string | undefined>;

test.each(locales)('the catalogue “%s” is one object with the same sentences', async (locale) => {
  const code = await load(`${root}shared/i18n/${locale}.ts`);
  const [, json = ''] = /^export const \w+ = (\{.*\});$/s.exec(code ?? '') ?? [];
  expect(JSON.parse(json)).toEqual(await languages[locale].load());
});

test('other modules stay as they are', async () => {
  expect(await load(`${root}shared/i18n/load.ts`)).toBeUndefined();
});

type Bundle = Record<string, object>;

function written(bundle: Bundle): Record<string, string> {
  const files: Record<string, string> = {};
  const context = {
    emitFile: (file: { fileName: string; source: string }) => (files[file.fileName] = file.source),
  };
  const generate = pagePerLanguage().generateBundle as unknown as (
    this: typeof context,
    options: object,
    bundle: Bundle,
  ) => void;
  generate.call(context, {}, bundle);
  return files;
}

const template = {
  type: 'asset',
  source: '<html lang="en"><head>\n  </head></html>',
};
const catalogue = (locale: string) => ({
  type: 'chunk',
  fileName: `assets/${locale}-1a2b.js`,
  facadeModuleId: `${root}shared/i18n/${locale}.ts`,
});

test('each language has a page that fetches its catalogue at once', () => {
  const bundle: Bundle = { 'index.html': template, a: catalogue('en'), b: catalogue('fr') };
  const files = written(bundle);
  expect(Object.keys(files)).toEqual(['en.html', 'fr.html']);
  expect(files['fr.html']).toContain('<html lang="fr" dir="ltr">');
  expect(files['fr.html']).toContain('modulepreload" crossorigin href="./assets/fr-1a2b.js"');
  expect(files['fr.html']).not.toContain('en-1a2b');
  expect(Object.keys(bundle)).toEqual(['a', 'b']);
});

test('a language without a catalogue fails the build', () => {
  expect(() => written({ 'index.html': template, a: catalogue('en') })).toThrow('“fr”');
});
