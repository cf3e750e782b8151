/** The window's calls about the history of services. */
import * as v from 'valibot';
import { ServiceReference } from '../coop/parts.ts';
import { OverviewSchema } from './overview.ts';
import { HistoryViewSchema, exportFormats, ranges } from './view.ts';

export const historyCalls = {
  /** A service's history; undefined while there is no database, which the snapshot explains. */
  'history.get': {
    payload: v.object({ serviceId: ServiceReference, range: v.picklist(ranges) }),
    result: v.optional(HistoryViewSchema),
  },
  /** The last days and the week's incidents of all services; undefined while there is no database. */
  'history.overview': { payload: v.undefined(), result: v.optional(OverviewSchema) },
  /** Asks the member for a file and writes the history there, of one service or of all. */
  'history.export': {
    payload: v.object({
      format: v.picklist(exportFormats),
      serviceId: v.optional(ServiceReference),
    }),
    result: v.picklist(['saved', 'cancelled', 'failed']),
  },
} as const;
