/** Fills the parts of a meeting into the template of its notes. Pure. */
import type { TemplatePart, Tokens } from '../coop/meetings.ts';
import { templateParts } from '../coop/meetings.ts';

/** A part without a value leaves its token as it is. */
export type Parts = Readonly<Partial<Record<TemplatePart, string>>>;

/**
 * Puts each part in the place of its token, exactly as the document writes it; all other text stays. Done in one go:
 * what is filled in is not searched for tokens.
 */
export function fillTemplate(template: string, tokens: Tokens, parts: Parts): string {
  const byToken = new Map(
    templateParts.flatMap((part) => {
      const value = parts[part];
      return value === undefined ? [] : [[tokens[part], onOneLine(value)] as const];
    }),
  );
  if (byToken.size === 0) return template;
  // Of two that begin alike, the longer is meant.
  const longestFirst = [...byToken.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(escaped).join('|'), 'gu');
  // A function, since `$&` in a title would otherwise be a command.
  return template.replaceAll(pattern, (token) => byToken.get(token) ?? token);
}

/** A title comes from the calendar: it stays in its line, and of what nobody sees only joiners stay, as in emoji. */
function onOneLine(value: string): string {
  return value
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
