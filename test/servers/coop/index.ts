/** The stand-in co-op: its services, witnesses and document on loopback, for the demo and the tests. */
import { wellKnownPath } from '../../../shared/coop/source.ts';
import { makeCertificate } from '../certificates.ts';
import type { Reply } from '../http.ts';
import type { StandInBackups } from './backups.ts';
import { startBackups } from './backups.ts';
import { calendarPath, calendarReply, calendarText, calendarsPlan } from './calendar.ts';
import type { Network } from './conditions.ts';
import type { Pace } from './document.ts';
import { aroundTheClock, documentOf } from './document.ts';
import { startFront } from './front.ts';
import type { Front } from './front.ts';
import type { StandInPage } from '../feeds/index.ts';
import { startOpenCollective } from '../open-collective.ts';
import type { Pages } from './pages.ts';
import { startPages } from './pages.ts';
import { linksPath, linksPlan, linksReply } from './links.ts';
import { collectives, moneyPlan } from './money.ts';
import { meetPlan, presencePath, presenceReply, templatePath, templateReply } from './meet.ts';
import { restored, restoredPath } from './plans.ts';
import type { Ports } from './ports.ts';
import { portsFrom } from './ports.ts';
import { coopName, notFound, page } from './replies.ts';
import type { StandIn } from './service.ts';
import { startService } from './service.ts';
import type { TalkPlaces } from './talk.ts';
import { table } from './table.ts';

export { startScale } from './scale.ts';
export type { Scale } from './scale.ts';
export { conditions } from './conditions.ts';
export type { Condition } from './conditions.ts';
export type { StandIn } from './service.ts';

export type StandInCoop = Readonly<{
  documentUrl: string;
  /** The document as it is served. */
  documentText: () => string;
  services: readonly StandIn[];
  /** Throws for an id that is not in the table. */
  service: (id: string) => StandIn;
  /** A status page of the co-op; throws for an unknown id. */
  page: (id: string) => StandInPage;
  /** Throws if the document names no backups. */
  backups: () => StandInBackups;
  /** The member's own network is down: nothing answers, not even a witness. */
  goOffline: () => Promise<void>;
  /** The network is back; each service has the condition that was set last. */
  goOnline: () => Promise<void>;
  /** Stops only the witnesses, until the network is set again. */
  loseWitnesses: () => Promise<void>;
  /** As in a café: plain http is redirected to a sign-in page, everything else is refused. */
  captivePortal: () => Promise<void>;
  stop: () => Promise<void>;
}>;

export type StandInOptions = Pace &
  Readonly<{
    name?: string;
    /** First of a range of ports; free ones when left out. */
    basePort?: number;
    /** Seconds between checks while a verdict is confirmed (`damping.confirmS`). */
    confirmS?: number;
    /** The zone of planned work; the co-op’s own if left out. */
    timeZone?: string;
    /** Delay of a slow answer, in ms. */
    slowMs?: number;
    /** Rooms for the echo test that the document names. */
    echoRooms?: readonly string[];
    /** The co-op's Matrix rooms and GitHub repository. */
    talk?: TalkPlaces;
    /** Whether the document names backups; with a key it also names a second source that requires it. */
    backups?: boolean | Readonly<{ vaultKey: string }>;
    /** Whether the document names the list of links. */
    links?: boolean;
    /** Whether the document names the co-op's collectives. */
    money?: boolean;
    /** Whether the document names rooms for calls, and meetings with pads and templates. */
    meet?: boolean;
    /** Whether the document names the calendar. */
    calendar?: boolean;
  }>;

/** Soon enough for a warning. */
const certificateDays = 6;

