import type { Plugin } from 'vite';

/**
 * Writes what is beyond Latin-1 as escapes: V8 holds a file with a single such character in two bytes each. The
 * product has no raw templates, where an escape would mean something else. A file with characters of two halves is
 * left alone: half of one is no part of a name.
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
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
