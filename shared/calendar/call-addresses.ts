/**
 * Addresses that lead into a call, as the usual services write them: to tell them from other links of a description.
 * Pure.
 */
import { webParts } from '../net/web-parts.ts';

/** The host, and what follows it. Their other pages are for telephone numbers, options, and downloads. */
const services: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/(?:^|\.)zoom(?:gov)?\.(?:us|com)$/, /^\/(?:j|s|w|my|wc)\//],
  [/^meet\.google\.com$/, /^\/(?:lookup\/)?[a-z\d]+-[a-z\d-]+/],
  [/(?:^|\.)teams\.(?:microsoft\.(?:com|us)|live\.com)$/, /^\/(?:l\/meetup-join|meet)\//],
  [/(?:^|\.)webex\.com$/, /\/(?:meet|join|m)\/|\/[jm]\.php|\/wbxmjs\//],
  [/^(?:.+\.)?(?:whereby\.com|meet\.jit\.si|8x8\.vc|framatalk\.org)$/, /^\/./],
  [/^(?:.+\.)?(?:gotomeet\.me|gotomeeting\.com|meet\.goto\.com|join\.skype\.com)$/, /^\/./],
  [/^(?:.+\.)?(?:bluejeans\.com|chime\.aws|call\.element\.io|kmeet\.infomaniak\.com)$/, /^\/./],
  [/^app\.slack\.com$/, /^\/huddle\//],
  [/^(?:signal\.link|facetime\.apple\.com)$/, /^\/(?:call|join)/],
  // BigBlueButton with Greenlight, and what co-ops call the hosts of their rooms.
  [/./, /\/rooms\/[\w-]+\/join\b|\/(?:rooms|b)\/(?:[a-z\d]{2,}-){2,}[a-z\d]+|\/html5client\//],
  [/^(?:meet|bbb|jitsi|visio|call|calls|conf|talk)\d{0,3}\./, /^\/./],
];

export function isCallAddress(url: string): boolean {
  const parts = webParts(url);
  if (!parts) return false;
  return services.some(([host, path]) => host.test(parts.host) && path.test(parts.path));
}
