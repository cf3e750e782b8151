/** The incidents of the last seven days of all services, with those that run now. Pure. */
import { grouped } from '../lists/grouped.ts';
import type { ServiceView } from '../status/view.ts';
import { weekMs } from '../time/calendar.ts';
import type { ServiceIncident } from './overview.ts';
import { withRunning } from './running.ts';
import type { IncidentView } from './view.ts';

export type WeekIncident = Readonly<{ view: ServiceView; incident: IncidentView }>;

/** Newest first. `recorded`: newest first for each service; those of other services than `views` are left out. */
export function weekOf(
  views: readonly ServiceView[],
  recorded: readonly ServiceIncident[],
  nowUtcMs: number,
): readonly WeekIncident[] {
  const byService = grouped(recorded, ({ serviceId }) => serviceId);
  return views
    .filter(({ audience, verdict }) => audience !== 'admins' && verdict !== 'retired')
    .flatMap((view) =>
      withRunning(byService.get(view.id) ?? [], view, nowUtcMs).map((incident) => ({
        view,
        incident,
      })),
    )
    .filter(({ incident }) => incident.toUtcMs >= nowUtcMs - weekMs)
    .toSorted((a, b) => b.incident.fromUtcMs - a.incident.fromUtcMs);
}
