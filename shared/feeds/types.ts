/** Supported kinds of status page. */
export const feedTypes = [
  'uptime-kuma',
  'gatus',
  'statuspage',
  'cstate',
  'upptime',
  'better-stack',
  'cachet',
  'alertmanager',
] as const;
export type FeedType = (typeof feedTypes)[number];
