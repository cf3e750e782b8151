/** Text from outside, cut to a length. Pure. */

/** `limit`: UTF-16 code units, the “…” included. Not within a pair of surrogates, half of which would be shown as “�”. */
export function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1).replace(/\p{Cs}$/u, '')}…` : text;
}

/** The same with the “…” within, where the end tells more. `endLimit`: of these code units, those at the end. */
export function shortenedWithin(text: string, limit: number, endLimit: number): string {
  if (text.length <= limit) return text;
  return `${shortened(text, limit - endLimit)}${text.slice(-endLimit).replace(/^\p{Cs}/u, '')}`;
}
