/** Login names: after a label, in logs, in command-line options and in paths. Pure. */
import type { Around, Find } from './find.ts';
import { find } from './find.ts';
import { isSecret, open, value } from './values.ts';

/** Accounts that exist on every machine, and placeholder words. */
const genericNames =
  /^(?:root|admin|administrator|administrateur|www-data|nobody|guest|anonymous|nginx|apache|httpd|postgres|mysql|redis|git|nextcloud|owncloud|deploy|system|sudo|daemon|user|users|username|utilisateur|name|login|logon|personne|suspendu|local|host|agent|interface|profile?|settings|id|\d+)$/iu;

const isAccount = (it: string) =>
  isSecret(it) && !genericNames.test(it.replace(/[.,;:)\]]+$/u, ''));
/** For matches without a separator: only names that cannot be ordinary words. */
const isOddName = (it: string) => isAccount(it) && /[._\d-]\p{L}|\p{L}\d/u.test(it);

const words = [
  'user[ _-]?names?',
  'user[ _-]?ids?',
  String.raw`(?<![\p{L}])users?`,
  '(?<=(?:db|smtp|mail|imap|ldap|ftp|sql|mq|http|proxy|bind))user(?:name)?',
  'smtpname',
  'sign[ -]?in',
  String.raw`(?<![\p{L}])log(?:in|on)(?:[ _-]?name)?`,
  "nom d[’']utilisat(?:eur|rice)",
  'utilisat(?:eur|rice)',
  "nom d[’']usager",
  'usag(?:er|ère)',
  'pseudo',
  '(?<=_)admin(?=["\']?=)',
  'identifiant',
  String.raw`(?<![\p{L}])compte`,
  String.raw`(?<![\p{L}])account`,
].join('|');

