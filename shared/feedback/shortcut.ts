/** The global shortcut that opens feedback. Off by default: any key may already be in use. */
import * as v from 'valibot';

/** `taken`: enabled, but another program uses it or the desktop does not support global shortcuts. */
export const ShortcutStateSchema = v.picklist(['off', 'on', 'taken']);
export type ShortcutState = v.InferOutput<typeof ShortcutStateSchema>;

/** As an Electron accelerator. */
export const feedbackKeys = 'CommandOrControl+Alt+F';
