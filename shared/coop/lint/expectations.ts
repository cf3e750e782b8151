/** Hints for expectations that are valid but useless: always true, never true, or true for any page. Pure. */
import type { Expectation, HttpProbe } from '../probe.ts';
import type { Hint } from './hint.ts';
import { hint } from './hint.ts';

/** In characters; texts up to this length occur on any page by chance. */
const shortText = 2;
/** In ms; no answer over the internet is faster. */
const fastestMs = 30;
/** HTML found on every page. */
const everyPage = /^<?!?(?:doctype|html|head|body|title|div|meta|script)\b.*$/i;

export function expectationHints(probe: HttpProbe, at: string): readonly Hint[] {
  return probe.expect.flatMap((one, index) => hintsOf(one, probe, `${at}.expect[${index}]`));
}

function hintsOf(one: Expectation, probe: HttpProbe, at: string): readonly Hint[] {
  switch (one.on) {
    case 'status': {
      const isFollowed = probe.followRedirects && one.in.every((code) => code >= 300 && code < 400);
      return isFollowed ? [hint(`${at}.in`, 'expect-redirect')] : [];
    }
    case 'body':
      return [...headHints(probe, at), ...bodyHints(one, at)];
    case 'json':
      return [...headHints(probe, at), ...jsonHints(one, at)];
    case 'header':
      return one.contains === '' ? [hint(`${at}.contains`, 'expect-nothing')] : [];
    case 'redirect':
      return probe.followRedirects ? [hint(at, 'expect-redirect')] : [];
    case 'latency':
      return latencyHints(one.maxMs, probe.timeoutMs, `${at}.maxMs`);
  }
}

function headHints({ method }: HttpProbe, at: string): readonly Hint[] {
  return method === 'HEAD' ? [hint(at, 'expect-head')] : [];
}

function bodyHints(
  { equals, contains, lacks }: Extract<Expectation, { on: 'body' }>,
  at: string,
): readonly Hint[] {
  const hints: Hint[] = [];
  if (!contains && lacks === undefined && equals === undefined)
    hints.push(hint(at, 'expect-nothing'));
  else if (contains && contains.trim().length <= shortText) {
    hints.push(hint(`${at}.contains`, 'expect-short', { text: contains }));
  } else if (contains && everyPage.test(contains.trim())) {
    hints.push(hint(`${at}.contains`, 'expect-any-page', { text: contains.slice(0, 40) }));
  }
  // Every text contains the empty string, so `lacks: ''` always fails.
  const isContrary = lacks === '' || (lacks !== undefined && contains?.includes(lacks));
  if (isContrary) hints.push(hint(`${at}.lacks`, 'expect-contrary'));
  return hints;
}

/** JSON distinguishes `"200"` from `200`; most APIs return the number. */
function jsonHints(
  { is, value }: Extract<Expectation, { on: 'json' }>,
  at: string,
): readonly Hint[] {
  const looksOtherwise =
    (is === 'eq' || is === 'ne') &&
    typeof value === 'string' &&
    /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(value);
  return looksOtherwise ? [hint(`${at}.value`, 'expect-type', { value })] : [];
}

function latencyHints(maxMs: number, timeoutMs: number, at: string): readonly Hint[] {
  if (maxMs < fastestMs) {
    return [hint(at, 'expect-seconds', { got: maxMs, suggestion: maxMs * 1000 })];
  }
  return maxMs >= timeoutMs ? [hint(at, 'expect-late', { timeoutMs })] : [];
}