export async function startCoop(options: StandInOptions = {}): Promise<StandInCoop> {
  const ports = portsFrom(options.basePort);
  let text = '';
  const calendar = calendarReply(calendarText(Date.now()));
  const front = await startFront(ports, (path) =>
    path === calendarPath ? calendar : siteReply(path, text),
  );
  const pages = await startPages(ports.page);
  const services = await startServices(ports, front, options.slowMs ?? 3000);
  const backups = options.backups
    ? await startBackups(ports.backups, vaultKeyOf(options))
    : undefined;
  const money = options.money ? await startMoney(ports.money) : undefined;
  text = documentText(front, pages, services, { backups, money }, options);

  const others = [pages, ...services, ...(backups ? [backups] : []), ...(money ? [money] : [])];
  const all = [front, ...others];
  // Witnesses go first and come last: services that are away while witnesses answer are down.
  const setNetwork = async (next: Network) => {
    if (next !== 'online') await front.setNetwork(next);
    await Promise.all(others.map((one) => one.setNetwork(next)));
    if (next === 'online') await front.setNetwork(next);
  };
  return {
    documentUrl: front.site.url + wellKnownPath,
    documentText: () => text,
    services,
    service: (id) => {
      const found = services.find((one) => one.id === id);
      if (!found) throw new Error(`no service ${id}`);
      return found;
    },
    page: pages.page,
    backups: () => {
      if (!backups) throw new Error('the document names no backups');
      return backups;
    },
    goOffline: () => setNetwork('offline'),
    goOnline: () => setNetwork('online'),
    loseWitnesses: front.loseWitnesses,
    captivePortal: () => setNetwork('captive'),
    stop: async () => {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}

function vaultKeyOf({ backups }: StandInOptions): string | undefined {
  return typeof backups === 'object' ? backups.vaultKey : undefined;
}

async function startServices(ports: Ports, front: Front, slowMs: number): Promise<StandIn[]> {
  const certificate = await makeCertificate({ endsInDays: certificateDays });
  const { portalUrl } = front;
  return Promise.all(
    table.map((row, index) =>
      startService(row, { port: ports.service(index), certificate, slowMs, portalUrl }),
    ),
  );
}

async function startMoney(port: number) {
  const { url, start, pause, stop } = await startOpenCollective(collectives, { port });
  return { url, stop, setNetwork: (next: Network) => (next === 'online' ? start() : pause()) };
}

function siteReply(path: string, document: string): Reply {
  if (path === wellKnownPath) {
    return { headers: { 'content-type': 'application/json' }, body: document };
  }
  if (path === restoredPath) return restored(Date.now());
  if (path === linksPath) return linksReply;
  if (path === presencePath) return presenceReply(Date.now());
  if (path === templatePath) return templateReply;
  return path === '/' ? page(`${coopName} Workers’ Co-op`) : notFound;
}

function documentText(
  front: Front,
  pages: Pages,
  services: readonly StandIn[],
  {
    backups,
    money,
  }: Readonly<{ backups?: StandInBackups | undefined; money?: { url: string } | undefined }>,
  options: StandInOptions,
): string {
  const { name, intervalS, confirmS, damping, echoRooms, talk } = options;
  const calm = { ...damping, ...(confirmS === undefined ? {} : { confirmS }) };
  const places = {
    site: front.site.url,
    witnesses: front.witnesses.map(({ url }) => url),
    pages: pages.urls,
    services: new Map(services.map((one) => [one.id, one])),
    ...(echoRooms ? { echoRooms } : {}),
    ...(backups
      ? { backups: { url: backups.url, hasVault: vaultKeyOf(options) !== undefined } }
      : {}),
  };
  const document = documentOf(places, {
    ...(name === undefined ? {} : { name }),
    ...(intervalS === undefined ? {} : { intervalS }),
    ...(Object.keys(calm).length > 0 ? { damping: calm } : {}),
  });
  const { timeZone } = options;
  const maintenance = document.maintenance?.map((one) => ({
    ...one,
    ...(timeZone ? { timeZone } : {}),
  }));
  const { url } = front.site;
  const [echo] = document.echo ?? [];
  const room = echo?.room ?? services.find(({ id }) => id === 'calls')?.url ?? url;
  const sections = {
    ...(options.links ? { links: linksPlan(url) } : {}),
    ...(money ? { money: moneyPlan(money.url) } : {}),
    ...(options.calendar ? { calendars: calendarsPlan(url) } : {}),
    ...(options.meet ? meetPlan(url, { room, ...(echo ? { echoId: echo.id } : {}) }) : {}),
  };
  const quietHours = aroundTheClock;
  const whole = { ...document, maintenance, ...talk, ...sections, quietHours };
  return JSON.stringify(whole, null, 2);
}
