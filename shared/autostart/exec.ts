/**
 * The value of `Exec` in a desktop entry, which is written in three layers: `%` for parameters, quotes around an argument,
 * and the escapes of any value. Desktop Entry Specification 1.5, “The Exec key”. Pure.
 */

/** Needs no quotes in any shell-like reader, of which some know none. */
const isPlain = /^[\w./:+,@-]+$/;
const specialInQuotes = /["`$\\]/g;
const escapes = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
]);
const unescaped = new Map([
  ['s', ' '],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
]);

/** One argument, in the two inner layers. */
export function quoted(argument: string): string {
  if (isPlain.test(argument)) return argument;
  return `"${argument.replace(specialInQuotes, '\\$&').replaceAll('%', '%%')}"`;
}

/** The outer layer. */
export function encodedValue(text: string): string {
  return text.replace(/[\\\n\t\r]/g, (sign) => escapes.get(sign) ?? sign);
}

export function decodedValue(value: string): string {
  return value.replace(/\\(.)/g, (whole, sign: string) => unescaped.get(sign) ?? whole);
}

/** The arguments of a decoded value, without parameters such as `%U`; undefined if a quote is never closed. */
export function execWords(text: string): readonly string[] | undefined {
  const words = text.match(/(?:"(?:\\.|[^"\\])*"|\\.|[^\s"\\])+|["\\]/gsu) ?? [];
  if (words.some((word) => word === '"' || word === '\\')) return undefined;
  return words
    .filter((word) => !/^%[a-zA-Z]$/.test(word))
    .map((word) =>
      word.replace(/\\(.)|"|%%/gsu, (whole, sign?: string) => sign ?? (whole === '%%' ? '%' : '')),
    );
}
