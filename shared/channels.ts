/**
 * The only two channels between main and the window; the name of the call or event travels inside. Apart from
 * `ipc.ts`, so that the preload, which needs nothing else, stays a few lines when it is bundled.
 */
export const callChannel = 'coop-tray:call';
export const eventChannel = 'coop-tray:event';
