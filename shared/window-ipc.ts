/** Calls and events of the window as a whole. */
import * as v from 'valibot';
import { TextSizeSchema } from './keyboard/text-size.ts';
import { RouteSchema } from './route.ts';
import { SnapshotSchema } from './snapshot.ts';

const Nothing = v.undefined();

export const windowCalls = {
  /** The current state; later ones arrive as events. */
  'snapshot.get': { payload: Nothing, result: SnapshotSchema },
  /** The window has drawn its first content and may be shown. */
  'window.drawn': { payload: Nothing, result: v.void() },
  'window.textSize': { payload: Nothing, result: TextSizeSchema },
  'window.setTextSize': { payload: v.object({ size: TextSizeSchema }), result: v.void() },
} as const;

export const windowEvents = {
  snapshot: SnapshotSchema,
  /** The member opened this route outside the window, such as in the tray. */
  show: RouteSchema,
  textSize: TextSizeSchema,
} as const;
