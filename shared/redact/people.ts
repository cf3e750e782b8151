/** What gives a person away: addresses, accounts, numbers, and the names in the paths of a machine. Pure. */
import type { Around, Find } from './find.ts';
import { find } from './find.ts';

/** An @ as links, forms and the shy write it. */
const at = String.raw`(?:[@＠]|%40|%2540|&#64;|&#x40;|&commat;|\\u0040|\s?[[({]\s?(?:at|arobase|@|à)\s?[\])}]\s?)`;
const dot = String.raw`(?:[.。]|%2E|\s?[[({]\s?(?:dot|point)\s?[\])}]\s?)`;
const label = String.raw`[\p{L}\p{M}\p{N}-]{1,63}`;

/** What looks like an address and is a file, a unit of systemd or a package. */
const noDomain =
  /\.(?:service|socket|timer|mount|target|slice|scope|device|path|png|jpe?g|gif|svg|webp|ico|css|m?js|tsx?|json|md|html?|tar|t?gz|zip|deb|rpm|whl)$/iu;

function isEmail(it: string, { before }: Around): boolean {
  const [name = '', domain = ''] = it.split('@');
  if (noDomain.test(it) || /^\d+\.\d+/u.test(domain)) return false;
  // The account by which everybody fetches from a forge.
  return !(name === 'git' || /(?:^|[\s'"])@[\w-]+\/$/u.test(before));
}

/** Numbers of orders, cases and the like, though they are written like a phone's. */
const numberBefore =
  /(?:\b(?:order|commande|invoice|facture|ticket|billet|n[o°]s?\.?|id|ids|réf(?:érence)?|ref(?:erence)?|build|issue|case|dossier|sku|serial|série|port|ports|sizes?|tailles?|isbn|issn|tracking|suivi|colis|contract|contrat|pid|uid|row|ligne|article|code-barres|barcode|part|version|article|transaction|bytes|octets|pixels|hash)\b(?:[  ](?:number|numéro|n[o°]\.?|id|code))?|#)[\s:=.°#nor-]{0,8}$/iu;
const measureAfter = /^\s?(?:ms|s\b|kb|mb|gb|ko|mo|go|px|bytes|octets|€|\$|%|x\s?\d)/iu;

function isPhone(it: string, { before, after }: Around): boolean {
  const count = it.replaceAll(/\D/gu, '').length;
  if (count < 7 || count > 15 || measureAfter.test(after)) return false;
  if (it.startsWith('00') && count < 11) return false;
  return it.startsWith('+') || !numberBefore.test(before) || calledBefore.test(before);
}
const calledBefore = /(?:t[ée]l|phone|cell|mobile|fax|appel|call)/iu;

/** ISO/IEC 7812: the last digit of a card's number follows from the others. */
function isCard(it: string, { before }: Around): boolean {
  const digits = Array.from(it.replaceAll(/\D/gu, ''), Number).toReversed();
  const sum = digits.reduce((all, digit, at) => {
    const twice = at % 2 === 1 ? digit * 2 : digit;
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return digits.length >= 13 && sum % 10 === 0 && !numberBefore.test(before);
}

/** ISO 13616: with letters as numbers and the first four at the end, it leaves 1 of 97. */
function isIban(it: string): boolean {
  const plain = it.replaceAll(' ', '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = Array.from(plain.slice(4) + plain.slice(0, 4), (one) => Number.parseInt(one, 36));
  return digits.reduce((left, one) => (left * (one > 9 ? 100 : 10) + one) % 97, 0) === 1;
}

/** Folders of everybody. */
const shared = /^(?:shared|public|default|all users|linuxbrew|partagé)$/iu;

function isName(it: string, { before }: Around): boolean {
  return !shared.test(it) && !/https?:\/\/[^\s]*$/iu.test(before);
}

/** Ana Gomez, Ana de la Cruz: a name with blanks is one only where another folder follows. */
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
  find('email', /(?<![\w.])(?!root@)[\w.+-]{1,64}@(?=\[?\d{1,3}(?:\.\d{1,3}){3}|localhost)/gu),
  // A member on a machine of theirs: a prompt, or what copies between two.
  find('home', /(?<![\w.@/-])(?!git@)[a-z_][\w.-]{0,31}@[\w.-]{1,63}(?=:[~/]|\s?[$#%]\s)/giu),
  find(
    'home',
    /\b(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)\s(?:[^\s@]{1,40}\s){0,6}(?!git@)(?<it>[\w.-]{1,32}@[\w.-]{1,63})/giu,
  ),
  find('home', /(?<![\w])(?<it>[\w.-]{1,32}@[\w.-]{1,63})(?:'s password|: Permission denied)/giu),
  ...ofHomes(),
  ...ofNumbers(),
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
    // Git Bash, and a folder named after its path.
    find('home', /(?<![\w])-(?:home|Users)-(?<it>[\w.]+)(?=-|$)/gmu),
    // In JSON the backslash is doubled; other programs turn it round.
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
    // A server of the house, and what it shares.
    find(
      'home',
      /(?<![\w\\:])\\{2}(?:\\{2})?(?!\?)(?<it>[\w.$-]{1,63}\\{1,2}(?:[^\\/:*?"<>|\r\n[\]]{1,80}(?=\\)|[^\s\\/:*?"<>|[\]]{1,80}))/gu,
    ),
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

function ofNumbers(): readonly Find[] {
  return [
    find(
      'number',
      /(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![\w-])/gu,
      isIban,
    ),
    find(
      'number',
      /(?<![\w.+-])[3-6]\d{3}(?:([ -]?)\d{4}\1\d{4}\1\d{1,7}|[ -]?\d{6}[ -]?\d{5})(?![\w-]|\.\d)/gu,
      isCard,
    ),
    find(
      'number',
      /\b(?:NAS|SIN|SSN|NIR|RAMQ|social (?:insurance|security) number|numéro d[’']assurance sociale|numéro de sécurité sociale|assurance maladie)\b[\s:=#n°o.]{0,6}(?:is |est |le )?(?<it>(?:[A-Z]{4} ?)?\d[\d -]{6,20}\d)/giu,
    ),
    find(
      'number',
      /(?<![\w.+-])\d{3}-\d{2}-\d{4}(?![\w-])/gu,
      (_it, { before }) => !numberBefore.test(before),
    ),
    find(
      'phone',
      /(?<![\w+.(-])(?:\+|00(?=[1-9]))\d{1,3}(?:[ .\u00a0\u202f/-]{0,2}(?:\(0?\d{0,4}\)|\d{1,5})){1,7}(?![\w]|[.-]\d)/gu,
      isPhone,
    ),
    find(
      'phone',
      /(?<![\w.+-])(?:\+?1[ .-])?(?:\([2-9]\d{2}\)[ .-]?|[2-9]\d{2}[ .\u00a0\u2011-])[2-9]\d{2}[ .\u00a0\u2011-]?\d{4}(?![\w-]|\.\d)/gu,
      isPhone,
    ),
    find('phone', /(?<![\w.+-])0[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}(?![\w-]|\.\d)/gu, isPhone),
    find(
      'phone',
      /(?<![\w.+-])(?:\(0\d{2,5}\)|0\d{2,4})[ /-]\d{3,8}(?:[ -]?\d{2,4})?(?![\w-]|\.\d)/gu,
      (it, around) => it.replaceAll(/\D/gu, '').length >= 9 && isPhone(it, around),
    ),
    find(
      'phone',
      /\b(?:t[ée]l(?:[ée]phone)?|phone(?: number)?|numéro(?: de téléphone)?|cell(?:ulaire|phone)?|mobile|portable|fax|whatsapp|signal|sms|text me|call(?: me| us)?|ring me|appel(?:le|ez|er)(?:-(?:moi|nous))?|rappel(?:le|ez|er)(?:-(?:moi|nous))?|joindre|joignable|reach(?: me| us)?)[\s.:°#=-]{0,4}(?:(?:at|on|au|to|sur|le|is|est)\s)?(?<it>[+(]{0,2}\d[\d ()./\u00a0\u202f-]{5,20}\d)(?![\w])/giu,
      isPhone,
    ),
    find('phone', /\btel:(?<it>\+?[\d().-]{5,20})/giu),
  ];
}
