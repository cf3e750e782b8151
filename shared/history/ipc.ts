/** The window's calls about the past of services. */
import * as v from 'valibot';
import { ServiceReference } from '../coop/parts.ts';
import { HistoryViewSchema, exportFormats, ranges } from './view.ts';

export const historyCalls = {
  /** A service's past; undefined while there is no database, and the snapshot says why. */
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
