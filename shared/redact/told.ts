/** Secrets in sentences, without a label or separator right before them. Pure. */
import type { Find } from './find.ts';
import { find, findWhere } from './find.ts';
import { isPlainlySecret, isSecret, placeholderNames, value } from './values.ts';

const secretNoun = String.raw`(?:passwords?|passphrase|passcode|pass|mots? de passe|mdp|phrase (?:de passe|secrète)|pin|nip|code (?:d[’']accès|secret)|token|jeton)`;
const code = String.raw`(?:codes?|pin|nip|otp|2fa|mfa)`;
const codeLeads = String.raw`(?:is|was|est|était|le|la|the|for|pour|de|du|par|by|via|reçue?|got|received|sent|envoyé|texto|sms|text|à|six|quatre|chiffres|digits?|temporaire|temporary|meeting|rencontre|réunion|porte|door|vérification|d[’']accès|accès|secret|sécurité|wi-?fi|c[’']est)`;
const quoted = String.raw`[«“"'](?:\s?)(?<it>(?:(?!\[(?:${placeholderNames})\])[^«»“”"'\r\n]){3,80}?)\s?[»”"']`;
const isFigures = (it: string) => /^\d{3}[ -]?\d{1,5}$/u.test(it);
const isDigits = (it: string) => /^\d{4,10}#?[.,;]?$/u.test(it);

/** Before the label patterns, which would take only the first code. */
export const inRows: readonly Find[] = [
  // Lists of backup codes.
  find(
    'password',
    /\b(?:backup|recovery|secours|récupération|scratch) (?:codes?|keys?)?[^\n\d]{0,24}?(?<it>[A-Za-z\d]{4,6}-[A-Za-z\d]{4,6}(?:(?:,| and| et|;)?\s{1,2}[A-Za-z\d]{4,6}-[A-Za-z\d]{4,6}){0,15})(?![\w-])/giu,
  ),
];

