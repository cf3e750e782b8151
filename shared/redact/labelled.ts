/** Secrets that are known by the words before them: `password: …`, `token=…`, `mot de passe : …`, a header, an option. Pure. */
import type { Around, Find } from './find.ts';
import { find } from './find.ts';
import { isMixed } from './random.ts';
import { standIns } from './kinds.ts';

const taken = Object.values(standIns)
  .map((one) => one.slice(1, -1))
  .join('|');
/** A value to its end, which is a blank, a quote, a tag, the next field of a form, or what was taken out before. */
const value = String.raw`(?:(?!\[(?:${taken})\]|&[\w.-]{1,40}=|\\["nr]|</)[^\s"'\x60<>|«»“”])+`;
const sign = String.raw`(?:[=:]{1,2}|=>|:=|->|→|%3D|%3A|%22%3A(?:%22)?)`;
/** Between a label and its value. In JSON within JSON the quotes are escaped; Markdown makes a label bold. */
const between = String.raw`(?:(?:\\?["'\x60]\]?)?[*_]{0,3}[ \t\u00a0\u202f]{0,3}${sign}[*_]{0,3}[ \t\u00a0\u202f]{0,3}|>(?=[^\s<>])|(?:\\?["'\x60]),[ ]?(?=["'\x60]))`;
const open = String.raw`(?:\\?["'\x60«“”]|\x3c!\[CDATA\[)?[ \u00a0\u202f]?`;

const passwordWords = [
  'pass(?:word|wd|code|phrase|wort)s?(?:[ _-]?(?:hash|confirmation|again|1|2))?',
  'pwd',
  'psw',
  'pswd',
  'passe',
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
  String.raw`(?:verification|access|security|one-time|2fa|mfa|otp|recovery|backup|login|sign-in|pairing|unlock|door|alarm|invite|secret|pin)[ _-]?codes?`,
  String.raw`codes? (?:d[’']accès|de vérification|de sécurité|de récupération|de secours|secrets?|nip|wi-?fi|de la porte|d[’']alarme|à usage unique|de connexion)`,
  'wi-?fi(?: key)?',
  'clé (?:du )?wi-?fi',
].join('|');

const tokenWords = [
  '(?:auth|access|refresh|session|csrf|xsrf|bearer|api|id|bot|push|deploy|private|personal|secret|registration|sync)?[ _-]?token',
  "jetons?(?: d[’']\\p{L}{2,20}| de \\p{L}{2,20})?",
  'secret(?:[ _-]?(?:key|access[ _-]?key|id))?(?:[ _-]base)?',
  'client[ _-]?secret',
  String.raw`(?:api|app|access|secret|private|encryption|signing|master|auth|license|licence|account|ssh|deploy|webhook|service|shared|admin|storage|product|subscription|host|backup|repo(?:sitory)?|session|x-api)[ _-]?(?:access[ _-]?)?key(?:[ _-]?id)?`,
  String.raw`clés? (?:d[’']api|d[’']accès|secrètes?|privées?|de chiffrement|de récupération|de licence|de produit|de signature|ssh)`,
  'sharedaccess(?:key|signature)',
  String.raw`(?<![\p{L}])(?:credentials?|creds?|identifiants?)`,
  '_auth',
  String.raw`(?<![\p{L}_-])(?:bearer|jwt)`,
  'connection[ _-]?string',
  'webhook[ _-]?(?:url|secret)',
  '(?:shared|pre-?shared)[ _-]?key',
].join('|');

