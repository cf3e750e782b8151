/** All sources of information about services, each built from those above it. */
import type { Connectivity, ConnectivityState } from '../../../shared/net/connectivity.ts';
import { failuresCount } from '../../../shared/net/connectivity.ts';
import type { Clock } from '../../platform/clock.ts';
import type { TextStore } from '../../platform/files.ts';
import type { Net } from '../../platform/net/index.ts';
import { createAskDomain } from './domain-request.ts';
import type { Domains } from './domains.ts';
import { createDomains } from './domains.ts';
import type { Expiry } from './expiry.ts';
import { createExpiry, livesFrom } from './expiry.ts';
import type { Feeds } from './feeds.ts';
import { createFeeds } from './feeds.ts';
import type { MaintenanceWindows } from './maintenance-windows.ts';
import { createMaintenanceWindows } from './maintenance-windows.ts';
import type { MergedRecords } from './merged-records.ts';
import { createMergedRecords } from './merged-records.ts';
import type { RunProbe } from './probes/index.ts';
import type { Prober } from './prober.ts';
import { createProber } from './prober.ts';
import type { RecordedChecks } from './recorded-check.ts';
import { createRecordedChecks } from './recorded-check.ts';
import type { RootCauses } from './root-cause.ts';
import { createRootCauses } from './root-cause.ts';
import type { Freshness, ReportedAge } from './standby-age.ts';
import { createFreshness } from './standby-age.ts';
import { createAskFreshness } from './standby-age-request.ts';
import type { About } from './views.ts';

export type Sources = Readonly<{
  prober: Prober;
  feeds: Feeds;
  merged: MergedRecords;
  maintenance: MaintenanceWindows;
  recorded: RecordedChecks;
  rootCauses: RootCauses;
  freshness: Freshness;
  domains: Domains;
  expiry: Expiry;
  about: About;
}>;

export type SourcesDeps = Readonly<{
  clock: Clock;
  net: Net;
  probe: RunProbe;
  random: () => number;
  connectivity: Readonly<{
    current: () => Connectivity;
    confirm: () => Promise<ConnectivityState>;
  }>;
  /** Stores the registries' answers. */
  domains: TextStore;
  /** Age of a service's standby according to its backups. */
  standbyOf?: (serviceId: string) => ReportedAge | undefined;
}>;

export function createSources(deps: SourcesDeps): Sources {
  const { clock, net, connectivity, random } = deps;
  const isClockRight = () => connectivity.current().clockOffMs === undefined;
  const prober = createProber(deps);
  const feeds = createFeeds(deps);
  const merged = createMergedRecords({ clock, status: prober.state, feeds: feeds.state });
  const maintenance = createMaintenanceWindows(deps);
  const recorded = createRecordedChecks({
    clock,
    services: () => prober.state().services,
    merged,
    maintenance: maintenance.windows,
  });
  const rootCauses = createRootCauses({
    clock,
    records: merged.records,
    maintenance: maintenance.windows,
  });
  const freshness = createFreshness({
    clock,
    ask: createAskFreshness({ net, clock }),
    ...(deps.standbyOf ? { reportedAge: deps.standbyOf } : {}),
    isClockRight,
    isNeeded: (id) => merged.records().get(id)?.verdict === 'down',
    random,
  });
  const domains = createDomains({
    clock,
    ask: createAskDomain({ net, clock }),
    store: deps.domains,
    random,
    isOnline: () => failuresCount(connectivity.current().state) && isClockRight(),
  });
  const expiry = createExpiry({
    clock,
    readLives: () => {
      const livesOf = livesFrom(prober.state().records, domains.domainOf, clock.nowUtcMs());
      return (service) => livesOf(service, freshness.lifeOf(service.id));
    },
  });
  const about: About = {
    joined: merged.joined,
    maintenance: maintenance.windows,
    freshnessOf: freshness.freshnessOf,
    domainOf: (name) => {
      const domain = domains.domainOf(name);
      return domain && (isClockRight() ? domain : { name });
    },
  };
  return {
    prober,
    feeds,
    merged,
    maintenance,
    recorded,
    rootCauses,
    freshness,
    domains,
    expiry,
    about,
  };
}