const sentences: readonly Find[] = [
  // “I used X as the password”, « j’ai mis X comme mot de passe ».
  find(
    'password',
    new RegExp(
      String.raw`(?<![^\s«“"'(])(?<it>${value})[»”"']?(?: \p{L}{1,12}){0,2}(?: as| for)(?: the| my| a| an| our)? ${secretNoun}`,
      'giu',
    ),
    isPlainlySecret,
  ),
  find(
    'password',
    new RegExp(
      String.raw`(?<![^\s«“"'(])(?<it>${value})\s?[»”"']?(?: \p{L}{1,12}){0,2} (?:comme|pour|en guise de)(?: le| mon| un)? ${secretNoun}`,
      'giu',
    ),
    isPlainlySecret,
  ),
  find(
    'password',
    new RegExp(`${quoted} (?:as|for|comme|pour)(?: (?:the|my|a|le|mon|un))? ${secretNoun}`, 'giu'),
    (it) => isSecret(it),
  ),
  find(
    'password',
    new RegExp(`${quoted}(?=[^\\n.:;]{0,60}\\b(?:mots de passe|passwords)\\b)`, 'giu'),
    isPlainlySecret,
  ),
  // “the password they gave me (X)”.
  find(
    'password',
    new RegExp(
      String.raw`\b${secretNoun}(?![\w-])[^\n()[\]:=.!?]{0,60}\(["'«“]?(?<it>[^\s()[\]]{4,64}(?: (?:and|et|or|ou|/) [^\s()[\]]{4,64}){0,3})["'»”]?\)`,
      'giu',
    ),
    (it) => isPlainlySecret(it.split(' ')[0] ?? '') || isDigits(it),
  ),
  // “the code I got by text: 123456”, « le NIP de la rencontre est le 12345 ».
  find(
    'password',
    new RegExp(
      String.raw`\b${secretNoun}(?![\w-])[^\n()[\]:=.,;!?]{0,60}(?:\s?:|,? (?:is|est|c[’']est)(?: the| le| la)?)\s{1,2}["'«“]?(?<it>${value})`,
      'giu',
    ),
    (it) => isPlainlySecret(it) || isDigits(it),
  ),
  find(
    'password',
    new RegExp(
      String.raw`(?<!(?:error|erreur|exit|status|statut|http|zip|return|retour|postal|area|régional|country) )\b${code}(?: (?:${codeLeads} ){0,6}(?:: ?)?|\s?:\s?)\(?(?<it>\d{3}[ -]\d{3,4}|\d{5,10}|[A-Z\d]{4}-[A-Z\d]{4})(?![\d\p{L}]|[.,]\d| \d)`,
      'giu',
    ),
    isFiguresOrDigits,
  ),
  find(
    'password',
    /\b(?:mon|my|le|the|notre|our) (?:code|pin|nip),? (?:is|est|c[’']est)(?: le| the)?\s{1,2}(?<it>\d{4})(?![\d\p{L}]|[.,]\d| \d)/giu,
  ),
  find(
    'password',
    /\bcode (?:pour|de|du|for|of) (?!erreur|error)[^\n.:;\d[\]]{1,40}?,? (?:c[’']est|est|is)(?: le| the)? (?<it>\d{4,10})(?![\d\p{L}]|[.,]\d| \d)/giu,
  ),
  find(
    'password',
    new RegExp(
      String.raw`\b(?:reset|changed?|set|mis|changé|remis)(?: (?:it|le|la))? (?:to|à|pour) ["'«“]?(?<it>${value})`,
      'giu',
    ),
    (it, { before, after }) => isPlainlySecret(it) && /pass|mdp/iu.test(before + after),
  ),
  find(
    'password',
    /\b(?:combinaison|combination|combo|cadenas|padlock|lock ?box|boîte à clés?|coffre(?:-fort)?|safe)[^\n\d.;!?]{0,40}?(?<it>\d{1,2}(?:[ -]\d{1,2}){2,3}|\d{4,6})(?![\d\p{L}]|[.,:]\d| ?[$€%])/giu,
  ),
  find(
    'password',
    /\b(?:answer|réponse) (?:to|of|à|de) (?:my|the|ma|la) (?:secret |security )?question(?: secrète| de sécurité)?,?\s?(?:is|est|:|c[’']est)\s{1,2}["'«“]?\s?(?<it>[^\s"'«»“”.,;[\]]{2,60})/giu,
    isSecret,
  ),
  find(
    'password',
    /\b(?:(?:security|secret) question|question (?:secrète|de sécurité)|interac)[^\n]{0,60}?\b(?:answer|réponse)\s?(?:is|est|:|=)?\s{1,2}["'«“]?\s?(?<it>[^\s"'«»“”.,;:[\]]{2,60})/giu,
    isSecret,
  ),
  // “…, new = X”, after an earlier label.
  find(
    'password',
    new RegExp(
      String.raw`\b(?:old|new|current|previous|ancien|nouveau|nouvelle|actuel|confirmation)\s?[:=]\s?["'«“]?\s?(?<it>${value})`,
      'giu',
    ),
    (it, { before }) => isSecret(it) && /pass|mdp/iu.test(before),
  ),
  find(
    'room',
    /\b(?:(?:meeting|conference|webinar|réunion|rencontre|conférence)(?: |[_-])?(?:id|no\.?|number|numéro|n°)|(?:id|numéro|number) (?:de|of) (?:la |the )?(?:meeting|conference|webinar|réunion|rencontre|conférence))\s?[:#=]?\s?(?<it>\d[\d ]{7,13}\d)(?!\d)/giu,
  ),
  // Commands that take the secret as an argument.
  find(
    'password',
    /\b(?:rclone obscure|bw unlock(?: --raw)?|openssl enc\b[^\n|;]{0,120}\s-k|openssl\b[^\n|;]{0,160}\s-pass(?:in|out)?\s(?:pass:)?)\s?(?<it>[^\s"'[\]-][^\s"'[\]]*)/gu,
    (it) => isSecret(it) && !/^(?:file|env|fd):/u.test(it),
  ),
  find(
    'password',
    /\bnet use\b[^\n]{0,120}?(?:\]|\\\\\S{1,120}|\n)\s(?<it>[^\s/"'[\]][^\s"'[\]]{2,60})(?=\s\/user:)/giu,
  ),
];

/** At least one of these occurs in any match. */
const requiredWords =
  /pass|mdp|mots? de|pin|nip|code|token|jeton|phrase|answer|réponse|otp|2fa|mfa|combin|combo|cadenas|padlock|lock|coffre|safe|meeting|conf|réunion|rencontre|webinar|obscure|unlock|openssl|net use/iu;

export const inSentences: readonly Find[] = sentences.map((one) => findWhere(requiredWords, one));

function isFiguresOrDigits(it: string): boolean {
  return isFigures(it) || isDigits(it) || /^(?=[A-Z\d-]*[A-Z])[A-Z\d]{4}-[A-Z\d]{4}$/u.test(it);
}
