/** Secrets recognised by their own format, without a label. Pure. */
import type { Find } from './find.ts';
import { find } from './find.ts';
import { isHash, isMixed, isRandom } from './random.ts';

/** Issuers' prefixes, and the minimum length after them: below the real length, as a token may be cut off. */
const marks: readonly (readonly [prefix: string, minLength: number])[] = [
  // https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
  ['gh[pousr]_', 12],
  ['github_pat_', 12],
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  ['gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|wt|soat|ffct)-', 12],
  ['GR1348941', 12],
  // Synapse: token_type_userid_random_checksum; matrix-authentication-service: mat, mar, mct, mcr.
  ['(?:sy[tlr]|ma[tr]|mc[tr])_', 6],
  ['npm_', 16],
  ['pypi-', 16],
  ['rubygems_', 16],
  ['dckr_(?:pat|oat)_', 12],
  ['hf_', 16],
  ['sk-(?:ant-|proj-|svcacct-|admin-|or-v1-|lf-)?', 20],
  ['(?:gsk|xai|pplx|nvapi|r8|fw|tvly|jina|csk)[_-]', 20],
  // Payment, mail and messaging.
  ['(?:[srp]k|whsec|rk)_(?:live|test)_', 10],
  ['whsec_', 16],
  ['SG\\.', 16],
  ['(?:xkeysib|xsmtpsib)-', 16],
  ['key-(?=[\\da-f]{16})', 16],
  ['re_(?=\\w*\\d)(?=\\w*[A-Z])', 16],
  ['xox[abcdeoprs](?:-|\\.)', 8],
  ['(?:xapp|xwfp)-', 10],
  ['tk_(?=\\w*\\d)', 20],
  ['sq0(?:atp|csp|idp)-', 16],
  ['EAA[A-Za-z\\d]{4}', 20],
  ['shp(?:at|ca|pa|ss|ua)_', 16],
  ['pat(?:-na1-|-eu1-|[A-Za-z\\d]{14}\\.)', 16],
  // Clouds and hosting.
  ['AIza', 20],
  ['(?:ya29|GOCSPX)[.-]', 16],
  ['1//0', 20],
  ['do[oprt]_v1_', 16],
  ['dapi(?=[\\da-f])', 20],
  ['hv[sbr]\\.', 16],
  ['tskey-', 10],
  ['(?:cfut|cfat|cfk|cfpat)[_-]', 16],
  ['(?:FlyV1 )?f[mo]\\d_', 16],
  [
    '(?:sbp|sb_secret|sb_publishable|rnd|vc[apirk]|nfp|ntn|lin_api|lin_oauth|secret|figd|glc|glsa|phx|phc|sntrys|sntryu|PMAK|NRAK|NRJS|ops|dp\\.(?:pt|st|ct|sa)|atlasv1|tfp|ops_eyJ|op_sa|b_|CCIPAT|cio|oy2|whk|ctx7sk|pul|rpa|fio-u|doppler|ATATT3|ATCTT3|ATBB|BBDC|ABSK|LTAI|AKLT|K00)[_.-]?(?=[\\w=.-]{0,80}\\d)',
    20,
  ],
  ['AGE-SECRET-KEY-1', 16],
  // A JWT (RFC 7519) begins with {" in base64.
  ['eyJ', 10],
];

const marked = new RegExp(
  String.raw`(?<![\p{L}\p{N}_-])(?:${marks.map(([prefix, minLength]) => `${prefix}[\\w=+/.-]{${minLength},}`).join('|')})(?<![.=/-])=*`,
  'gu',
);

