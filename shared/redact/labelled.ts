/** Secrets after a label: `password: …`, `token=…`, `mot de passe : …`. Pure. */
import type { Find } from './find.ts';
import { find } from './find.ts';
import { isMixed } from './random.ts';
import {
  between,
  endsThere,
  isPlainlySecret,
  isQuoted,
  isSecret,
  isValue,
  open,
  placeholderNames,
  value,
} from './values.ts';

const passwordWords = [
  'pass(?:word|wd|code|phrase|wort)s?(?:[ _-]?(?:hash|confirmation|again|1|2))?',
  'pwd',
  // The noun, not the verb “passer”.
  String.raw`(?<!(?:se|ça|cela|qui|ne|tout|y|temps|je|tu|il|elle|on)\s)(?<!\p{L})passe`,
  'psw',
  'pswd',
  String.raw`(?<!\p{L})pass`,
  // As in variable names.
  String.raw`(?<=(?:db|smtp|mail|imap|ldap|bind|ftp|sql|mq|http|proxy|admin|root|user|redis))pass(?=["']?\s?[=:])`,
  String.raw`(?<![\p{L}\d_.-])(?:otp|totp|nip|pin|puk)`,
  String.raw`(?<![\p{L}\d])(?:pw|mdp|psk)`,
  'pin[ _-]?code',
  'mots? de passe(?: \\p{L}{2,20}){0,2}',
  'mot_de_passe',
  'motdepasse',
  'phrases? (?:secrète|de passe|de récupération|de chiffrement)',
  '(?:seed|recovery|secret|backup)[ _-]?(?:phrase|key|words)',
  'contraseña',
  'kennwort',
  String.raw`(?:verification|access|security|one-time|2fa|mfa|otp|recovery|backup|login|sign-in|pairing|unlock|door|gate|building|entry|alarm|invit(?:e|ation)|secret|pin|room|meeting|conference|guest|session|device|user|auth(?:orization)?|activation|confirmation)[ _-]?codes?`,
  String.raw`codes? (?:d[’']accès|de vérification|de sécurité|de récupération|de secours|secrets?|nip|wi-?fi|d[’']alarme|d[’']invitation|d[’']activation|à usage unique|de connexion|de confirmation|(?:de la|de l[’']|du) ?(?:porte|salle|réunion|entrée|immeuble|bureau|local|portail|conférence|appel|groupe))`,
  'wi-?fi key',
  'clé (?:du )?wi-?fi',
].join('|');

const tokenWords = [
  '(?:auth|access|refresh|session|csrf|xsrf|bearer|api|id|bot|push|deploy|private|personal|secret|registration|sync)?[ _-]?token',
  "jetons?(?: d[’']\\p{L}{2,20}| de \\p{L}{2,20})?",
  'secret(?:[ _-]?(?:key|access[ _-]?key|id))?(?:[ _-]base)?',
  'client[ _-]?secret',
  String.raw`(?:api|app|access|secret|private|encryption|signing|master|auth|license|licence|account|ssh|deploy|webhook|service|shared|admin|storage|product|subscription|host|backup|repo(?:sitory)?|session|x-api)[ _-]?(?:access[ _-]?)?key(?:[ _-]?id)?`,
  String.raw`clés? (?:(?:d[’'])?(?:api|accès|ssh)|secrètes?|privées?|de chiffrement|de récupération|de licence|de produit|de signature)`,
  'sharedaccess(?:key|signature)',
  String.raw`(?<![\p{L}])(?:credentials?|creds?|identifiants?)`,
  '_auth',
  String.raw`(?<![\p{L}_-])(?:bearer|jwt)`,
  'connection[ _-]?string',
  'webhook[ _-]?(?:url|secret)',
  '(?:shared|pre-?shared)[ _-]?key',
  '(?:password|security|secure[ _-]?auth|auth|logged[ _-]?in|nonce|cookie)[ _-]?salt',
].join('|');

/** What the secret is for, between the label and the separator. */
const purpose = String.raw`(?: \([^()\r\n]{1,40}\))?(?: (?:for|of|to|on|from|in|at|by|chez|here|there|du|de|des|d(?=[’'])|pour|sur|à|au|aux|dans)(?:[ ’'][^\r\n:=;,.!?"«“]{0,40}?)?)?`;
const copula = String.raw`,? (?:is|was|are|est|était|sera|serait|c[’']est|should be|has been set to|(?:was |is )?set to|changed (?:to|for)|to|a changé pour|(?:est )?changé pour|(?:re)?mis à)(?: (?:now|maintenant|still|toujours|encore|just|simplement))?`;

const newLine = String.raw`\r?\n[ \t>]{0,20}`;