const label = `(?:${words})`;
const name = String.raw`[\p{L}\d_][\p{L}\d_.@+-]{0,63}`;
const isName = (it: string) => isAccount(it) && /\p{L}/u.test(it);
/** Inside quotes that continue with more words: a command, or the text of a button. */
const startsSentence = ({ before, after }: Around) =>
  /["'\x60]$/u.test(before) && /^ \p{L}/u.test(after);
const secretWord = String.raw`(?:pass|pw|mdp|mot de passe)`;
/** A colon only before a blank or a quote: `user:add` is a subcommand. */
const between = String.raw`(?:\\?["'\x60]\]?)?[*_]{0,3}(?:\s{0,3}(?:=>|={1,2}|:=)\s{0,3}|\s{0,3}:(?=[\s"'\x60\\])\s{0,3}|>(?=[^\s<>]))`;
const copula = String.raw`(?:,? (?:is|was|est|c[’']est|c’est))?`;

const byLabel: readonly Find[] = [
  find(
    'home',
    new RegExp(`${label}${between}${open}(?<it>${value})`, 'giu'),
    (it, around) => isName(it) && !startsSentence(around),
  ),
  find(
    'home',
    /(?<!\p{L})users?:\s{0,3}\n\s{1,20}name:\s{1,3}["']?(?<it>[^\s"'[\]]{1,64})/giu,
    isName,
  ),
  find('home', /\bsignal\s{0,2}[:=]?\s(?<it>\p{L}[\p{L}\d_]{2,31}\.\d{2,10})(?!\d)/giu),
  // A name followed by its password.
  find(
    'home',
    new RegExp(
      String.raw`${label}${copula}\s(?<it>${name})(?=[\s,;/]{1,3}(?:(?:and|et|with|avec|pis)\s)?(?:(?:the|my|le|mon|un)\s)?${secretWord})`,
      'giu',
    ),
    isName,
  ),
  find(
    'home',
    new RegExp(
      String.raw`(?<![\p{L}])(?:user(?:name)?|login|logon|compte|account|pseudo|identifiant|utilisat(?:eur|rice)),? (?:is|est|c[’']est) (?<it>${name})`,
      'giu',
    ),
    (it) => isOddName(it),
  ),
];

/** Full names with blanks, where a field or header announces one. */
const whole: readonly Find[] = [
  find(
    'home',
    /\b(?:display[ _-]?name|full[ _-]?name|real[ _-]?name|first[ _-]?name|last[ _-]?name|given[ _-]?name|surname|prénom|nom (?:complet|de famille)|user\.name)["']?\s{0,3}(?:[:=]\s{0,3}["']?|\s["'])(?<it>\p{L}[\p{L}\p{M}+.'’ -]{1,60}?)(?=["'\n,;&<>{}[\]]|$)/giu,
    isName,
  ),
  find(
    'home',
    /(?<=^|\n|[>*-] )(?:Author|Committer|From|To|Cc|Reply-To|Signed-off-by|Co-authored-by|De|À|Auteur):\s{1,6}["']?(?<it>\p{Lu}[\p{L}\p{M}.'’ -]{1,60}?)["']?(?=\s<)/gmu,
    isName,
  ),
];

const inLogs: readonly Find[] = [
  find('home', /\bpasswd-file\((?<it>[^\s,()[\]]{1,64})/gu, isName),
  find(
    'home',
    /\b(?:users?|login failed:|login attempt:|account|utilisat(?:eur|rice)|compte)\s{0,2}(?:['"‘“«](?<it>[^\s'"’”»<>[\]]{2,64})['"’”»])/giu,
    isName,
  ),
  find('home', /\blogin failed:? (?<it>[\w.@+-]{1,64})(?=\s\()/giu, isName),
  find('home', /['`"](?<it>[\w.-]{1,64})['`"]@['`"]/gu, isName),
  find('home', /\buser=<(?<it>(?![^\s<>]*(?:user|name)>)[^\s<>[\]]{1,64})>/gu, isName),
  find(
    'home',
    /\b(?:password|publickey|keyboard-interactive(?:\/pam)?|none|hostbased|gssapi-with-mic) for (?:invalid user )?(?<it>[^\s[\]]{1,64}) from\b/gu,
    isName,
  ),
  find(
    'home',
    /\b(?:invalid user|authenticating user|for user|opened for user|closed for user|by user|of user|as user|session of user|user) (?<it>[\w.+@-]{2,64})(?= from\b| port \d| [\da-f.:]{3,45} port \d|\(uid|\s(?:logged|signed|connected|disconnected|authenticated|failed to)\b| by \(uid)/giu,
    isName,
  ),
  find('home', /\bsudo(?:\[\d+\])?:\s{1,10}(?<it>[\w.-]{1,64}) : (?:TTY|PWD|user NOT)/gu, isName),
  // Apache's combined log format and similar.
  find(
    'home',
    /(?<=[\s-])(?<it>[\w.@+-]{2,64}) \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}/gu,
    isName,
  ),
];

/** Programs whose `-u` or `-U` takes a login name; in others it means a unit, or “newest”. */
const programs =
  'mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|psql|pg_dump|pg_restore|docker login|podman login|curl|wget|lftp|smbclient|ldapsearch|mosquitto_(?:pub|sub)|influx|sqlcmd|mongo(?:sh)?|htop';

const inOptions: readonly Find[] = [
  // Name and password in one argument, as in Samba and FTP clients.
  find('credentials', /\s-U ?["']?(?<it>[\w.\\/-]{1,64}%[^\s"'[\]]{1,64})/gu),
  find('credentials', /\blftp\b[^\n|;]{0,80}\s-u ?["']?(?<it>[\w.@-]{1,64},[^\s"'[\]]{1,64})/gu),
  find(
    'home',
    new RegExp(
      String.raw`\b(?:${programs})\b[^\n|;]{0,160}?\s-[uU][ =]?["']?(?<it>${name})(?=["'\s]|$)`,
      'gu',
    ),
    isName,
  ),
  find(
    'home',
    new RegExp(
      String.raw`\s--?(?:username|http-user|ftp-user|db-user|admin-user|login-name)(?:=|\s)["']?(?<it>${name})`,
      'gu',
    ),
    isName,
  ),
  find('home', new RegExp(String.raw`\s--user=["']?(?<it>${name})(?=["'\s]|$)`, 'gu'), isName),
  find('home', new RegExp(String.raw`\s/user:(?<it>[^\s"'[\]]{2,64})`, 'giu'), isName),
  find(
    'home',
    /\bocc user:[\w-]{2,30}(?:\s--?[\w-]{1,40}(?:=\S{1,60})?){0,6}\s(?<it>[\w.@-]{1,64})/gu,
    isName,
  ),
  find('home', /\bhtpasswd\s(?:-\w{1,6}\s){0,3}\S{1,100}\s(?<it>[\w.@-]{1,64})(?=\s|$)/gu, isName),
];

const inPaths: readonly Find[] = [
  // Nextcloud and other WebDAV servers.
  find(
    'home',
    /\/dav\/(?:files|calendars|uploads|trashbin|versions|contacts|(?:addressbooks|principals)\/users)\/(?<it>[^\s/?#"'<>[\]]{1,100})/gu,
    isName,
  ),
  find(
    'home',
    /\/data\/(?<it>[^\s/?#"'<>[\]:]{1,100})\/(?:files|files_trashbin|files_versions|cache|uploads)\b/gu,
    (it) => isName(it) && !it.startsWith('appdata_'),
  ),
];

export const ofAccounts: readonly Find[] = [
  ...byLabel,
  ...whole,
  ...inLogs,
  ...inOptions,
  ...inPaths,
];
