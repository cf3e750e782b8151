/**
 * Mounts the features. What one needs from another is a typed argument; lifecycle events loop over all of them. A
 * feature's code is loaded on first use, see `feature.ts`.
 */
import type { Where } from '../../shared/triage/sharing.ts';
import type { StandbyAge } from '../../shared/backups/standbys.ts';
import type { CoopDocument } from '../../shared/coop/parse.ts';
import type { CallHandlers, CallName } from '../../shared/ipc.ts';
import type { Change } from '../../shared/status/notices.ts';
import type { CoreCalls } from '../core/calls.ts';
import type { Annotations, ServiceView } from '../../shared/status/view.ts';
import { accountsFeature } from './accounts/feature.ts';
import {
  acknowledgementsFeature,
  createSharing,
  createStaleness,
} from './acknowledgements/feature.ts';
import { announcementsFeature } from './announcements/feature.ts';
import { backupsFeature } from './backups/feature.ts';
import type { MemberAccounts } from './contracts/accounts.ts';
import type { Timetable } from './contracts/timetable.ts';
import type { Share } from '../../shared/acknowledgements/share.ts';
import type { EchoDesktop, EchoHost } from './echo/feature.ts';
import { echoFeature } from './echo/feature.ts';
import { feedbackFeature } from './feedback/feature.ts';
import type { Host } from './host.ts';
import type { Lifecycle } from './mount.ts';
import { createMount } from './mount.ts';
import { calendarFeature } from './calendar/feature.ts';
import { linksFeature } from './links/feature.ts';
import { logoFeature } from './logo/feature.ts';
import { moneyFeature } from './money/feature.ts';
import { proxyFeature } from './proxy/feature.ts';
import { meetingsFeature } from './meetings/feature.ts';
import { roomExportFeature } from './room-export/feature.ts';
import { roomsFeature } from './rooms/feature.ts';
import { updatesFeature } from './updates/feature.ts';

export type FeaturesHost = Host & EchoDesktop;

/** Calls about the window and the app as a whole, which no feature handles. */
export type WindowCalls = Pick<CallHandlers, Extract<CallName, `${'window' | 'demo'}.${string}`>>;

type Face = (host: never) => Readonly<{ load: unknown; leftovers?: unknown }>;
/** How another world starts a feature, whose contract and calls stay the same. */
type Start<F extends Face> = Pick<ReturnType<F>, 'load' | 'leftovers'>;

export type Replacements = Readonly<{
  accounts: (host: Host) => Start<typeof accountsFeature>;
  echo: (host: EchoHost) => Start<typeof echoFeature>;
}>;

export type Features = Readonly<{
  calls: Omit<CallHandlers, keyof CoreCalls | keyof WindowCalls>;
  /** What features add to a service in the snapshot. */
  annotate: (view: ServiceView) => Annotations;
  /** Age of a service's standby according to its backups. */
  standbyOf: (serviceId: string) => StandbyAge | undefined;
  /** Where acknowledgements are shared now. */
  ackPlace: () => Where;
  share: Share;
  /** Status changes; may be called before any feature is loaded. */
  noteChanges: (changes: readonly Change[]) => void;
}> &
  AllFeatures;

/** Lifecycle events of all features. */
type AllFeatures = Readonly<{
  /** Resumes what an earlier run left: accounts and unsent items. */
  begin: () => void;
  setDocument: (document: CoopDocument) => void;
  suspend: () => void;
  resume: () => void;
  /** Work to finish before the app quits; undefined if there is none. */
  leave: () => Promise<void> | undefined;
  dispose: () => void;
}>;

