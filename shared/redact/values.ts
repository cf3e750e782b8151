/** What follows a label: a secret, or a remark about one. Pure. */
import type { Around } from './find.ts';
import { placeholders } from './kinds.ts';
import { isMixed } from './random.ts';

/** Names of the placeholders, for patterns. */
export const placeholderNames = Object.values(placeholders)
  .map((one) => one.slice(1, -1))
  .join('|');
const entity = '&(?:quot|apos|#0?3[49]);';
/** A value ends at a blank, a quote, a tag, the next form field, or a placeholder. */
export const value = String.raw`(?:(?!\[(?:${placeholderNames})\]|${entity}|&[\w.-]{1,40}=|\\["nr]|</)[^\s"'\x60<>|«»“”])+`;
const separator = String.raw`(?:[=:]{1,2}|=>|:=|->|→|%3D|%3A|%22%3A(?:%22)?)`;
/** Between label and value. Nested JSON escapes the quotes; Markdown makes the label bold. */
export const between = String.raw`(?:(?:(?:\\?["'\x60]|${entity})\]?)?[*_]{0,3}[ \t\u00a0\u202f]{0,3}${separator}[*_]{0,3}[ \t\u00a0\u202f]{0,3}|["']?>(?=[^\s<>])|(?:\\?["'\x60]),[ ]{0,12}(?=["'\x60]))`;
export const open = String.raw`(?:\\?["'\x60«“”]|${entity}|\x3c!\[CDATA\[)?[ \u00a0\u202f]?`;

