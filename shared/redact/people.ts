/** People: addresses, Matrix ids, and login names in paths. Pure. */
import type { Around, Find } from './find.ts';
import { find, findWhere } from './find.ts';

/** An @ in its encoded and obfuscated forms. */
const at = String.raw`(?:[@＠]|%40|%2540|&#64;|&#x40;|&commat;|\\u0040|\s?[[({]\s?(?:at|arobase|@|à)\s?[\])}]\s?)`;
const dot = String.raw`(?:[.。]|%2E|\s?[[({]\s?(?:dot|point)\s?[\])}]\s?)`;
const label = String.raw`[\p{L}\p{M}\p{N}-]{1,63}`;

/** Files, systemd units and packages that look like an address. */
const noDomain =
  /\.(?:service|socket|timer|mount|target|slice|scope|device|path|png|jpe?g|gif|svg|webp|ico|css|m?js|tsx?|json|md|html?|tar|t?gz|zip|deb|rpm|whl)$/iu;

function isEmail(it: string, { before }: Around): boolean {
  const [name = '', domain = ''] = it.split('@');
  if (noDomain.test(it) || /^\d+\.\d+/u.test(domain)) return false;
  // git@ is the shared account of code hosts; `@scope/` is an npm scope.
  return !(name === 'git' || /(?:^|[\s'"])@[\w-]+\/$/u.test(before));
}

/** Shared folders. */
const shared = /^(?:shared|public|default|all users|linuxbrew|partagé)$/iu;

function isName(it: string, { before }: Around): boolean {
  return !shared.test(it) && !/https?:\/\/[^\s]*$/iu.test(before);
}

/** Ana Gomez, Ana de la Cruz: a name may contain blanks only if another folder follows. */
const name = String.raw`(?:[^/\s:*?"'\x60<>|[\](),;\\]|\\ )+(?:(?: (?:\p{Lu}[\p{L}\p{M}.'’-]{0,40}|de|del|la|du|des|le|von|van|der|da|dos|et|and|bin|al)){1,5}(?=/|$|["'\x60])|(?: [\p{L}'’-]{1,30}){1,3}(?=/(?:Library|Documents|Desktop|Downloads|Pictures|Music|Movies|Bureau|Images|Téléchargements|\.)))?`;
const winName = String.raw`[^\\/:*?"'<>|\r\n[\]%]{1,64}(?=[\\/])|[^\s\\/:*?"'<>|[\](),;%]+(?: \p{Lu}[\p{L}'’-]{1,30}){1,3}(?=$|["'\x60,;)\r\n])|[^\s\\/:*?"'<>|[\](),;%]+`;

/** https://spec.matrix.org/latest/appendices/#identifier-grammar */
export const ofMatrix: readonly Find[] = [
  find(
    'account',
    /(?<![\w@/.])(?:@|%40)[\w.=/+-]{1,200}(?::|%3A)(?:localhost|(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}|\[[\da-f:]+\])(?::\d{1,5})?/giu,
  ),
  find(
    'room',
    /(?<![\w@/.!#])[!#][^\s:!#<>"'[\]()/]{1,200}:(?:localhost|(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62})(?::\d{1,5})?/gu,
  ),
  find('room', /\/rooms\/(?<it>(?:!|%21)[^\s<>"'[\]()/?]{2,255})/gu),
  find('room', /(?<![\w$!])[!$][\w+/-]{43}(?![\w+/-])/gu),
];

export const ofPeople: readonly Find[] = [
  // RFC 5321, 4.5.3.1: at most 64 characters before the @.
  find(
    'email',
    new RegExp(
      String.raw`[\p{L}\p{N}_%][\p{L}\p{M}\p{N}._%+'’-]{0,63}${at}(?:${label}${dot}){1,8}\p{L}[\p{L}\p{M}\p{N}-]{1,62}`,
      'giu',
    ),
    isEmail,
  ),
  find('email', /"[^"\r\n[\]]{1,64}"@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu),
  // A comma mistyped for the dot.
  find(
    'email',
    /(?<![\w.])[\w.+-]{1,64}@[\w-]{1,63},(?:com|ca|org|net|coop|fr|qc|example)(?!\w)/giu,
  ),
  find('email', /(?<![\w.])(?!root@)[\w.+-]{1,64}@(?=\[?\d{1,3}(?:\.\d{1,3}){3}|localhost)/gu),
  // Spelled out: “ana dot gomez at example dot org”.
  findWhere(
    / dot /iu,
    find(
      'email',
      /(?<![\w.])[\w-]{1,30}(?: dot [\w-]{1,30}){0,3} at (?!the |this |that |an? |each |every |one )[\w-]{2,40}(?: dot [\w-]{2,30}){1,3}(?![\w])/giu,
    ),
  ),
  findWhere(
    / point /iu,
    find(
      'email',
      /(?<![\p{L}\d.])[\p{L}\d_-]{1,30}(?: point [\p{L}\d_-]{1,30}){0,3} (?:arobase|arobas|a commercial|chez|at) (?!(?:le|la|les|ce|un|une|mon|ma|quel|tel) )[\p{L}\d-]{2,40}(?: point [\p{L}\d-]{2,30}){1,3}(?![\p{L}\d])/giu,
    ),
  ),
  // user@host: a shell prompt, or the argument of scp and the like.
  find('home', /(?<![\w.@/-])(?!git@)[a-z_][\w.-]{0,31}@[\w.-]{1,63}(?=:[~/]|\s?[$#%]\s)/giu),
  find(
    'home',
    /\b(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)\s(?:[^\s@]{1,40}\s){0,6}(?!git@)(?<it>[\w.-]{1,32}@[\w.-]{1,63})/giu,
  ),
  find('home', /(?<![\w])(?<it>[\w.-]{1,32}@[\w.-]{1,63})(?:'s password|: Permission denied)/giu),
  ...ofHomes(),
];

function ofHomes(): readonly Find[] {
  const folders = String.raw`(?:home|Users|Utilisateurs|Benutzer|media|run/media|var/mail|var/spool/mail|var/spool/cron/crontabs)`;
  return [
    find('home', new RegExp(String.raw`/${folders}/(?<it>${name})`, 'gu'), isName),
    find(
      'home',
      new RegExp(
        String.raw`(?:\\/|\\u002f)${folders}(?:\\/|\\u002f)(?<it>[^\s\\/"'<>[\]]+)`,
        'giu',
      ),
    ),
    find(
      'home',
      /(?:%2F|%5C|%255C|%252F)(?:home|Users)(?:%2F|%5C|%255C|%252F)(?<it>(?:(?!%2F|%5C|%25)[^\s/\\?#&"'<>[\]])+)/giu,
    ),
    find('home', /(?<![\w.~/-])\/(?<it>root)(?=\/|$|[\s"'),:;])/gmu),
    find('home', /\bfile:\/\/\/(?<it>root)(?=\/)/giu),
    // Git Bash, and folders named after a path.
    find('home', /(?<![\w])-(?:home|Users)-(?<it>[\w.]+)(?=-|$)/gmu),
    // JSON doubles the backslash; some programs use slashes.
    find(
      'home',
      new RegExp(
        String.raw`(?<![\w])(?:[a-z]:)?[\\/]{1,4}(?:Users|Documents and Settings|Utilisateurs|Benutzer|Usuarios)\\{1,4}(?<it>${winName})`,
        'giu',
      ),
      isName,
    ),
    find(
      'home',
      new RegExp(
        String.raw`(?<![\w])[a-z]:/{1,2}(?:Users|Documents and Settings|Utilisateurs)/{1,2}(?<it>${winName})`,
        'giu',
      ),
      isName,
    ),
    // UNC paths and shares.
    find(
      'home',
      /(?<![\w\\:])\\{2}(?:\\{2})?(?!\?)(?<it>[\w.$-]{1,63}\\{1,2}(?:[^\\/:*?"<>|\r\n[\]]{1,80}(?=\\)|[^\s\\/:*?"<>|[\]]{1,80}))/gu,
    ),
    find('home', /\bsmb-share:server=(?<it>[^\s,"'[\]]{1,64}(?:,share=[^\s/,"'[\]]{1,64})?)/gu),
    find('home', /(?<![\w:/"'=.\\])\/\/(?<it>[A-Za-z][\w-]{1,30}\/[\w$.-]{1,60})/gu),
    find('home', /\b(?:smb|cifs|afp|nfs):\/\/(?<it>[^\s"'<>[\]]+)/giu),
    find(
      'home',
      /(?<![\w~/.)=:])~(?<it>[a-z_][\w.-]{1,31})(?![\w~])/giu,
      (it, { after }) => /^\/|^:/u.test(after) || /^[a-z]{2,}$/u.test(it),
    ),
    find(
      'home',
      /\b(?:USER|USERNAME|LOGNAME|SUDO_USER|COMPUTERNAME|HOSTNAME)=(?<it>[^\s"'<>[\];&]+)/gu,
    ),
    find(
      'home',
      /\b(?:for user|user name|username|nom d[’']utilisateur|utilisateur)\s{0,2}[:=]\s{0,2}["']?(?<it>[^\s"'<>[\],;]{2,64})/giu,
      (it) =>
        !/^(?:none|null|undefined|unknown|inconnu|invalid|required|missing|requis|manquant)$/iu.test(
          it,
        ),
    ),
  ];
}
