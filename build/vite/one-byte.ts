import type { Plugin } from 'vite';

/**
 * Escapes characters beyond Latin-1: with a single one of them, V8 stores a whole file at two bytes per character.
 */
export function oneByte(): Plugin {
  return {
    name: 'one-byte',
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = inOneByte(file.code);
      }
    },
  };
}

/**
 * The same code without characters beyond Latin-1. Raw templates must be sources of regular expressions, where such an
 * escape means the same.
 */
export function inOneByte(code: string): string {
  return code.replaceAll(/[\u{100}-\u{10ffff}]/gu, (character) => {
    // Half of a pair is not valid in a name; the whole is not an escape in a regular expression without the flag `u`.
    const isPairOfName = character.length > 1 && /\p{ID_Continue}/u.test(character);
    if (isPairOfName) return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
    return character.split('').map(unitEscape).join('');
  });
}

function unitEscape(codeUnit: string): string {
  return `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
