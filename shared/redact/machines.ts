/** IP and MAC addresses. Pure. */
import type { Around, Find } from './find.ts';
import { find } from './find.ts';

/** Before four numbers, these make them a version or a section number. */
const versionBefore =
  /(?:(?:^|[^\p{L}\d])(?:v|ver|vers|versions?|release|released|build|firmware|micrologiciel|driver|pilote|kernel|noyau|section|chapter|chapitre|article|clause|paragraph|paragraphe|item|step|étape|point|chrome|chromium|chromeos|electron|edge|firefox|safari|webview2?|windows|office|acrobat|update|upgrade|upgraded|downgraded|updated|mise à jour|assembly|dll|package|paquet|schema|plugin|extension|oid|coop tray|nextcloud|owncloud|collabora|onlyoffice|libreoffice|zoom|teams|skype|slack|discord|element|virtualbox|vmware|java|jdk|openjdk|python|node|ruby|php|\.net|macos|ios|android|nvidia|mesa|intel|realtek|wsl|docker|nginx|rev|revision|révision)\.?(?:\s(?:is|was|est|était|number|numéro|no|to|from|de|à|vers|la|the|n°|no\.))?["']?\s{0,2}[:=(]{0,1}\s{0,2}["']?v?|§\s?)$/iu;
const upgradeBefore =
  /\b(?:versions?|upgrad\w{2,5}|updat\w{2,5}|downgrad\w{2,5}|mise à jour|passée?s?|migr\w{2,6})\b[^\n]{0,14}\s(?:from|to|de|à|vers|and|et|or|ou|than|que)\s?["']?v?(?:\d[\d.]*\s(?:to|à|and|et|vers|->|→)\s)?$/iu;
/** A log line starts with the name of the program. */
const programBefore =
  /\b(?:nginx|docker|node|php|python|ruby|java|nextcloud|owncloud|element)(?:\[\d+\])?:\s$/iu;
/** `Chrome/120.0.0.0` at the start of a word is a product, not a path. */
const productBefore = /(?:^|[\s("'`;,])\p{Lu}[\p{L}\d.-]{1,30}\/v?$/u;

/** Loopback, unspecified, netmask and cloud metadata addresses: they identify nobody. */
const genericAddresses = /^(?:127\.|0\.0\.0\.0$|255\.|169\.254\.169\.254$)/u;

function isIpv4(it: string, { before, after }: Around): boolean {
  if (genericAddresses.test(it)) return false;
  if (programBefore.test(before)) return true;
  if (!it.split('.').every((part) => Number(part) <= 255)) return false;
  if (
    /^\s?(?:to|up to|à|jusqu’à|and|et|or|ou|->|→|–|-)\s(?:v|version|build|release)\b/iu.test(after)
  )
    return false;
  if (/^-(?:alpha|beta|rc|dev|pre|snapshot|\d+(?:ubuntu|deb|el))/iu.test(after)) return false;
  return !versionBefore.test(before) && !upgradeBefore.test(before) && !productBefore.test(before);
}

/** RFC 4291, 2.2: eight groups, one run of zeros may be omitted. Times such as 14:02:33 have fewer. */
function isIpv6(it: string): boolean {
  const [address = ''] = it.split('%');
  const halves = address.replace(/\d+(?:\.\d+){3}$/u, '0:0').split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[\da-f]{1,4}$/iu.test(group))) return false;
  if (halves.length !== 2) return groups.length === 8;
  return groups.length > 0 && groups.length < 8 && isAllocated(groups, halves[0] === '');
}

/** Prefixes in use: 2, 3, fc to ff, 64:ff9b. Excludes a score of 1::2 and C++ names such as `abc::def`. */
function isAllocated([first = '', second = '', ...others]: readonly string[], fromZero: boolean) {
  if (fromZero) return true;
  return (
    /^(?:[23][\da-f]{3}|f[c-f][\da-f]{2})$/iu.test(first) ||
    `${first}:${second}`.toLowerCase() === '64:ff9b' ||
    (others.length > 1 && first.length > 2)
  );
}

/** Six pairs with dashes may be a timestamp: 26-11-29-13-12-06. */
function isMac(it: string): boolean {
  const parts = it.split('-').map(Number);
  if (parts.length !== 6 || parts.some(Number.isNaN)) return true;
  const [, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return !(
    month > 0 &&
    month < 13 &&
    day > 0 &&
    day < 32 &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  );
}

export const ofMachines: readonly Find[] = [
  find(
    'address',
    /\b(?:mac|hwaddr|ether|bssid|lladdr|physical address|mac address|adresse (?:mac|physique))[\s:=]{1,4}(?<it>[\da-f]{12})(?!\w)/giu,
  ),
  find(
    'address',
    /(?<![\w:-])[\da-f]{2}(?:(?::[\da-f]{2}){5}|(?:-[\da-f]{2}){5})(?![\w:-])/giu,
    isMac,
  ),
  find('address', /(?<![\w.])[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}(?![\w.])/giu, (it) =>
    /[a-f]/iu.test(it),
  ),
  find(
    'address',
    /(?<![\w:.])(?=[\da-f]{0,4}:[\da-f]{0,4}:)(?<it>[\da-f:]{2,45}(?:(?:\.\d{1,3}){3})?(?:%\w{1,20})?)(?<!(?<!:):)(?!:?\w|::)/giu,
    isIpv6,
  ),
  find('address', /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\w)/gu, isIpv4),
  // Host names that clouds and ISPs derive from the address.
  find(
    'address',
    /(?<![\w.-])(?:ip|host|dyn|dsl|static|client|pool|cpe|modemcable\d{0,3})-?(?<it>\d{1,3}(?:-\d{1,3}){3})(?![\w]|-\d)/giu,
  ),
];
