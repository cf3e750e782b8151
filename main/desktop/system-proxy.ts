import { app } from 'electron';

/** The proxies of the system for a URL, as Chromium sees them. Makes no session, unlike that of a window. */
export function askSystemProxy(url: string): Promise<string> {
  return app.resolveProxy(url);
}
