import type { Plugin } from 'vite';
import { languages, locales } from '../../shared/i18n/languages.ts';

/**
 * Writes the page once for each language, so that its catalogue is fetched along with the code, instead of once that
 * runs.
 */
export function pagePerLanguage(): Plugin {
  return {
    name: 'page-per-language',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const template = bundle['index.html'];
      if (template?.type !== 'asset') throw new Error('The page has no index.html.');
      delete bundle['index.html'];
      for (const locale of locales) {
        const catalogue = Object.values(bundle).find(
          (one) =>
            one.type === 'chunk' && one.facadeModuleId?.endsWith(`/shared/i18n/${locale}.ts`),
        );
        if (!catalogue) throw new Error(`The page has no catalogue for “${locale}”.`);
        const source = String(template.source)
          .replace(
            '<html lang="en">',
            `<html lang="${locale}" dir="${languages[locale].direction}">`,
          )
          .replace('</head>', `  ${preloads(catalogue.fileName)}\n  </head>`);
        this.emitFile({ type: 'asset', fileName: `${locale}.html`, source });
      }
    },
  };
}

const preloads = (fileName: string) =>
  `<link rel="modulepreload" crossorigin href="./${fileName}">`;
