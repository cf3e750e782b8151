import type { Plugin } from 'vite';

/**
 * Escapes characters beyond Latin-1: with a single one of them, V8 stores a whole file at two bytes per character.
 * Safe, because the code has no raw templates, whose meaning escapes would change. Skips files with surrogate pairs,
 * since half a pair is not valid in an identifier.
 */
export function oneByte(): Plugin {
  return {
    name: 'one-byte',
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && !/[\ud800-\udfff]/.test(file.code)) {
          file.code = escaped(file.code);
        }
      }
    },
  };
}

function escaped(code: string): string {
  return code.replaceAll(
    /[\u0100-\uffff]/g,
    (codeUnit) => `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
