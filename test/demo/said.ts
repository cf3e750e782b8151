/** The app's own words for the demo's clicks, from the catalogues: a text that changes must not stop the demo. */
import type { MessageKey } from '../../shared/i18n/en.ts';
import { en } from '../../shared/i18n/en.ts';
import { fr } from '../../shared/i18n/fr.ts';

/** Matches this text in either language; its parameters may be anything. */
export function said(key: MessageKey): RegExp {
  return matching(
    [en[key], fr[key]].map(
      (text) =>
        `${text
          .split(/\{.*\}/s)
          .map(literally)
          .join('.+')}$`,
    ),
  );
}

/** Matches what begins with this text, such as an entry of the rail with its number. */
export function begins(key: MessageKey): RegExp {
  return matching([en[key], fr[key]].map(literally));
}

function matching(texts: readonly string[]): RegExp {
  return new RegExp(`^(${texts.join('|')})`);
}

/** A blank may have become one that does not break. */
function literally(text: string): string {
  return text.replaceAll(/[.*+?^$()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s`);
}
