/**
 * The whole watch over a co-op's services: our own checks, the status pages, what explains a failure, and what is
 * looked at now and then (the age of a standby, the end of a domain). Runs under plain Node.
 */
import type { Connectivity, ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import { componentsByFeed } from '../../../shared/coop/feed.ts';
import type { CoopDocument } from '../../../shared/coop/parse.ts';
import type { Service } from '../../../shared/coop/service.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import type { Change } from '../../../shared/status/notices.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Net } from '../../platform/net/index.ts';
import type { TextStore } from '../../platform/files.ts';
import { createAging, lookAt } from './expiry.ts';
import { createAskDomain, createDomains } from './domains.ts';
import { createExplainer } from './root-cause.ts';
import type { Feeds } from './feeds.ts';
import { createFeeds } from './feeds.ts';
import type { StandbyWord } from './standby-age.ts';
import { createAskFreshness, createFreshness } from './standby-age.ts';
import type { StatusState } from './prober.ts';
import type { Observed } from './records.ts';
import { createProber } from './prober.ts';
import type { News } from './merged-records.ts';
import { createOutlook } from './merged-records.ts';
import { createPlan } from './maintenance-windows.ts';
import type { RunProbe } from './probes/index.ts';
import { createTestimony } from './recorded-check.ts';
import type { About } from './views.ts';
import { viewsOf } from './views.ts';

export type Monitor = Readonly<{
  state: () => StatusState;
  feeds: Feeds['state'];
  /** What a member sees of each service now. */
  views: () => readonly ServiceView[];
  /** Changes with what explains them and what stands by, as it is known when they are told. */
  explain: (changes: readonly Change[]) => readonly Change[];
  setDocument: (document: CoopDocument) => void;
  /** Checks one service, or all, without waiting for its turn. */
  checkNow: (serviceId?: string) => void;
  /** Stops all timers and forgets what is under way. */
  suspend: () => void;
  /** Looks at the time after a sleep; nothing is asked before `resume`. */
  wake: () => void;
  /** Begins anew; call once the network is back. */
  resume: () => void;
  dispose: () => void;
}>;

export type MonitorDeps = Readonly<{
  clock: Clock;
  net: Net;
  probe: RunProbe;
  random: () => number;
  connectivity: Readonly<{
    current: () => Connectivity;
    confirm: () => Promise<ConnectivityState>;
  }>;
  /** Where the answers of the registries are kept. */
  domains: TextStore;
  /** What a member is to be told, and whether anything to be seen is another. */
  onNews: (news: News) => void;
  /** Each check that counts, and each word of a page; whoever remembers nothing leaves it out. */
  onObserved?: (observed: Observed) => void;
  /** What the backups say of the age of a service's standby; whoever reads none leaves it out. */
  standbyOf?: (serviceId: string) => StandbyWord | undefined;
  /** Called when the clock jumped or the machine slept unannounced. */
  onJump: () => void;
}>;

