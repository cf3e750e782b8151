/** The window's calls about the history of services. */
import * as v from 'valibot';
import { ServiceReference } from '../coop/parts.ts';
import { HistoryViewSchema, exportFormats, ranges } from './view.ts';

export const historyCalls = {
  /** A service's history; undefined while there is no database, which the snapshot explains. */
  'history.get': {
    payload: v.object({ serviceId: ServiceReference, range: v.picklist(ranges) }),
    result: v.optional(HistoryViewSchema),
  },
  /** Asks the member for a file and writes the history there, of one service or of all. */
  'history.export': {
    payload: v.object({
      format: v.picklist(exportFormats),
      serviceId: v.optional(ServiceReference),
    }),
    result: v.picklist(['saved', 'cancelled', 'failed']),
  },
} as const;
