/** What the window as a whole asks and gets. */
import * as v from 'valibot';
import { ServiceReference } from './coop/parts.ts';
import { InstanceId } from './echo/state.ts';
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
  /** A member asked, outside the window, to see one service. */
  showService: v.object({ serviceId: ServiceReference }),
  /** … or to see where people meet when everything is down. */
  showEmergency: v.object({}),
  /** … or to move to another co-op, which they have yet to agree to. */
  showMove: v.object({ source: v.string() }),
  /** … or how the backups are. */
  showBackups: v.object({}),
  /** … or to test the echo of one server, or of any. */
  showCalls: v.object({ instanceId: v.optional(InstanceId) }),
} as const;
