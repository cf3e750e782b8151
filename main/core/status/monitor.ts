/**
 * Monitors a co-op's services: our own checks, status pages, root causes, and what is polled rarely (the age of
 * standbys, the expiry of domains).
 */
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import { componentsByFeed } from '../../../shared/coop/feed.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Feeds } from './feeds.ts';
import type { StatusChanges } from './merged-records.ts';
import type { StatusState } from './prober.ts';
import type { Sources, SourcesDeps } from './sources.ts';
import { createSources } from './sources.ts';
import type { Observed } from './status-event.ts';
import { viewsOf } from './views.ts';

export type Monitor = Readonly<{
  state: () => StatusState;
  feeds: Feeds['state'];
  /** What a member sees of each service now. */
  views: () => readonly ServiceView[];
  /** Adds causes and standbys as known now; call when the changes are announced. */
  explain: (changes: readonly Change[]) => readonly Change[];
  setDocument: (document: CoopDocument) => void;
  /** Checks one service, or all, now. */
  checkNow: (serviceId?: string) => void;
  /** Stops all timers and drops what is under way. */
  suspend: () => void;
  /** Updates everything that depends on time after a sleep; sends no request before `resume`. */
  wake: () => void;
  /** Restarts all checks and polls; call once the network is back. */
  resume: () => void;
  /** Changes to announce, and whether anything shown has changed. */
  onChanges: Emitter<StatusChanges>['on'];
  /** Each check that counts, and each report of a status page. */
  onObserved: Emitter<Observed>['on'];
  /** The clock jumped, or the machine slept unannounced: nothing is checked until `resume`. */
  onJump: Emitter<void>['on'];
  dispose: () => void;
}>;

export type MonitorDeps = SourcesDeps;

export function createMonitor(deps: MonitorDeps): Monitor {
  const sources = createSources(deps);
  const { prober, feeds, maintenance, freshness, domains, expiry, rootCauses } = sources;
  const changes = createEmitter<StatusChanges>();
  const observations = createEmitter<Observed>();

  const announce = ({ changes: all, visible }: StatusChanges) => {
    for (const { serviceId, to } of all) if (to === 'down') freshness.need(serviceId);
    changes.emit({ changes: rootCauses.suppress(all), visible });
  };
  joinSources(sources, { announce, observe: observations.emit });
  expiry.onTurn(() => changes.emit({ changes: [], visible: true }));
  freshness.onChange(() => {
    expiry.reviewAll();
    changes.emit({ changes: [], visible: true });
  });

  const views = () => {
    const { services, records } = prober.state();
    const { connectivity, clock } = deps;
    return viewsOf(services, records, sources.about, connectivity.current(), clock.nowUtcMs());
  };
  const suspend = () => {
    for (const one of [prober, feeds, freshness, expiry]) one.suspend();
  };

  return {
    state: prober.state,
    feeds: feeds.state,
    views,
    explain: (some) => withStandbys(rootCauses.withCauses(some), views(), deps.clock.nowUtcMs()),
    setDocument: (document) => {
      const { services } = document;
      expiry.setServices(services);
      maintenance.setMaintenance(document.maintenance);
      rootCauses.setServices(services);
      freshness.setServices(services);
      void domains.setServices(document.rdap?.url, services);
      prober.setServices(services);
      feeds.setFeeds(document.feeds, componentsByFeed(services));
      expiry.reviewAll();
    },
    checkNow: (serviceId) => {
      prober.checkNow(serviceId);
      feeds.checkNow();
    },
    suspend,
    wake: () => {
      suspend();
      maintenance.wake();
      expiry.reviewAll();
    },
    resume: () => {
      for (const one of [prober, feeds, freshness]) one.resume();
      expiry.reviewAll();
    },
    onChanges: changes.on,
    onObserved: observations.on,
    onJump: prober.onJump,
    dispose: () => {
      for (const one of [maintenance, prober, feeds, freshness, domains, expiry]) one.dispose();
      changes.clear();
      observations.clear();
    },
  };
}

type Listeners = Readonly<{
  announce: (changes: StatusChanges) => void;
  observe: (observed: Observed) => void;
}>;

/** Merges what each source finds with the others, then announces and records it. */
function joinSources(sources: Sources, { announce, observe }: Listeners): void {
  const { prober, feeds, merged, recorded, maintenance, domains, expiry, rootCauses } = sources;
  prober.onChange(({ what, changes, observed }) => {
    const taken = merged.takeChecks(changes);
    if (observed) observe(recorded.ofCheck(observed));
    // Up after up is visible, too, if the last reading had become too old to count.
    const countsAgain = observed ? expiry.review(observed.serviceId) : false;
    announce({ ...taken, visible: taken.visible || countsAgain || what === 'verdicts' });
  });
  feeds.onChange(() => {
    const taken = merged.takePages();
    for (const observed of recorded.ofPages()) observe(observed);
    announce(taken);
  });
  domains.onChange((changes) => {
    expiry.reviewAll();
    announce({ changes, visible: true });
  });
  maintenance.onTurn(() => {
    announce({ changes: [], visible: true });
    // Recheck suppressed services, so that they are announced as they are after the work.
    for (const id of rootCauses.suppressed()) prober.checkNow(id);
  });
}

function withStandbys(
  changes: readonly Change[],
  views: readonly ServiceView[],
  nowUtcMs: number,
): readonly Change[] {
  const standbys = new Map(views.map((view) => [view.id, view.standby]));
  return changes.map((change) => {
    const view = standbys.get(change.serviceId);
    return view ? { ...change, standby: { view, atUtcMs: nowUtcMs } } : change;
  });
}
