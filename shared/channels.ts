/**
 * The only two channels between main and the window; the name of the call or event is in the message. Separate from
 * `ipc.ts`, to keep the bundled preload small.
 */
export const callChannel = 'coop-tray:call';
export const eventChannel = 'coop-tray:event';
