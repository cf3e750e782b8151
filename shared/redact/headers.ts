/** Secrets in HTTP headers and command-line options. Pure. */
import type { Find } from './find.ts';
import { find } from './find.ts';
import { isMixed } from './random.ts';
import { between, isSecret, open, placeholderNames, value } from './values.ts';

const schemes =
  'bearer|basic|digest|apikey|api-key|ntlm|negotiate|token|oauth|hawk|jwt|key|mac|ssws|scram-sha-\\d+|googlelogin|aws4-hmac-sha256|signature|snowflake|private|dpop|vapid|webpush|pat|kerberos|sso';
const line = String.raw`(?:(?!\[(?:${placeholderNames})\]|\\["nr])[^\r\n"'\x60])`;

export const inHeaders: readonly Find[] = [
  find(
    'token',
    /\bcookies?(?: value)?(?: is| was| est)\s["'\x60]?(?<it>[\w.-]{1,80}=[^\s"'\x60[\]]+)/giu,
  ),
  // HAR files and form fields.
  find(
    'token',
    /"name"\s?:\s?"(?:set-cookie2?|cookie|(?:proxy-)?authorization|x-[\w-]{1,40}|[\w.-]{0,40}(?:token|passw(?:or)?d|secret|session|api[_-]?key|csrf)[\w.-]{0,20})"\s?,\s?"value"\s?:\s?"(?<it>[^"\r\n[\]]{1,4000})/giu,
  ),
  // The same in YAML and TOML, where quotes are optional.
  find(
    'token',
    /\bname["']?\s?[:=]\s?["']?(?:set-cookie2?|cookie|(?:proxy-)?authorization|x-[\w-]{0,40}(?:token|key|secret|auth)[\w-]{0,20}|[\w.-]{0,40}(?:token|passw(?:or)?d|secret|api[_-]?key)[\w.-]{0,20})["']?[\s,]{1,12}["']?value["']?\s?[:=]\s?["']?(?<it>[^\s"'\x60[\]]{1,4000})/giu,
    isSecret,
  ),
  find(
    'token',
    new RegExp(
      String.raw`\bauthorization${between}${open}token token=\\?["']?(?<it>[^\s"',\\[\]]+)`,
      'giu',
    ),
  ),
  // RFC 9110, 11.6.2, any scheme. The parameters of some contain quotes.
  find(
    'token',
    new RegExp(
      String.raw`\bauthorization${between}${open}(?:digest|oauth|hawk|mac|aws4-hmac-sha256|signature)\s{1,4}(?<it>(?:(?!\[(?:${placeholderNames})\])[^\r\n]){4,})`,
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
    (it, { after }) =>
      isSecret(it) && (isMixed(it) || it.length >= 16 || /^["'\s]*(?:[\r\n]|$)/u.test(after)),
  ),
  // RFC 6750 and 7617, without the header's name.
  find(
    'token',
    /\b(?:bearer|basic|ntlm|negotiate|apikey)\s{1,4}(?<it>[\w.~+/=-]{8,})/giu,
    (it) => isSecret(it) && (isMixed(it) || /[=+/~]/u.test(it)),
  ),
  // RFC 6265: names and values up to the end of the line or the closing quote.
  find(
    'token',
    new RegExp(String.raw`(?<=["'])(?:set-)?cookie2?:\s{0,2}(?<it>${line}{1,}=${line}{0,})`, 'giu'),
  ),
  find(
    'token',
    new RegExp(
      String.raw`\b(?:set-)?cookies?2?${between}\[?["'](?<it>${line}{1,}=${line}{0,})`,
      'giu',
    ),
  ),
  find(
    'token',
    new RegExp(
      String.raw`\b(?:set-)?cookies?2?[ \t]{0,2}[:=][ \t]{0,2}(?<it>[\w.$!#%&*+^~-]{1,100}=(?:(?!\[(?:${placeholderNames})\])[^\r\n])*)`,
      'giu',
    ),
  ),
  find(
    'token',
    new RegExp(String.raw`\s(?:-b|--cookie)[ =]["']?(?<it>[\w.-]{1,80}=${line}+)`, 'gu'),
  ),
  find(
    'token',
    /\bAUTH(?:ENTICATE)? (?:PLAIN|LOGIN|CRAM-MD5|XOAUTH2|OAUTHBEARER|NTLM)[ :]{1,3}(?<it>[\w+/=]{6,})/gu,
  ),
  // Session cookies by name.
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
  // Non-standard headers.
  find(
    'token',
    new RegExp(
      String.raw`\b(?:x-[\w-]{0,40}(?:auth|key|token|secret|signature|password)[\w-]{0,20}|private-token|job-token|deploy-token|proxy-authorization|apikey|api-key)${between}${open}(?<it>${value})`,
      'giu',
    ),
    isSecret,
  ),
];

/** Command-line options, which have no separator. */
export const inOptions: readonly Find[] = [
  find(
    'credentials',
    /\bcurl\b[^\n|;]{0,200}?\s-[a-zA-Z]{1,6}u[ =]?["']?(?<it>[^\s"':[\]]{1,100}:[^\s"'[\]]+)/gu,
  ),
  // PostgreSQL's .pgpass.
  find(
    'password',
    /(?<![\w:.-])[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*-]{1,63}:[\w*.-]{1,63}:(?<it>[^\s:"'[\]]{3,200})/gu,
  ),
  find('credentials', /\bwpa_passphrase\s(?<it>[^\s[\]]{1,64}\s[^\s[\]]{1,64})/gu),
  find(
    'credentials',
    /\bhttps?\b[^\n|;]{0,80}\s-a[ =]?["']?(?<it>[^\s"':[\]]{1,100}:[^\s"'[\]]+)/gu,
  ),
  find('credentials', /\bhttp-basic\.\S{1,60}\s(?<it>[^\s"'[\]]{1,64}\s[^\s"'[\]]{1,200})/gu),
  find(
    'password',
    /(?<=\bsnmp\w{2,10}\b[^\n|;]{0,200}\s-[AX] ?["']?)[^\s"'[\]-][^\s"'[\]]*/gu,
    isSecret,
  ),
  find(
    'password',
    /\bvault (?:kv )?(?:put|write|patch)\b[^\n|;]{0,120}?\s[\w-]{1,60}=(?<it>[^\s"'[\]@][^\s"'[\]]*)/gu,
    isSecret,
  ),
  // FTP, POP3 and IMAP by hand.
  find('password', /^(?:> ?|C: ?)?PASS (?<it>[^\s[\]]{3,200})[ \t]*$/gmu, isSecret),
  find(
    'credentials',
    /^(?:> ?|C: ?)?\w{1,8} LOGIN (?<it>[^\s[\]]{1,100} [^\s[\]]{1,200})[ \t]*$/gmu,
  ),
  find(
    'password',
    /\bssh-keygen\b[^\n|;]{0,160}?\s-[NP] ?["']?(?<it>[^\s"'[\]-][^\s"'[\]]*)/gu,
    isSecret,
  ),
  // Docker's config.json.
  find('token', /"auth"\s?:\s?"(?<it>[\w+/=-]{8,})"/gu),
  find(
    'credentials',
    /\s(?:-u|--user|--proxy-user)[ =]?(?:'(?<it>[^'\r\n:[\]]{1,100}:[^'\r\n[\]]{1,200})(?='))/gu,
  ),
  find(
    'credentials',
    /\s(?:-u|--user|--proxy-user)[ =]?(?:"(?<it>[^"\r\n:[\]]{1,100}:[^"\r\n[\]]{1,200})(?="))/gu,
  ),
  // Server configuration: a directive on its own line.
  find(
    'password',
    /^[ \t]{0,20}(?:requirepass|masterauth|bindpw|rootpw|olcRootPW|userPassword:{0,2}|smtp_pass\w{0,8}|auth_pass|neighbor \S{1,60} password(?: \d)?|enable (?:secret|password)(?: \d)?|snmp-server community|rocommunity|key-string)[ \t]{1,8}(?<it>[^\s"'[\]]+)[ \t]*$/gimu,
  ),
  find(
    'credentials',
    /\s(?:-u|--user|--proxy-user|-U|--auth|--creds|--credentials|--basic-auth|--login)[ =]?["']?(?<it>[^\s"':[\]]{1,100}:[^\s"'[\]]+)/gu,
    // uid:gid
    (it) => !/^\d+:\d+$/u.test(it),
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
    /\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\b[^\n|;]{0,120}\s-p["']?(?<it>[^\s"'[\]]+)/gu,
  ),
  find(
    'password',
    /\b(?:sshpass|docker login|podman login|helm registry login|az login|kinit|redis-cli|7z|zip|unzip|lftp|ldapsearch|curlftpfs|mosquitto_pub|mosquitto_sub|htpasswd|sqlcmd|mongosh?)\b[^\n|;]{0,120}\s-(?:p|a|P|w)[ ]?["']?(?<it>[^\s"'[\]-][^\s"'[\]]*)/gu,
    isSecret,
  ),
  find('password', /\bhtpasswd\s-\w{0,6}b\w{0,6}\s\S{1,100}\s\S{1,60}\s(?<it>[^\s"'[\]]+)/gu),
  find('password', /\bidentified by ["'](?<it>[^"'[\]\r\n]+)/giu),
  find(
    'password',
    /\b(?:echo(?: -n)?|printf ['"]%s(?:\\n)?['"]) ["']?(?<it>[^\s"'[\]|]+)["']? \| (?:sudo -S|docker|podman|passwd|chpasswd|cryptsetup|gpg|kubectl|vault|wg)\b/gu,
  ),
  find(
    'password',
    /(?<![\w.])(?:machine|default) \S{1,100}\s{1,8}login \S{1,100}\s{1,8}password (?<it>[^\s[\]]+)/gu,
  ),
  // Name and password separated by a slash, after a word such as “login”.
  find(
    'credentials',
    /\b(?:log(?:in|ged in|ging in)?|sign(?:ed)? in|connexion|connecté|compte|account|credentials|identifiants?|accès)(?: (?:is|with|as|est|avec|de test))?\s{0,2}[:=]?\s(?<it>[\w.@+-]{2,64} ?\/ ?[^\s/"'<>[\]]{3,64})/giu,
    (it) => /\d|[^\w\s/.@:-]/u.test(it.split('/')[1] ?? ''),
  ),
];
