/**
 * The features, each named once. What one needs of another is passed in as a typed argument; what happens to all alike
 * is looped. A feature's code is loaded on first use: see `feature.ts`.
 */
import type { Where } from '../../shared/triage/sharing.ts';
import type { StandbyAge } from '../../shared/backups/standbys.ts';
import type { CoopDocument } from '../../shared/coop/parse.ts';
import type { Change } from '../../shared/status/notices.ts';
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
import type { Share } from '../../shared/acknowledgements/share.ts';
import type { EchoDesktop } from './echo/feature.ts';
import { echoFeature } from './echo/feature.ts';
import type { FeatureCalls } from './feature.ts';
import { feedbackFeature } from './feedback/feature.ts';
import type { Host } from './host.ts';
import type { Lifecycle } from './mount.ts';
import { mount } from './mount.ts';
import { roomExportFeature } from './room-export/feature.ts';

export type FeaturesHost = Host & EchoDesktop;

type Prefix =
  | 'accounts'
  | 'answers'
  | 'backups'
  | 'echo'
  | 'feedback'
  | 'announcements'
  | 'roomExport';

export type Features = Readonly<{
  calls: FeatureCalls<Prefix>;
  /** What features add to a service in the snapshot. */
  annotate: (view: ServiceView) => Annotations;
  /** What the backups say about the age of a service's standby. */
  standbyOf: (serviceId: string) => StandbyAge | undefined;
  /** Where acknowledgements are sent to now. */
  ackPlace: () => Where;
  share: Share;
  /** Services have changed; may be called before anything is loaded. */
  noteChanges: (changes: readonly Change[]) => void;
}> &
  Whole;

/** What happens to all features alike. */
type Whole = Readonly<{
  /** Continues what an earlier run of the app left: accounts, and items to send. */
  begin: () => void;
  setDocument: (document: CoopDocument) => void;
  suspend: () => void;
  resume: () => void;
  /** Work to finish before the app ends; undefined if there is none. */
  leave: () => Promise<void> | undefined;
  dispose: () => void;
}>;

export function createFeatures(host: FeaturesHost): Features {
  const { clock } = host;
  const staleness = createStaleness(clock.nowUtcMs);

  const accounts = mount(accountsFeature(host), clock);
  const withAccounts = { ...host, accounts: accounts.api };
  const feedback = mount(feedbackFeature(withAccounts), clock);
  const announcements = mount(announcementsFeature(withAccounts), clock);
  const acknowledgements = mount(
    acknowledgementsFeature({
      ...withAccounts,
      outbox: {
        post: async (...post) => (await feedback.api()).ackOutbox.post(...post),
        unsend: async (itemId) => (await feedback.api()).ackOutbox.unsend(itemId),
      },
      staleBefore: staleness.current,
    }),
    clock,
  );
  const backups = mount(backupsFeature(host), clock);
  const echo = mount(
    echoFeature({
      ...host,
      sendReport: async (...report) => (await feedback.api()).feedback.report(...report),
    }),
    clock,
  );
  const roomExport = mount(roomExportFeature(withAccounts), clock);

  // Accounts first: what is sent goes through them as the newest document has them.
  const mounted = [accounts, feedback, announcements, acknowledgements, backups, echo, roomExport];
  const all = mounted.map(({ lifecycle }) => lifecycle);
  const signIn = createSignIn(accounts, all);
  const sharing = createSharing(acknowledgements, signIn.mayBeUnderWay);
  return {
    calls: {
      ...accounts.calls,
      ...feedback.calls,
      ...announcements.calls,
      ...backups.calls,
      ...echo.calls,
      ...roomExport.calls,
    },
    annotate: (view) => annotationsOf(all, view),
    standbyOf: (serviceId) => backups.loaded()?.standbyOf(serviceId),
    ackPlace: sharing.place,
    share: sharing.share,
    noteChanges: staleness.note,
    ...wholeOf(all),
  };
}

type AccountsMount = Readonly<{
  loaded: () => MemberAccounts | undefined;
  isRestoring: () => boolean;
  onLoad: (listener: (accounts: MemberAccounts) => void) => void;
}>;

/** Tells the features once the member has signed in to Matrix: some are loaded only then. */
function createSignIn(accounts: AccountsMount, all: readonly Lifecycle[]) {
  let hasSignedIn = false;
  accounts.onLoad((loaded) => {
    const look = () => {
      if (!loaded.matrix()) return;
      hasSignedIn = true;
      for (const one of all) one.signedIn();
    };
    loaded.onChange(look);
    look();
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

function wholeOf(all: readonly Lifecycle[]): Whole {
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