export const bySecretForm: readonly Find[] = [
  // PEM keys, also truncated ones and those with
  //  escapes.
  find(
    'token',
    /-----BEGIN [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?<it>(?:(?!-----)[^[\]])+)(?:-----END [A-Z\d ]{0,40}-----)?/gu,
    (it) => /\w/u.test(it),
  ),
  find(
    'token',
    /(?:PuTTY-User-Key-File|Private-Lines|Private-MAC)[^\n[\]]{0,80}:\s?(?<it>[^\n[\]]{1,200}(?:\n[\w+/=]{32,80}){0,200})/gu,
  ),
  find('token', marked, (it, { after }) => !after.startsWith('/') || /\d/u.test(it)),
  find('token', /(?<![\w+/=-])(?:MII[A-Z]|b3BlbnNzaC1rZXktdjE)[\w+/]{16,}={0,2}/gu),
  // AWS: 16 capitals and digits.
  find(
    'token',
    /(?<![\w])(?:A3T[A-Z\d]|AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ABIA|ACCA)[A-Z\d]{12,}/gu,
  ),
  find('token', /(?<![\w])(?:AC|SK)[\da-f]{32}(?!\w)/gu),
  // Discord, Telegram.
  find('token', /(?<![\w.-])[MNO][\w-]{22,28}\.[\w-]{5,7}\.[\w-]{25,}/gu),
  find('token', /(?<![\w:])\d{8,10}:[A-Za-z][\w-]{33,35}(?![\w-])/gu),
  // Password hashes: crypt(3), bcrypt, Argon2, PBKDF2, scrypt.
  find(
    'token',
    /\$(?:2[abxy]?|[1567y]|apr1|gy|argon2(?:id?|d)|pbkdf2[\w-]{0,12}|scrypt)\$[\w./$=,+-]{8,}/gu,
  ),
  find('token', /\{(?:SSHA|SHA|MD5|CRYPT|SMD5)\d{0,3}\}[\w+/=]{8,}/gu),
  find('token', /(?<![\w$])(?:pbkdf2_sha256|scrypt|sha512)[$:]\d{2,8}[$:][\w./+=$:-]{16,}/gu),
  // Nextcloud app passwords and product keys.
  find('token', /(?<![\w-])[A-Za-z\d]{5}(?:-[A-Za-z\d]{5}){4}(?![\w-])/gu, isMixed),
  // Recovery keys in base58 and TOTP secrets in base32.
  find(
    'token',
    /(?<![\w-])[A-Za-z\d]{4}(?:(?:[ \u00a0-]|\r?\n)[A-Za-z\d]{4}){5,15}(?![\w-])/gu,
    isRandomGroups,
  ),
  find(
    'password',
    /(?<=^|[:="'`«“]\s?)(?:\p{Ll}{3,8}[ \t,]{1,2}){11,23}\p{Ll}{3,8}(?=\.?\s*$|["'`»”])/gmu,
    isSeedPhrase,
  ),
  find(
    'token',
    /(?<!\w)[\da-f]{32,}(?!\w)/giu,
    (it, { before, after }) => !isHash(it, before, after) && /[a-f]/iu.test(it) && /\d/u.test(it),
  ),
  find('token', /(?<![\w+/=.-])[\w+/=-]{20,}/gu, (it, { before }) => isRandomRun(it, before)),
];

/** Random groups of four: not words, a fingerprint, a hex dump or a card number. */
function isRandomGroups(it: string): boolean {
  const groups = it.split(/[^A-Za-z\d]+/u);
  // Excludes lists such as tty1 tty2 tty3.
  if (new Set(groups.map((one) => one.slice(0, 3))).size <= groups.length / 2) return false;
  const odd = groups.filter((one) => /\p{L}/u.test(one) && (/\d/u.test(one) || isMixed(one)));
  return odd.length >= 2 && odd.length >= groups.length / 4 && /[g-z]/iu.test(it);
}

/**
 * https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki: a matching number of words, none of them a function
 * word.
 */
function isSeedPhrase(it: string): boolean {
  const all = it.split(/[^\p{L}]+/u);
  const bound =
    /^(?:the|and|for|are|was|not|but|with|from|have|has|had|our|out|its|his|her|les|des|une|est|pas|que|qui|sur|dans|par|pour|avec|mais|sont|plus)$/u;
  return [12, 15, 18, 21, 24].includes(all.length) && !all.some((one) => bound.test(one));
}

/** Checksums in lock files and SSH fingerprints are public. */
function isRandomRun(it: string, before: string): boolean {
  if (/^sha\d{1,3}-/u.test(it) || /SHA(?:1|256|384|512):$/iu.test(before)) return false;
  if (/^[\da-f]{20,}$/iu.test(it)) return false;
  return isRandom(it);
}
