/**
 * Addresses that lead into a call, as the usual services write them: to tell them from other links of a description.
 * Pure.
 */
import { webParts } from '../net/web-parts.ts';

/** The host, and what follows it. Their other pages are for telephone numbers, options, and downloads. */
const services: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [
    /(?:^|\.)zoom(?:gov|-x)?\.(?:us|com|com\.cn|de)$/,
    /^\/(?:j|s|w|my|wc|ejl?|launch|webinar\/j)\//,
  ],
  [/^(?:stream\.)?meet\.google\.com$/, /^\/(?:lookup\/|_meet\/|stream\/)?[a-z\d]+-[a-z\d-]+/],
  [/^g\.co$/, /^\/meet\/./],
  [
    /(?:^|\.)teams\.(?:microsoft\.(?:com|us)|live\.com|cloud\.microsoft)$/,
    /^\/(?:l\/meetup-join|meet)\/|^\/dl\/launcher\/.*meetup-join/,
  ],
  [
    /(?:^|\.)webex\.com$/,
    /\/(?:meet|join|m)\/|\/[jm]\.php|\/wbxmjs\/|\/meeting\/(?:info|download)\//,
  ],
  [/^(?:.+\.)?(?:whereby\.com|meet\.jit\.si|8x8\.vc|framatalk\.org)$/, /^\/./],
  [/^(?:.+\.)?(?:gotomeet\.me|gotomeeting\.com|meet\.goto\.com|join\.skype\.com)$/, /^\/./],
  [/^(?:.+\.)?(?:bluejeans\.com|chime\.aws|call\.element\.io|kmeet\.infomaniak\.com)$/, /^\/./],
  [/^app\.slack\.com$/, /^\/huddle\//],
  [/^(?:signal\.link|facetime\.apple\.com)$/, /^\/(?:call|join)/],
  [/(?:^|\.)(?:ringcentral\.com|lu\.ma|livestorm\.(?:co|com)|pop\.com)$/, /^\/(?:join|j|p)\//],
  [/(?:^|\.)(?:doxy\.me|ovice\.(?:in|com)|demodesk\.com|around\.co|senfcall\.de)$/, /^\/./],
  [/^(?:app\.cal\.com|app\.gather\.town|us\.bbcollab\.com)$/, /^\/(?:video|app|guest|invite)\//],
  [/(?:^|\.)zoho\.(?:com|eu|in)$/, /^\/meetings?\//],
  // BigBlueButton with Greenlight, Nextcloud Talk, and what co-ops call the hosts of their rooms.
  [/./, /\/rooms\/[\w-]+\/join\b|\/(?:rooms|b)\/(?:[a-z\d]{2,}-){2,}[a-z\d]+|\/html5client\//],
  [
    /./,
    /\/bigbluebutton\/api\/join\?|\/apps\/bbb\/b\/\w|^(?:\/[\w-]+)?(?:\/index\.php)?\/call\/[a-z\d]{6,}$/,
  ],
  [/^(?:meet|meetings|bbb|jitsi|visio|vc|call|calls|conf|talk)\d{0,3}\./, /^\/./],
];

export function isCallAddress(url: string): boolean {
  const parts = webParts(url);
  if (!parts) return false;
  return services.some(([host, path]) => host.test(parts.host) && path.test(parts.path));
}
