/** What the window as a whole asks and gets. */
import * as v from 'valibot';
import { RouteSchema } from './route.ts';
import { SnapshotSchema } from './snapshot.ts';

const Nothing = v.undefined();

export const windowCalls = {
  /** The state now; events carry the later ones. */
  'snapshot.get': { payload: Nothing, result: SnapshotSchema },
  /** The window has drawn its first content and may be shown. */
  'window.drawn': { payload: Nothing, result: v.void() },
} as const;

export const windowEvents = {
  snapshot: SnapshotSchema,
  /** A member asked, outside the window, to be led there. */
  show: RouteSchema,
} as const;
