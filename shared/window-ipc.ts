/** Calls and events of the window as a whole. */
import * as v from 'valibot';
import { AutostartSchema } from './autostart/state.ts';
import { sourceLimit } from './coop/source.ts';
import { GlobalShortcutNameSchema, ShortcutStateSchema } from './keyboard/global-shortcuts.ts';
import { TextSizeSchema } from './keyboard/text-size.ts';
import { RouteSchema } from './route.ts';
import { SnapshotSchema } from './snapshot.ts';

const Nothing = v.undefined();

export const windowCalls = {
  /** The current state; later ones arrive as events. */
  'snapshot.get': { payload: Nothing, result: SnapshotSchema },
  /** The window has drawn its first content and may be shown. */
  'window.drawn': { payload: Nothing, result: v.void() },
  /** Ends the app. */
  'window.quit': { payload: Nothing, result: v.void() },
  /** Ends the app and starts it again, as the version that is installed by then. */
  'window.restart': { payload: Nothing, result: v.void() },
  'window.openLicences': { payload: Nothing, result: v.void() },
  /** Whether the app starts when the member logs in; after a change, what has become of it. */
  'window.autostart': { payload: Nothing, result: AutostartSchema },
  'window.setAutostart': { payload: v.object({ on: v.boolean() }), result: AutostartSchema },
  'window.openLogFolder': { payload: Nothing, result: v.void() },
  /** The member reports the crash, or does not want to. */
  'window.answerCrash': { payload: Nothing, result: v.void() },
  /** Part of the page has thrown: the class of the error, and where. */
  'window.fault': {
    payload: v.object({
      name: v.pipe(v.string(), v.maxLength(60)),
      at: v.pipe(v.string(), v.maxLength(500)),
    }),
    result: v.void(),
  },
  /** Opens the built-in demo in place of the first-run screen, and closes it again, to join a co-op if one is named. */
  'demo.enter': { payload: Nothing, result: v.void() },
  'demo.leave': {
    payload: v.optional(v.object({ coop: v.pipe(v.string(), v.maxLength(sourceLimit)) })),
    result: v.void(),
  },
  'window.textSize': { payload: Nothing, result: TextSizeSchema },
  'window.setTextSize': { payload: v.object({ size: TextSizeSchema }), result: v.void() },
  'window.shortcut': {
    payload: v.object({ name: GlobalShortcutNameSchema }),
    result: ShortcutStateSchema,
  },
  'window.setShortcut': {
    payload: v.object({ name: GlobalShortcutNameSchema, on: v.boolean() }),
    result: ShortcutStateSchema,
  },
  /** What the page of an earlier window has kept: JSON by name. */
  'window.kept': { payload: Nothing, result: v.record(v.string(), v.string()) },
  /** Keeps something for the page of the next window; without `json`, no longer. */
  'window.keep': {
    payload: v.object({
      name: v.pipe(v.string(), v.maxLength(200)),
      json: v.optional(v.pipe(v.string(), v.maxLength(100_000))),
    }),
    result: v.void(),
  },
} as const;

export const windowEvents = {
  snapshot: SnapshotSchema,
  /** The member opened this route outside the window, such as in the tray. */
  show: RouteSchema,
  textSize: TextSizeSchema,
} as const;