export function createFeatures(host: FeaturesHost, replaced?: Replacements): Features {
  const mount = createMount(host);
  const staleness = createStaleness(host.clock.nowUtcMs);

  const accounts = mount({ ...accountsFeature(host), ...replaced?.accounts(host) });
  const withAccounts = { ...host, accounts: accounts.api };
  const feedback = mount(feedbackFeature(withAccounts));
  const announcements = mount(announcementsFeature(withAccounts));
  const acknowledgements = mount(
    acknowledgementsFeature({
      ...withAccounts,
      outbox: {
        post: async (...post) => (await feedback.api()).ackOutbox.post(...post),
        unsend: async (itemId) => (await feedback.api()).ackOutbox.unsend(itemId),
      },
      staleBefore: staleness.current,
    }),
  );
  const backups = mount(backupsFeature(host));
  const withReports: EchoHost = {
    ...host,
    sendReport: async (...report) => (await feedback.api()).feedback.report(...report),
  };
  const echo = mount({ ...echoFeature(withReports), ...replaced?.echo(withReports) });
  const roomExport = mount(roomExportFeature(withAccounts));
  const logo = mount(logoFeature(host));
  const links = mount(linksFeature(host));
  const money = mount(moneyFeature(host));
  const calendar = mount(calendarFeature(host));
  const rooms = mount(roomsFeature(host));
  const meetings = mount(meetingsFeature({ ...host, timetable: timetableOf(calendar) }));
  const proxy = mount(proxyFeature(host));
  const updates = mount(updatesFeature(host));

  const mounted = [
    // First, so that pending items are sent with the accounts of the newest document.
    accounts,
    feedback,
    announcements,
    acknowledgements,
    backups,
    echo,
    roomExport,
    logo,
    links,
    money,
    calendar,
    rooms,
    meetings,
    proxy,
    updates,
  ] as const;
  const all = mounted.map(({ lifecycle }) => lifecycle);
  const signIn = createSignIn(accounts, all);
  const sharing = createSharing(acknowledgements, signIn.mayBeUnderWay);
  return {
    calls: mergeCalls(mounted),
    annotate: (view) => annotationsOf(all, view),
    standbyOf: (serviceId) => backups.loaded()?.standbyOf(serviceId),
    ackPlace: sharing.place,
    share: sharing.share,
    noteChanges: staleness.note,
    ...allFeaturesOf(all),
  };
}

type Merged<Part> = (Part extends unknown ? (part: Part) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

function mergeCalls<All extends readonly Readonly<{ calls: object }>[]>(
  mounted: All,
): Merged<All[number]['calls']> {
  // Object.assign() has no type for any number of parts.
  return Object.assign({}, ...mounted.map(({ calls }) => calls)) as Merged<All[number]['calls']>;
}

type CalendarMount = Readonly<{
  loaded: () => CalendarEvents | undefined;
  onLoad: (listener: (calendars: CalendarEvents) => void) => void;
}>;
type CalendarEvents = Readonly<{
  timetable: Timetable['events'];
  onTurn: (listener: () => void) => void;
}>;

function timetableOf({ loaded, onLoad }: CalendarMount): Timetable {
  return {
    events: () => loaded()?.timetable() ?? [],
    onTurn: (listener) => {
      const calendars = loaded();
      if (calendars) calendars.onTurn(listener);
      else onLoad(({ onTurn }) => onTurn(listener));
    },
  };
}

type AccountsMount = Readonly<{
  loaded: () => MemberAccounts | undefined;
  isRestoring: () => boolean;
  onLoad: (listener: (accounts: MemberAccounts) => void) => void;
}>;

/** Notifies the features when the member has signed in to Matrix, because some are loaded only then. */
function createSignIn(accounts: AccountsMount, all: readonly Lifecycle[]) {
  let hasSignedIn = false;
  accounts.onLoad((loaded) => {
    const check = () => {
      if (!loaded.matrix()) return;
      hasSignedIn = true;
      for (const one of all) one.signedIn();
    };
    loaded.onChange(check);
    check();
  });
  const isSigningIn = () => {
    const loaded = accounts.loaded();
    return loaded ? loaded.state().matrix.session === 'signing-in' : accounts.isRestoring();
  };
  return { mayBeUnderWay: () => hasSignedIn || isSigningIn() };
}

function annotationsOf(all: readonly Lifecycle[], view: ServiceView): Annotations {
  let annotations: Annotations = {};
  for (const one of all) {
    const annotate = one.hooks()?.annotate;
    if (annotate) annotations = { ...annotations, ...annotate(view) };
  }
  return annotations;
}

function allFeaturesOf(all: readonly Lifecycle[]): AllFeatures {
  return {
    begin: () => all.forEach((one) => one.begin()),
    setDocument: (document) => all.forEach((one) => one.setDocument(document)),
    suspend: () => all.forEach((one) => one.hooks()?.suspend?.()),
    resume: () => all.forEach((one) => one.hooks()?.resume?.()),
    leave: () => {
      const work = all.flatMap((one) => one.hooks()?.leave?.() ?? []);
      return work.length > 0 ? Promise.all(work).then(() => undefined) : undefined;
    },
    dispose: () => all.toReversed().forEach((one) => one.dispose()),
  };
}