/** What is said of a secret is none. */
const said = new RegExp(
  String.raw`^(?:${[
    String.raw`\p{L}{2,}(?:ed|ing|able|ible|ée?s?|tion|tions)`,
    "not?|none|null|nil|undefined|unknown|empty|missing|wrong|incorrecte?s?|correcte?s?|invalide?s?|valide?s?|ok(?:ay)?|good|bad|yes|true|false|on|off|set|unset|too|very|never|always|still|now|only|must|should|can(?:not|’t|'t)?|does|doesn’t|is|isn’t|isn't|was|were|has|have|had|will|would|may|please|see|check|sent|lost|kept|forgot(?:ten)?|forget|weak|strong|short|long|old|new|optional|absent|present|unavailable|mandatory|different|same|identical|again|why|what|how|where|when|which|who|the|an?|my|your|our|his|her|their|this|that|these|those|it|its|for|from|to|in|of|at|by|with|without|if|or|and|but|as|so|string|number|boolean|text|object|array|bearer|basic|any|all|each|every|some|one|two|both|error|errors|ok|success|failure|fail|mismatch|timeout|todo|tbd|n/a|na|default|hidden|plain|plaintext|sha\\d*|bcrypt|argon2\\w*|here|there|below|above|oops|hmm|well|maybe|perhaps|after|before|until|because|since|up|down|out|okay|fine|done|field|fields|box|dialog|prompt|screen|page|reset|change|manager|length|policy|file|name|env|type|got|get|gets|keeps?|shows?|says?|stays?|works?|we|i|you|they|nobody|everyone|someone",
    String.raw`non|oui|pas|aucune?|vide|faux|fausse|vraie?|mauvaise?|bonne?|trop|très|jamais|toujours|encore|perdue?|requise?|obligatoire|facultatif|manquante?|inconnue?|absente?|présente?|échue?|le|la|les|l[’']\p{L}+|une?|des?|du|d[’']\p{L}+|mon|ma|mes|votre|vos|notre|nos|son|sa|ses|leurs?|ce|cette|ces|c[’']est|qui|que|qu[’']\p{L}+|quoi|où|quand|comment|pourquoi|il|elle|ils|elles|on|nous|vous|je|j[’']\p{L}+|et|ou|mais|si|sans|avec|pour|par|sur|dans|en|au|aux|à|est|était|sera|doit|peut|faut|n[’']\p{L}+|ne|même|différente?|identique|faible|forte?|courte?|longue?|ancienne?|nouveau|nouvelle|indisponible|introuvable|erreur|échec|voir|ici|là|tout|toute|toujours|svp|merci|défaut|champ|page|bouton|écran`,
  ].join('|')})$`,
  'iu',
);
/** Of several words, those that begin a sentence about a secret; the words of a phrase may begin with any other. */
const sentence =
  /^(?:is|was|are|were|has|have|had|does|doesn['’]t|do|must|should|can|cannot|can['’]t|could|will|would|may|may|not|too|never|always|still|now|only|no|none|please|required|invalid|incorrect|wrong|missing|expired|rejected|refused|denied|revoked|est|sont|était|a|n['’]\p{L}+|ne|doit|peut|trop|pas|non|veuillez|requis|invalide|expiré|refusé|manquant|obligatoire) \p{L}/iu;
const isPhrase = (it: string) =>
  !(sentence.test(it.trim()) && !isMixed(it) && !/^a /iu.test(it.trim()));

/** Stars, a name of a variable, or a place to fill in stand for one. */
const placeholder =
  /^(?:[*•●xX.…_?-]+|\$\{?\w+\}?|\$\([^)]*\)|\$?\{\{?[^}]*\}?\}?|%\w+%?|<[^>]*>|process\.env\.\w+|os\.environ\S*|env[.:]\S+|secrets\.\w+|\(.*)$/u;

function isSecret(it: string): boolean {
  const plain = it.replace(/[.,;:!?)\]}…]+$/u, '').replace(/^[([{]+/u, '');
  return plain !== '' && !said.test(plain) && !placeholder.test(it) && !placeholder.test(plain);
}

/** Tests pass and fail; a secret does not. */
function isNoCount(it: string, { before, after }: Around): boolean {
  return !(
    /^\d{1,5}[,;.]?$/u.test(it) &&
    /\bpass["']?\s{0,2}[:=]\s{0,2}$/iu.test(before) &&
    /fail|skip|warn|err|todo|échec/iu.test(before + after)
  );
}

const isValue = (it: string, around: Around) => isSecret(it) && isNoCount(it, around);
/** Where no sign stands between: only what no word can be. */
const isPlainlySecret = (it: string) =>
  isSecret(it) &&
  it.length >= 5 &&
  isMixed(it) &&
  !/^(?:v?\d+(?:[.,]\d+)*|\d+(?:st|nd|rd|th|e|ème|er|s|ms|h|min|x))[.,;:!?)]*$/iu.test(it);
/** After “is” there may be any word: it is taken for a secret unless it is what one says of one. */
const endsThere = (it: string, { after }: Around) =>
  isMixed(it) || /^[.,;!]?(?:\s*$|\s*\n|["'»”)])/u.test(after) || /[^\p{L}’'.,;:!?-]/u.test(it);

const isQuoted = (it: string, around: Around) =>
  /\S\s+\S/u.test(it) ? isPhrase(it) : isValue(it.trim(), around);

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
      find(kind, new RegExp(`${label} ${quoted(quote)}`, 'giu'), (it, around) =>
        /\S\s+\S/u.test(it) ? isQuoted(it, around) : isPlainlySecret(it),
      ),
    ),
    ...[
      ['«', '»'],
      ['“', '”'],
    ].map(([left, right]) =>
      find(
        kind,
        new RegExp(
          `${label}(?:${between}|[ ](?:is|was|est|était)?[ ]?)${left}\\s?(?<it>(?:(?!\\[(?:${taken})\\])[^${right}\\r\\n]){1,200})`,
          'giu',
        ),
        isQuoted,
      ),
    ),
    find(kind, new RegExp(`${label}${between}${open}(?<it>${value})`, 'giu'), isValue),
    find(
      kind,
      new RegExp(
        `${label}(?: (?:is|was|est|était|sera|=|to|à|pour \\S{1,40} est))(?: (?:now|maintenant|still|toujours))? ["'\x60]?(?<it>${value})`,
        'giu',
      ),
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

const schemes =
  'bearer|basic|digest|apikey|api-key|ntlm|negotiate|token|oauth|hawk|jwt|key|mac|ssws|scram-sha-\\d+|googlelogin|aws4-hmac-sha256|signature|snowflake|private|dpop|vapid|webpush|pat|kerberos|sso';
const line = String.raw`(?:(?!\[(?:${taken})\]|\\["nr])[^\r\n"'\x60])`;

const headers: readonly Find[] = [
  // RFC 9110, 11.6.2: whatever the scheme. What some of them need has quotes in it.
  find(
    'token',
    new RegExp(
      String.raw`\bauthorization${between}${open}(?:digest|oauth|hawk|mac|aws4-hmac-sha256|signature)\s{1,4}(?<it>(?:(?!\[(?:${taken})\])[^\r\n]){4,})`,
      'giu',
    ),
  ),
  find(
    'token',
    new RegExp(
      String.raw`\bauthorization${between}${open}(?:(?:${schemes})\s{1,4})(?<it>${line}{1,})`,
      'giu',
    ),
    (it) => isSecret(it.split(/\s/u)[0] ?? ''),
  ),
  find(
    'token',
    new RegExp(
      String.raw`\bauthorization${between}${open}(?:[A-Za-z][\w-]{1,30}\s)?(?<it>${value})`,
      'giu',
    ),
    (it) => isSecret(it) && (isMixed(it) || it.length >= 16),
  ),
  // RFC 6750 and 7617, also by themselves.
  find(
    'token',
    /\b(?:bearer|basic|ntlm|negotiate|apikey)\s{1,4}(?<it>[\w.~+/=-]{8,})/giu,
    (it) => isSecret(it) && (isMixed(it) || /[=+/~]/u.test(it)),
  ),
  // RFC 6265: names and values to the end of the line, or of the quotes around all of it.
  find(
    'token',
    new RegExp(String.raw`(?<=["'])(?:set-)?cookie2?:\s{0,2}(?<it>${line}{1,}=${line}{0,})`, 'giu'),
  ),
  find(
    'token',
    new RegExp(
      String.raw`\b(?:set-)?cookies?2?${between}["'](?<it>${line}{1,}=${line}{0,})`,
      'giu',
    ),
  ),
  find(
    'token',
    new RegExp(
      String.raw`\b(?:set-)?cookies?2?[ \t]{0,2}[:=][ \t]{0,2}(?<it>[\w.$!#%&*+^~-]{1,100}=(?:(?!\[(?:${taken})\])[^\r\n])*)`,
      'giu',
    ),
  ),
  find(
    'token',
    new RegExp(String.raw`\s(?:-b|--cookie)[ =]["']?(?<it>[\w.-]{1,80}=${line}+)`, 'gu'),
  ),
  // A session by its name.
  find(
    'token',
    new RegExp(
      String.raw`(?<![\p{L}])(?:j?sess(?:ion)?[_-]?(?:id|key|cookie)|phpsessid|connect\.sid|asp\.net_sessionid|laravel_session|_?(?:\w{1,30}_)?session|sid|csrftoken|xsrf-token|remember_(?:me|token|web\w*)|oc_?sessionpassphrase|nc_token|authentik_session)["']?\s{0,1}(?:=|:)\s{0,1}["']?(?<it>${value})`,
      'giu',
    ),
    (it) => isSecret(it) && it.length >= 6 && (isMixed(it) || it.length >= 16),
  ),
  find(
    'token',
    new RegExp(
      String.raw`\b(?:session|cookie)[ _-]?id(?:entifier)?(?: is| est|\s?[:=])?\s["'\x60]?(?<it>${value})`,
      'giu',
    ),
    (it) => isSecret(it) && isMixed(it),
  ),
  // Headers of other makes.
  find(
    'token',
    new RegExp(
      String.raw`\b(?:x-[\w-]{0,40}(?:auth|key|token|secret|signature|password)[\w-]{0,20}|private-token|job-token|deploy-token|proxy-authorization|apikey|api-key)${between}${open}(?<it>${value})`,
      'giu',
    ),
    isSecret,
  ),
];

/** Options of programs, that have no sign between. */
const options: readonly Find[] = [
  find(
    'credentials',
    /\s(?:-u|--user|--proxy-user|-U)[ =]?["']?(?<it>[^\s"':[\]]{1,100}:[^\s"'[\]]+)/gu,
  ),
  find(
    'password',
    new RegExp(
      String.raw`\s--?(?:password|passwd|pass|passphrase|pwd|http-password|ftp-password|db-password|admin-password|secret|token|api-key|access-token|auth-token|mdp)(?:=|\s)["']?(?<it>${value})`,
      'gu',
    ),
    (it) => isSecret(it) && !it.startsWith('-'),
  ),
  find(
    'password',
    /\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\b[^\n|;]{0,120}\s-p(?<it>[^\s"'[\]]+)/gu,
  ),
  find(
    'password',
    /\b(?:sshpass|docker login|podman login|helm registry login|az login|kinit|redis-cli|7z|zip|unzip|lftp|ldapsearch|curlftpfs|mosquitto_pub|mosquitto_sub|htpasswd)\b[^\n|;]{0,120}\s-(?:p|a|P|w)[ ]?["']?(?<it>[^\s"'[\]-][^\s"'[\]]*)/gu,
    isSecret,
  ),
  find('password', /\bhtpasswd\s-\w{0,6}b\w{0,6}\s\S{1,100}\s\S{1,60}\s(?<it>[^\s"'[\]]+)/gu),
  find('password', /\bidentified by ["'](?<it>[^"'[\]\r\n]+)/giu),
  find('password', /\becho ["']?(?<it>[^\s"'[\]|]+)["']? \| (?:sudo -S|docker login|passwd)/gu),
  find(
    'password',
    /(?<![\w.])(?:machine|default) \S{1,100}\s{1,8}login \S{1,100}\s{1,8}password (?<it>[^\s[\]]+)/gu,
  ),
  // A name and a password with a stroke between, where a word says so.
  find(
    'credentials',
    /\b(?:log(?:in|ged in|ging in)?|sign(?:ed)? in|connexion|connecté|compte|account|credentials?|identifiants?|accès)(?: (?:is|with|as|est|avec|de test))?\s{0,2}[:=]?\s(?<it>[\w.@+-]{2,64} ?\/ ?[^\s/"'<>[\]]{3,64})/giu,
    (it) => /\d|[^\w\s/.@-]/u.test(it.split('/')[1] ?? ''),
  ),
];

export const byLabel: readonly Find[] = [
  ...headers,
  ...options,
  phrases,
  ...labelled('password', passwordWords),
  ...labelled('token', tokenWords),
];
