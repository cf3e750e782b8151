import type { Connectivity } from '../../../shared/net/connectivity.ts';
import { parentsOf } from '../../../shared/coop/parents.ts';
import type { KnownService } from '../../../shared/coop/service.ts';
import { explainViews } from '../../../shared/status/dependencies.ts';
import { domainViews } from '../../../shared/status/domain.ts';
import { viewJoined } from '../../../shared/status/joined.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { unchecked } from '../../../shared/status/machine.ts';
import { planViews } from '../../../shared/status/maintenance.ts';
import { standbyViews } from '../../../shared/status/standby.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { viewService } from '../../../shared/status/view.ts';
import type { Domains } from './domains.ts';
import type { Freshness } from './standby-age.ts';
import type { MergedRecords } from './merged-records.ts';
import type { MaintenanceWindows } from './maintenance-windows.ts';

/** What is known of services besides their records. */
export type About = Readonly<{
  joined: MergedRecords['joined'];
  /** The planned work of the coming day. */
  maintenance: MaintenanceWindows['windows'];
  freshnessOf: Freshness['freshnessOf'];
  domainOf: Domains['domainOf'];
}>;

/** What a member sees of the services at `nowUtcMs`. */
export function viewsOf(
  services: readonly KnownService[],
  records: ReadonlyMap<string, ServiceRecord>,
  about: About,
  connectivity: Connectivity,
  nowUtcMs: number,
): readonly ServiceView[] {
  const known = services.map(({ service }) => service);
  const seen = known.map((service) => {
    const joined = about.joined(service.id);
    if (joined) return viewJoined(service, joined, connectivity, nowUtcMs);
    const record = records.get(service.id) ?? unchecked(nowUtcMs);
    return viewService(service, record, connectivity, nowUtcMs);
  });
  const parents = parentsOf(services);
  const named = domainViews(seen, known, about.domainOf, nowUtcMs);
  const planned = planViews(named, about.maintenance(), parents, nowUtcMs);
  return standbyViews(explainViews(planned, parents), known, about.freshnessOf);
}
