/** Hints about the rest of the document. Pure. */
import { feedAddresses } from '../../feeds/addresses.ts';
import { isSecretAddress } from '../calendar-address.ts';
import { cronOf } from '../cron.ts';
import type { CoopDocument } from '../parse.ts';
import { isRecord } from '../../json.ts';
import { hostOf } from '../web.ts';
import { witnessesOf } from '../witnesses.ts';
import type { Hint } from './hint.ts';
import { hint } from './hint.ts';
import { isNear } from '../../net/own-network.ts';
import { probedHost, siteOf, witnessHost } from './hosts.ts';
import type { Placed } from './services.ts';

export function witnessHints(
  document: CoopDocument,
  ownSites: ReadonlySet<string>,
): readonly Hint[] {
  const { witnesses, services } = document;
  if (witnesses.length === 0) {
    return services.length > 0 && witnessesOf(document).length === 0
      ? [hint('$.witnesses', 'witness-none')]
      : [];
  }
  const hints: Hint[] = witnesses.length === 1 ? [hint('$.witnesses', 'witness-one')] : [];
  const probedSites = new Set([...ownSites, ...sitesOf(services.map(({ service }) => service))]);
  const seen = new Set<string>();
  for (const [index, witness] of witnesses.entries()) {
    const at = `$.witnesses[${index}]`;
    const host = witnessHost(witness);
    if (host === undefined) continue;
    const site = siteOf(host);
    if (isNear(host)) hints.push(hint(at, 'witness-local', { host }));
    else if (probedSites.has(site)) hints.push(hint(at, 'witness-own', { host }));
    else if (seen.has(site)) hints.push(hint(at, 'witness-twin', { site }));
    seen.add(site);
    if ('url' in witness && /^http:/i.test(witness.url) && witness.contains === undefined) {
      hints.push(hint(at, 'witness-portal'));
    }
  }
  return hints;
}

export function sitesOf(services: readonly Parameters<typeof probedHost>[0][]): readonly string[] {
  return services.flatMap((service) => {
    const host = probedHost(service);
    return host === undefined ? [] : [siteOf(host)];
  });
}

/** In s; minimum polite interval for other people's status pages. */
const minForeignFeedIntervalS = 120;

/** `indexOf` returns a feed's index in the document. */
export function feedHints(
  { feeds, services }: CoopDocument,
  indexOf: (feedId: string) => number,
  ownSites: ReadonlySet<string>,
): readonly Hint[] {
  const used = new Set(services.map(({ service }) => service.feed?.feed));
  return feeds.flatMap((feed) => {
    const at = `$.feeds[${indexOf(feed.id)}]`;
    const { intervalS } = feed;
    const host = hostOf(feed.url) ?? '';
    const isUnkind =
      intervalS < minForeignFeedIntervalS && !isNear(host) && !ownSites.has(siteOf(host));
    const bare = { ...feed, url: '' };
    const path = feedAddresses(bare).find((apiPath) =>
      feed.url.includes(apiPath.split('?')[0] ?? apiPath),
    );
    return [
      ...(isUnkind ? [hint(`${at}.intervalS`, 'interval-unkind', { host, intervalS })] : []),
      ...(used.has(feed.id) ? [] : [hint(at, 'feed-unused')]),
      ...(path === undefined ? [] : [hint(`${at}.url`, 'feed-path', { path })]),
    ];
  });
}

export function otherHints(document: CoopDocument, services: readonly Placed[]): readonly Hint[] {
  const { emergency, rdap } = document;
  const unreachable = (emergency?.contacts ?? []).flatMap(({ phone, email, url, name }) =>
    (phone ?? email ?? url) ? [] : [hint('$.emergency.contacts', 'contact-mute', { name })],
  );
  const hasDomain = services.some(({ service }) => service.domain !== undefined);
  return [
    ...unreachable,
    ...(rdap !== undefined && !hasDomain ? [hint('$.rdap', 'rdap-unused')] : []),
    ...backupsHints(document),
    ...purgeHints(document),
    ...calendarHints(document),
  ];
}

function backupsHints({ backups, services, feedback }: CoopDocument): readonly Hint[] {
  const ids = new Set(services.map(({ service }) => service.id));
  const hints = (backups?.sources ?? []).flatMap((source, index): Hint[] => {
    const at = `$.backups.sources[${index}]`;
    const { standbyOf } = source;
    const isDangling = standbyOf !== undefined && !ids.has(standbyOf);
    return isDangling ? [hint(`${at}.standbyOf`, 'reference', { got: standbyOf })] : [];
  });
  const destination = backups?.restore?.destination;
  const isKnown = feedback?.destinations.some(({ id }) => id === destination) ?? false;
  return destination === undefined || isKnown
    ? hints
    : [...hints, hint('$.backups.restore.destination', 'reference', { got: destination })];
}

function purgeHints({ matrix }: CoopDocument): readonly Hint[] {
  return (matrix?.rooms ?? []).flatMap(({ purge }, index) =>
    purge && !hasNextRun(purge.cron, purge.timeZone)
      ? [hint(`$.matrix.rooms[${index}].purge`, 'purge')]
      : [],
  );
}

function calendarHints({ calendars = [] }: CoopDocument): readonly Hint[] {
  return calendars.flatMap(({ url }, index) =>
    url !== undefined && isSecretAddress(url)
      ? [hint(`$.calendars[${index}].url`, 'calendar-secret')]
      : [],
  );
}

function hasNextRun(cron: string, timeZone: string): boolean {
  try {
    return cronOf(cron, timeZone).nextRun() !== null;
  } catch {
    return false;
  }
}

/** The app uses the first of two entries about one room. */
export function entryTwinHints(json: unknown): readonly Hint[] {
  const matrix = isRecord(json) ? json['matrix'] : undefined;
  const rooms: unknown = isRecord(matrix) ? matrix['rooms'] : undefined;
  const seen = new Set<unknown>();
  return (Array.isArray(rooms) ? rooms : []).flatMap((entry: unknown, index) => {
    const room = isRecord(entry) ? entry['room'] : undefined;
    const isTwin = typeof room === 'string' && seen.has(room);
    seen.add(room);
    return isTwin
      ? [hint(`$.matrix.rooms[${index}].room`, 'entry-twin', { got: room.slice(0, 80) })]
      : [];
  });
}
