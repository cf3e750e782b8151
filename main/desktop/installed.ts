import { app } from 'electron';

/**
 * Whether the system may be told of this copy of the app. `npm start` and the demo run a package too, in a folder that is
 * gone after them.
 */
export const isInstalled = () => app.isPackaged && process.env['COOP_TRAY_FROM_SOURCE'] !== '1';