export function createMonitor(parts: MonitorDeps): Monitor {
  const { clock, net, connectivity, random, onJump, probe } = parts;
  const isClockRight = () => connectivity.current().clockOffMs === undefined;
  const status = createProber({ clock, connectivity, probe, random, onJump });
  const feeds = createFeeds({ net, clock, connectivity, random });
  const outlook = createOutlook({ clock, status: status.state, feeds: feeds.state });
  const plan = createPlan({ clock, onTurn: () => turn() });
  const testimony = createTestimony({
    clock,
    services: () => status.state().services,
    outlook,
    maintenance: plan.windows,
  });
  const explainer = createExplainer({ clock, records: () => records(), maintenance: plan.windows });
  const freshness = createFreshness({
    clock,
    ask: createAskFreshness({ net, clock }),
    ...(parts.standbyOf ? { hearsay: parts.standbyOf } : {}),
    isClockRight,
    isNeeded: (id) => records().get(id)?.verdict === 'down',
    onChange: () => {
      aging.reviewAll();
      draw();
    },
    random,
  });
  const domains = createDomains({
    clock,
    ask: createAskDomain({ net, clock }),
    store: parts.domains,
    random,
    isOnline: () => failuresCount(connectivity.current().state) && isClockRight(),
    onChange: (changes) => {
      aging.reviewAll();
      take({ changes, visible: true });
    },
  });

  const draw = () => parts.onNews({ changes: [], visible: true });
  const aging = createAging({
    clock,
    serviceIds: () => byId.keys(),
    look: () => {
      const look = lookAt(status.state().records, domains.domainOf, clock.nowUtcMs());
      return (id) => look(byId.get(id), freshness.lifeOf(id));
    },
    onTurn: draw,
  });
  let byId = new Map<string, Service>();

  /** The records that count: of a service on a status page, the joined one. */
  const records = (): ReadonlyMap<string, ServiceRecord> => {
    const all = new Map(status.state().records);
    for (const { service } of status.state().services) {
      const joined = service.feed && outlook.joined(service.id);
      if (joined) all.set(service.id, joined.record);
    }
    return all;
  };

  const take = ({ changes, visible }: News) => {
    for (const { serviceId, to } of changes) if (to === 'down') freshness.need(serviceId);
    parts.onNews({ changes: explainer.sift(changes), visible });
  };
  const turn = () => {
    take({ changes: [], visible: true });
    // What was kept back is looked at anew, so that it is told as it is at the end of the work.
    for (const id of explainer.heldBack()) status.checkNow(id);
  };
  status.onChange(({ what, changes, observed }) => {
    const news = outlook.takeChecks(changes);
    if (observed) parts.onObserved?.(testimony.ofCheck(observed));
    // Up after up is to be seen as well, where it had grown too old to count.
    const counts = observed ? aging.review(observed.serviceId) : false;
    take({ ...news, visible: news.visible || counts || what === 'verdicts' });
  });
  feeds.onChange(() => {
    const news = outlook.takePages();
    for (const observed of testimony.ofPages()) parts.onObserved?.(observed);
    take(news);
  });

  const about: About = {
    joined: outlook.joined,
    maintenance: plan.windows,
    freshnessOf: freshness.freshnessOf,
    domainOf: (name) => {
      const domain = domains.domainOf(name);
      return domain && (isClockRight() ? domain : { name });
    },
  };
  const views = () => {
    const { services, records: own } = status.state();
    return viewsOf(services, own, about, connectivity.current(), clock.nowUtcMs());
  };
  const suspend = () => {
    for (const part of [status, feeds, freshness, aging]) part.suspend();
  };
  return {
    state: status.state,
    feeds: feeds.state,
    views,
    explain: (changes) => {
      const standbys = new Map(views().map((view) => [view.id, view.standby]));
      return explainer.withCauses(changes).map((change) => {
        const view = standbys.get(change.serviceId);
        return view ? { ...change, standby: { view, atUtcMs: clock.nowUtcMs() } } : change;
      });
    },
    setDocument: (document) => {
      const { services } = document;
      byId = new Map(services.map(({ service }) => [service.id, service]));
      plan.setMaintenance(document.maintenance);
      explainer.setServices(services);
      freshness.setServices(services);
      void domains.setServices(document.rdap?.url, services);
      status.setServices(services);
      feeds.setFeeds(document.feeds, componentsByFeed(services));
      aging.reviewAll();
    },
    checkNow: (serviceId) => {
      status.checkNow(serviceId);
      feeds.checkNow();
    },
    suspend,
    wake: () => {
      suspend();
      plan.wake();
      aging.reviewAll();
    },
    resume: () => {
      for (const part of [status, feeds, freshness]) part.resume();
      aging.reviewAll();
    },
    dispose: () => {
      aging.suspend();
      for (const part of [plan, status, feeds, freshness, domains]) part.dispose();
    },
  };
}
