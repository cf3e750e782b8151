/** Secrets that are known by the words before them: `password: …`, `token=…`, `mot de passe : …`. Pure. */
import type { Find } from './find.ts';
import { find } from './find.ts';
import {
  between,
  endsThere,
  isPlainlySecret,
  isQuoted,
  isValue,
  open,
  taken,
  value,
} from './values.ts';

const passwordWords = [
  'pass(?:word|wd|code|phrase|wort)s?(?:[ _-]?(?:hash|confirmation|again|1|2))?',
  'pwd',
  // Not what passes, or comes to pass.
  String.raw`(?<!(?:se|ça|cela|qui|ne|tout|y|temps|je|tu|il|elle|on)\s)(?<!\p{L})passe`,
  'psw',
  'pswd',
  String.raw`(?<!\p{L})pass`,
  String.raw`(?<![\p{L}\d_.-])(?:pw|mdp|psk|otp|totp|nip|pin|puk)`,
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
].join('|');

/** What a secret is for, between its label and what follows. */
const purpose = String.raw`(?: \([^()\r\n]{1,40}\))?(?: (?:for|of|to|on|from|in|here|there|du|de|des|d(?=[’'])|pour|sur|à|au|aux|dans)(?:[ ’'][^\r\n:=;,.!?"«“]{0,40}?)?)?`;
const copula = String.raw` (?:is|was|are|est|était|sera|serait|c[’']est|should be|has been set to|(?:was |is )?set to|changed to|to)(?: (?:now|maintenant|still|toujours|encore|just|simplement))?`;

function labelled(kind: 'password' | 'token', words: string): readonly Find[] {
  const label = `(?:${words})`;
  const quoted = (quote: string) =>
    String.raw`(?:\\?${quote})(?<it>(?:(?!\[(?:${taken})\])[^${quote}\\\r\n]|\\(?!${quote}).){1,400})(?=\\?${quote})`;
  return [
    // Between quotes a secret may have blanks.
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
          `${label}${purpose}(?:${between}|(?:${copula})?[ ])${left}\\s?(?<it>(?:(?!\\[(?:${taken})\\])[^${right}\\r\\n]){1,200})`,
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
  ];
}

/** Of several words: to the end of the line. */
const phrases: Find = find(
  'password',
  new RegExp(
    String.raw`(?:pass[ _-]?phrase|(?:seed|recovery|secret|backup)[ _-]?(?:phrase|words)|phrases? (?:secrète|de passe|de récupération)|mnemonic)${between}(?<it>(?:(?!\[(?:${taken})\])[^\r\n"'\x60<>.,;]){1,300})`,
    'giu',
  ),
  (it, around) => isQuoted(it, around),
);

export const byLabel: readonly Find[] = [
  // Element’s recovery key: https://spec.matrix.org/latest/client-server-api/#recovery-key
  find('token', /(?<![\w-])Es[A-Z][\w](?: ?[\dA-Za-z]{4}){8,14}(?!\w)/gu),
  phrases,
  // A network has its key; that it is slow is none.
  find('password', new RegExp(`\\bwi-?fi${between}${open}(?<it>${value})`, 'giu'), isValue),
  ...labelled('password', passwordWords),
  ...labelled('token', tokenWords),
];