function labelled(kind: 'password' | 'token', words: string): readonly Find[] {
  const label = `(?:${words})`;
  const quoted = (quote: string) =>
    String.raw`(?:\\?${quote})(?<it>(?:(?!\[(?:${placeholderNames})\])[^${quote}\\\r\n]|\\(?!${quote}).){1,400})(?=\\?${quote})`;
  return [
    // In quotes a secret may contain blanks.
    ...["'", '"', '`'].map((quote) =>
      find(kind, new RegExp(`${label}${between}${quoted(quote)}`, 'giu'), isQuoted),
    ),
    ...["'", '"', '\x60'].map((quote) =>
      find(
        kind,
        new RegExp(`${label}${purpose}(?:${copula})? ${quoted(quote)}`, 'giu'),
        (it, around) => (/\S\s+\S/u.test(it) ? isQuoted(it, around) : isPlainlySecret(it)),
      ),
    ),
    ...[
      ['«', '»'],
      ['“', '”'],
    ].map(([left, right]) =>
      find(
        kind,
        new RegExp(
          `${label}${purpose}(?:${between}|(?:${copula})?[ ])${left}\\s?(?<it>(?:(?!\\[(?:${placeholderNames})\\])[^${right}\\r\\n]){1,200})`,
          'giu',
        ),
        isQuoted,
      ),
    ),
    find(kind, new RegExp(`${label}${between}${open}(?<it>${value})`, 'giu'), isValue),
    find(
      kind,
      new RegExp(`${label}${purpose}(?:${copula} |${between})["'\x60]?(?<it>${value})`, 'giu'),
      (it, around) => isValue(it, around) && endsThere(it, around),
    ),
    find(kind, new RegExp(`${label} ["'\x60]?(?<it>${value})`, 'giu'), isPlainlySecret),
    // On the next line, or in the next table cell.
    find(
      kind,
      new RegExp(
        `${label}${purpose}[*_]{0,3}\\s?[:=][*_]{0,3}[ \\t]{0,3}${newLine}(?<it>${value})`,
        'giu',
      ),
      isPlainlySecret,
    ),
    find(
      kind,
      new RegExp(
        `(?<=(?:^|\\|)[ \\t>*_-]{0,6})${label}[ \\t*_]{0,4}(?:${newLine}|\\|[ \\t]{0,10}|\\t{1,4})(?<it>${value})`,
        'gimu',
      ),
      isPlainlySecret,
    ),
  ];
}

/** Several words, up to the end of the line. */
const phrases: Find = find(
  'password',
  new RegExp(
    String.raw`(?:pass[ _-]?phrase|(?:seed|recovery|secret|backup)[ _-]?(?:phrase|words)|phrases? (?:secrète|de passe|de récupération)|mnemonic)${between}(?<it>(?:(?!\[(?:${placeholderNames})\])[^\r\n"'\x60<>.,;]){1,300})`,
    'giu',
  ),
  (it, around) => isQuoted(it, around),
);

/** Words after “password” that make it something else, such as “password manager”. */
const aside =
  /\b(?:manager|gestionnaire|field|champ|policy|politique|reset|length|longueur|type|hash\w*|algorithm\w*|format|strength|page|lien|link|error|erreur|oublié|forgotten|changed?|changé|expir\w*|refus\w*|incorrecte?|wrong|invalide?)\b/iu;

/** Without prepositions: `mdp nas : tortue`. */
const inHaste: Find = find(
  'password',
  new RegExp(
    String.raw`(?<!\p{L})(?:mdp|mots? de passe|passwords?|pwd?)(?: [\p{L}\d-]{1,20}){1,3}\s?[:=]\s?(?<it>${value})(?=[ \t]*(?:$|\n|[,;)]))`,
    'giu',
  ),
  (it, around) => isValue(it, around) && !aside.test(around.before),
);

/** If the quotes enclose the label too, the value ends at the closing quote. */
const inOneQuote: readonly Find[] = ["'", '"'].map((quote) =>
  find(
    'password',
    new RegExp(
      String.raw`(?=pass|secret|token)(?<=${quote}[\w.-]{0,60})(?:pass(?:word|wd|phrase)?|secret|token)=(?<it>[^${quote}\r\n&[\]]{1,200})(?=${quote})`,
      'giu',
    ),
    isQuoted,
  ),
);

/** Nextcloud's `occ config:… --value`. */
const inNextOption: Find = find(
  'password',
  new RegExp(String.raw`(?:password|secret|token|key)\s--value[= ]["']?(?<it>${value})`, 'giu'),
  isSecret,
);

/** App passwords from Google and Apple. */
const inFours: Find = find(
  'password',
  /\b(?:pass(?:word|wd)?|mdp|mot de passe)["']?(?: (?:\p{L}{1,12} ){0,3}(?:is|est)|\s?[:=]|,)?\s["']?(?<it>[a-z]{4}(?:[ -][a-z]{4}){3})(?![\p{L}\d-]| [a-z]{4}\b)/gu,
);

/** Environment variables with such a suffix are secrets unless called public. */
const inSettings: Find = find(
  'token',
  new RegExp(
    String.raw`(?<![\w])(?!\w{0,40}(?:PUBLIC|PRIMARY|FOREIGN|SORT|PARTITION|HOST)_)(?:[A-Z\d]{1,30}_){1,6}(?:KEY|SALT|PEPPER|CREDENTIALS?|PAT|COOKIE|SID|PIN|PW)["']?\s?[:=]\s?["']?(?<it>${value})`,
    'gu',
  ),
  (it) => isSecret(it) && (isMixed(it) || it.length >= 12) && !/^[./~]/u.test(it),
);

export const byLabel: readonly Find[] = [
  inFours,
  ...inOneQuote,
  inNextOption,
  // Matrix recovery key: https://spec.matrix.org/latest/client-server-api/#recovery-key
  find('token', /(?<![\w-])Es[A-Z][\w](?: ?[\dA-Za-z]{4}){8,14}(?!\w)/gu),
  phrases,
  // “wifi: …” is followed by its key; isValue() excludes words such as “slow”.
  find('password', new RegExp(`\\bwi-?fi${between}${open}(?<it>${value})`, 'giu'), isValue),
  ...labelled('password', passwordWords),
  ...labelled('token', tokenWords),
  inHaste,
  inSettings,
];
