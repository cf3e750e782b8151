/** Names and serial numbers of people's own machines and networks. Pure. */
import type { Find } from './find.ts';
import { find, findWhere } from './find.ts';
import { isMixed } from './random.ts';
import { isSecret } from './values.ts';

/** A name under a public domain is a server's, and public. */
const isMachine = (it: string) =>
  isSecret(it) &&
  !/^(?:localhost|host|server|db|redis|app|web|none|unknown)$/iu.test(it) &&
  (!it.includes('.') || /\.(?:local|lan|home|localdomain)$/iu.test(it));

/** Configuration files whose names end like a local host name. */
const isFile = (it: string) =>
  /^(?:settings?|config|env|rc|init|main|default|app|web|compose|docker-compose|application|database)\./iu.test(
    it,
  );

const hosts: readonly Find[] = [
  // The comment at the end of an SSH key.
  find(
    'home',
    /(?<![\w/@.:-])[a-z][\w.]{0,31}@(?:[A-Za-z][A-Za-z\d]*-[\w-]{1,40}|[A-Za-z\d-]{2,40}\.local)(?![\w.@/-])/gu,
  ),
  // RFC 6762, and the suffixes that routers assign.
  find(
    'home',
    /(?<![\w@.$-])(?<!(?<!\/)\/)(?:[A-Za-z\d][\w-]{0,62}\.){1,4}(?:local|lan|localdomain|home\.arpa|(?:home|internal|intranet)(?=[:/]))(?![\w-]|\.\w|\()/giu,
    (it) => !isFile(it) && !/(?:cluster\.local|docker\.internal)$/iu.test(it),
  ),
  // Dynamic DNS and tunnels for home servers.
  find(
    'home',
    /(?<![\w.-])(?:[\w-]{1,63}\.){1,3}(?:duckdns\.org|ddns\.net|(?:no-ip|hopto|zapto)\.(?:org|com|biz|info)|dyndns\.org|dynu\.net|myfritz\.net|synology\.me|myqnapcloud\.com|quickconnect\.to|ts\.net|ngrok(?:-free)?\.(?:io|app|dev)|trycloudflare\.com)(?![\w-])/giu,
  ),
  findWhere(
    /iphone|ipad|mac|airpods|galaxy|ordi|pc|portable|téléphone|laptop|phone|computer/iu,
    find(
      'home',
      /(?<!\p{L})(?:(?:iPhone|iPad|MacBook(?: Pro| Air)?|iMac|AirPods(?: Pro)?|Galaxy|ordi(?:nateur)?|PC|portable|téléphone) d(?:e |[’'])\p{Lu}[\p{L}-]{1,30}|\p{Lu}[\p{L}-]{1,30}[’']s (?:iPhone|iPad|MacBook(?: Pro| Air)?|iMac|AirPods|laptop|phone|PC|computer))(?!\p{L})/gu,
    ),
  ),
  find(
    'home',
    /\b(?:(?:static |transient |pretty )?host ?name|computer ?name|device name|machine name|nom (?:de l[’']ordinateur|de la machine|de l[’']appareil|d[’']hôte))\s{0,20}[:=]\s{0,30}["']?(?<it>[^\s"'<>[\],;]{2,64})/giu,
    isMachine,
  ),
  // Default names from Windows and Apple.
  find('home', /(?<![\w-])(?:DESKTOP|LAPTOP|WIN)-[A-Z\d]{6,15}(?![\w-])/gu),
  find(
    'home',
    /(?<![\w-])(?:(?:MacBook(?:-(?:Pro|Air))?|iMac|Mac-mini|iPhone|iPad|PC|portable|ordi)-d[e’']-?[\p{L}\d-]{2,40}|[\p{L}\d]{2,30}s-(?:MacBook|iMac|Mac|iPhone|iPad)[\w-]{0,20})/gu,
  ),
  find(
    'home',
    /(?<![\w-])[\p{L}\d]{2,30}-(?:thinkpad|macbook|laptop|xps|zenbook|ideapad|latitude|elitebook|chromebook|framework)(?:-[\w-]{1,20})?(?![\w-])/giu,
  ),
  find(
    'home',
    /\bLinux (?!Mint|Kernel|kernel|version|distro)(?<it>[\w.-]{2,64}) \d+\.\d+\.\d+/gu,
    isMachine,
  ),
  // The host in a syslog line (RFC 3164).
  find(
    'home',
    /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?<it>[\w.-]{1,64}) (?=[\w./()@-]{1,60}(?:\[\d+\])?: )/gmu,
    isMachine,
  ),
];

/** A network's name can reveal where someone lives. */
const networks: readonly Find[] = [
  find(
    'home',
    /\b(?:E?SSID|access point|point d[’']accès|hotspot|borne wi-?fi|wi-?fi(?: network)?|réseau wi-?fi|wifi connect|(?:dis)?connected (?:to|from)|connecté (?:à|au réseau))(?:["']?(?: value)?\s{1,3}|["']?\s{0,3}[:=]\s{0,3})\\?["'«“]\s?(?<it>[^"'«»“”\\\n[\]]{1,32})/giu,
    isSecret,
  ),
  find(
    'home',
    /\bE?SSID\s{0,20}[:=]\s{0,3}(?<it>[^\s"'«“\n[\]][^"'\n[\]]{0,31})(?=$|\n|["'])/gmu,
    isSecret,
  ),
  find('home', /\b(?:wifi connect|wpa_passphrase)\s(?<it>[^\s"'[\]]{1,32})/gu),
  find(
    'home',
    /(?<!\p{L})(?:wi-?fi|network|réseau|ssid)(?: name)?(?:,? (?:is(?: called)?|s[’']appelle|est|c[’']est|named|called))? (?<it>[\p{L}\d_-]{4,32})(?!\p{L})/giu,
    (it) =>
      isMixed(it) &&
      /\p{L}{3}/u.test(it) &&
      !/^(?:ip|wpa|wep|vlan|802|network|\d+(?:G|GHz|Mbps)$)/iu.test(it),
  ),
];

const numbers: readonly Find[] = [
  find(
    'number',
    /\b(?:device[ _-]?id|machine[ _-]?id|serial(?:[ _-]?(?:number|no\.?|n°))|numéro de série|n° de série|IMEI|UDID)["']?\s{0,2}[:=#]?\s{0,2}(?:is |est (?:le )?)?["']?(?<it>[A-Za-z\d][\w:-]{5,40})/giu,
    (it) => /\d/u.test(it),
  ),
];

export const ofDevices: readonly Find[] = [...hosts, ...networks, ...numbers];
