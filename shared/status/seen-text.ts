/** Looks for words in the text of an answer as the person does who wrote them down: from what a page shows. Pure. */
import { decodeHTML } from 'entities/decode';

/** What a text is written in: that tells how a letter may be written that is not itself there. */
export type TextKind = 'html' | 'xml' | 'json' | 'plain';

export type AnswerText = Readonly<{
  body: string;
  /** `plain` unless told. */
  kind?: TextKind;
  /** What the body could be as well, where nothing says its encoding. */
  otherwise?: readonly string[];
  /** What the body could be if it is not what it says: never shown by a browser, yet perhaps what was meant. */
  doubts?: readonly string[];
}>;

/** Whether the words stand in it, as they are written or as they are shown. */
export function isPresent(answer: AnswerText, words: string): boolean {
  const { body, otherwise = [] } = answer;
  return [body, ...otherwise].some((text) => isInOne(answer, text, words));
}

/** Whether the words are certainly not in it, however it is read. */
export function isLacking(answer: AnswerText, words: string): boolean {
  const { body, otherwise = [], doubts = [] } = answer;
  return ![body, ...otherwise, ...doubts].some((text) => isInOne(answer, text, words));
}

/** To make out what a page shows takes long, and a document may ask for many words of one answer. */
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

/** `&eacute;` and `\u00e9` mean a letter. */
const unescaped: Readonly<Record<TextKind, (text: string) => string>> = {
  html: decodeHTML,
  xml: decodeHTML,
  json: decodeJson,
  plain: (text) => text,
};

/** The same in the text of a header, which is no markup. */
export function isIn(text: string, words: string): boolean {
  return text.includes(words) || shown(text).includes(shown(words));
}

/**
 * More marks on one letter than any language has (UAX 15, stream-safe text): to put them in order takes a time that
 * grows with the square of their number.
 */
const pile = /(\p{M}{30})\p{M}+/gu;

/**
 * One sign for each letter, one space for all white space, nothing of what has no width: a soft hyphen, a zero of
 * UTF-16 that was not told.
 */
function shown(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- browsers drop a zero
      .replaceAll(/[\0\u00AD\u200B\u2060\uFEFF]/g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(pile, '$1')
      .normalize('NFC')
  );
}