/** Words that comment on a secret rather than being one. */
const said = new RegExp(
  String.raw`^(?:${[
    String.raw`\p{L}{2,}(?:ed|ing|able|ible|ée?s?|tion|tions)`,
    "not?|none|null|nil|undefined|unknown|empty|missing|wrong|incorrecte?s?|correcte?s?|invalide?s?|valide?s?|ok(?:ay)?|good|bad|yes|true|false|on|off|set|unset|too|very|never|always|still|now|only|must|should|can(?:not|’t|'t)?|does|doesn’t|is|isn’t|isn't|was|were|has|have|had|will|would|may|please|see|check|sent|lost|kept|forgot(?:ten)?|forget|weak|strong|short|long|old|new|optional|absent|present|unavailable|mandatory|different|same|identical|again|why|what|how|where|when|which|who|the|an?|my|your|our|his|her|their|this|that|these|those|it|its|for|from|to|in|of|at|by|with|without|if|or|and|but|as|so|string|number|boolean|text|object|array|bearer|basic|any|all|each|every|some|one|two|both|error|errors|ok|success|failure|fail|mismatch|timeout|todo|tbd|n/a|na|default|hidden|plain|plaintext|sha\\d*|scram-sha-?\\d*|bcrypt|argon2\\w*|here|there|below|above|oops|hmm|well|maybe|perhaps|after|before|until|because|since|up|down|out|okay|fine|done|field|fields|box|dialog|prompt|screen|page|reset|change|manager|length|policy|file|name|env|type|got|get|gets|keeps?|shows?|says?|stays?|works?|we|i|you|they|nobody|everyone|someone|found|given|shown|seen|taken|known|written|read|held|made|gone|broken|stolen|chosen|understood|left|put|built|bound|cut|told|thrown|run|come|unset|unreadable|right|fresh|safe|secure|insecure|public|private|secret|common|easy|hard|simple|complex|enough|dead|stale|late|early|big|small|large|tiny|huge|ready|free|full|open|closed|alive|active|inactive|unused|passwords?|passwd|await|async|function|typeof|unique|random|ours|mine|yours|great|try|use|enter|type|click|go|do|make|retry|contact|ask|choose|pick|create|press|look|wait|log|sign|help|fix|need|want|needs|wants|works|fails|failing|expires?|changes?|appears?|disappears?|vanishes|visible|invisible|more|less|most|least|then|than|once|twice|sometimes|often|everywhere|nowhere|somewhere|something|nothing|anything|everything|yet|already|also|just|even|like|about",
    String.raw`non|oui|pas|aucune?|vide|faux|fausse|vraie?|mauvaise?|bonne?|trop|très|jamais|toujours|encore|perdue?|requise?|obligatoire|facultatif|manquante?|inconnue?|absente?|présente?|échue?|le|la|les|l[’']\p{L}+|une?|des?|du|d[’']\p{L}+|mon|ma|mes|votre|vos|notre|nos|son|sa|ses|leurs?|ce|cette|ces|c[’']est|qui|que|qu[’']\p{L}+|quoi|où|quand|comment|pourquoi|il|elle|ils|elles|on|nous|vous|je|j[’']\p{L}+|et|ou|mais|si|sans|avec|pour|par|sur|dans|en|au|aux|à|est|était|sera|doit|peut|faut|n[’']\p{L}+|ne|même|différente?|identique|faible|forte?|courte?|longue?|ancienne?|nouveau|nouvelle|indisponible|introuvable|erreur|échec|voir|ici|là|tout|toute|toujours|svp|merci|défaut|champ|page|bouton|écran|essayez|réessayez|entrez|cliquez|vérifiez|choisissez|attendez|contactez|saisissez|tapez|changez|utilisez|voyez|demandez|pouvez|devez|rien|quelque|ensuite|puis|après|avant|depuis|parfois|souvent|deux|trois|plusieurs|plus|moins|assez|bien|mal|périmée?|exacte?|inexacte?|juste|correcte?ment|masquée?|illisible|privée?|publique?|secrète?|sûre?|simple|complexe|facile|difficile|nécessaire|actifs?|active|inactive?|prête?|libre|pleine?|ouverte?|morte?|vivante?|marche|fonctionne|arrive|apparaît|disparaît|reste|change|expire|\p{L}+ement`,
  ].join('|')})$`,
  'iu',
);
/** Begins a sentence about a secret; any other words may be a passphrase. */
const sentence =
  /^(?:is|was|are|were|has|have|had|does|doesn['’]t|do|must|should|can|cannot|can['’]t|could|will|would|may|may|not|too|never|always|still|now|only|no|none|please|required|invalid|incorrect|wrong|missing|expired|rejected|refused|denied|revoked|est|sont|était|a|n['’]\p{L}+|ne|doit|peut|trop|pas|non|veuillez|requis|invalide|expiré|refusé|manquant|obligatoire) \p{L}/iu;
const isPhrase = (it: string) =>
  !dummy.test(it.trim()) && !(sentence.test(it.trim()) && !isMixed(it) && !/^a /iu.test(it.trim()));

/** Masked values, variables and templates. */
const dummy =
  /^(?:[*•●xX.…_?-]+|\$\{?\w+\}?|\$\([^)]*\)|\$?\{\{?[^}]*\}?\}?|%\w+%?|<[^>]*>|process\.env\.\w+|os\.environ\S*|env[.:]\S+|secrets\.\w+|!(?:secret|vault|env_var|include|Ref|Sub)|\(.*|(?:get|read|load|fetch|find|create|make|parse|generate|decode|encode|require|await|prompt|this|self|crypto|config|env)[\w.$]*\(.*)$/u;

export function isSecret(it: string): boolean {
  const plain = it.replace(/[.,;:!?)\]}…]+$/u, '').replace(/^[([{]+/u, '');
  return plain !== '' && !said.test(plain) && !dummy.test(it) && !dummy.test(plain);
}

/** “Wrong password: try again” continues as a sentence. */
const isAdvice = (it: string, { before, after }: Around) =>
  /^\p{Ll}+$/u.test(it) &&
  /^ \p{Ll}/u.test(after) &&
  /\b(?:incorrecte?|wrong|invalide?|bad|no|forgot(?:ten)?|lost|reset|chang\w{1,3}|missing|expired?|expiré|oublié|mauvais|faux|aucun)\b[^\n]{0,30}$/iu.test(
    before,
  );

/** Parser errors are about tokens, but not secrets. */
const syntax = /\b(?:unexpected|illegal|next|stray) token\b/iu;

/** “pass: 12, fail: 3” is a test result. */
function isNoCount(it: string, { before, after }: Around): boolean {
  return !(
    /^\d{1,5}[,;.]?$/u.test(it) &&
    /\bpass["']?\s{0,2}[:=]\s{0,2}$/iu.test(before) &&
    /fail|skip|warn|err|todo|échec/iu.test(before + after)
  );
}

/** A length, or a number of attempts. */
const isMeasure = (it: string, { after }: Around) =>
  /^\d{1,5}$/u.test(it) &&
  /^[ -](?:digits?|characters?|letters?|words?|lines?|times?|attempts?|seconds?|minutes?|hours?|days?|caractères?|chiffres?|lettres?|mots?|lignes?|fois|essais?|tentatives?|secondes?|heures?|jours?)\b/iu.test(
    after,
  );

/** In a configuration file even one letter is a value. */
const isLetter = (it: string, before: string) => /^\p{L}$/u.test(it) && /=["']?$/u.test(before);

export const isValue = (it: string, around: Around) =>
  (isSecret(it) || isLetter(it, around.before)) &&
  isNoCount(it, around) &&
  !isMeasure(it, around) &&
  !syntax.test(around.before) &&
  !isAdvice(it, around);
/** Without a separator: only what cannot be a word. */
export const isPlainlySecret = (it: string) =>
  isSecret(it) &&
  it.length >= 5 &&
  isMixed(it) &&
  !/^(?:v?\d+(?:[.,]\d+)*|\d+(?:st|nd|rd|th|e|ème|er|s|ms|h|min|x))[.,;:!?)]*$/iu.test(it);
/** Any word may follow “is”: it is a secret only if the sentence ends there. */
export const endsThere = (it: string, { after }: Around) =>
  isMixed(it) ||
  /[,;]$/u.test(it) ||
  /^[.,;!]?(?:\s*$|\s*\n|["'»”)])/u.test(after) ||
  /[^\p{L}’'.,;:!?-]/u.test(it);

/** In quotes a secret may have several words. */
export const isQuoted = (it: string, around: Around) =>
  /\S\s+\S/u.test(it) ? isPhrase(it) : isValue(it.trim(), around);
