/** The key that opens feedback from anywhere. Off until the member wants it: every key belongs to somebody already. */
import * as v from 'valibot';

/** `taken`: wanted, but another program has it, or this desktop gives none away. */
export const ShortcutStateSchema = v.picklist(['off', 'on', 'taken']);
export type ShortcutState = v.InferOutput<typeof ShortcutStateSchema>;

/** In Electron's words. */
export const feedbackKeys = 'CommandOrControl+Alt+F';
