/** Searches an answer for words as a person would see them on the page. Pure. */
import { decodeHTML } from 'entities/decode';

/** The format of a text, which determines how characters are escaped. */
export type TextKind = 'html' | 'xml' | 'json' | 'plain';

export type AnswerText = Readonly<{
  body: string;
  /** Default: `plain`. */
  kind?: TextKind;
  /** Other possible decodings of the body, if it does not declare its encoding. */
  otherwise?: readonly string[];
  /** Decodings other than the declared one: never shown by a browser, but perhaps what was meant. */
  doubts?: readonly string[];
}>;

/** Whether the words are in it, as written or as shown. */
export function isPresent(answer: AnswerText, words: string): boolean {
  const { body, otherwise = [] } = answer;
  return [body, ...otherwise].some((text) => isInOne(answer, text, words));
}

/** Whether the words are not in it in any possible decoding. */
export function isLacking(answer: AnswerText, words: string): boolean {
  const { body, otherwise = [], doubts = [] } = answer;
  return ![body, ...otherwise, ...doubts].some((text) => isInOne(answer, text, words));
}

/** Computing what a page shows is slow, and a document may search one answer for many words. */
const shownOnce = new WeakMap<AnswerText, Map<string, string>>();

function isInOne(answer: AnswerText, text: string, words: string): boolean {
  if (text.includes(words)) return true;
  const known = shownOnce.get(answer) ?? new Map<string, string>();
  shownOnce.set(answer, known);
  const seen = known.get(text) ?? shown(unescaped[answer.kind ?? 'plain'](text));
  known.set(text, seen);
  return seen.includes(shown(words));
}

const decodeJson = (text: string) =>
  text.replaceAll(/\\u([0-9a-f]{4})/gi, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** `&eacute;` and `\u00e9` are a letter. */
const unescaped: Readonly<Record<TextKind, (text: string) => string>> = {
  html: decodeHTML,
  xml: decodeHTML,
  json: decodeJson,
  plain: (text) => text,
};

/** The same for a header's text, which has no markup. */
export function isIn(text: string, words: string): boolean {
  return text.includes(words) || shown(text).includes(shown(words));
}

/**
 * More combining marks on one letter than any language has (UAX 15, stream-safe text): sorting them takes quadratic
 * time.
 */
const pile = /(\p{M}{30})\p{M}+/gu;

/** Normalises characters and white space, and removes what has no width: soft hyphens, and NULs, which browsers drop. */
function shown(text: string): string {
  return text
    .replaceAll(/[\0\u00AD\u200B\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(pile, '$1')
    .normalize('NFC');
}
