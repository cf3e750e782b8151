/** Leads the window to a route: now if it is drawn, else as soon as it is. */
import type { Route } from '../../shared/route.ts';
import type { WindowChannel } from './window-channel.ts';

export type NavigatorDeps = Readonly<{
  /** Opens the window if there is none. */
  show: () => void;
  /** Tells one window's page from the next; undefined while there is no window. */
  contents: () => object | undefined;
  send: WindowChannel['send'];
}>;

export type Navigator = Readonly<{
  goTo: (route: Route) => void;
  /** The page of the window is drawn and listens. */
  drawn: () => void;
}>;

export function createNavigator({ show, contents, send }: NavigatorDeps): Navigator {
  let listening: object | undefined;
  let last: Readonly<{ route: Route; contents: object | undefined }> | undefined;
  return {
    goTo: (route) => {
      show();
      const now = contents();
      last = { route, contents: now };
      if (now === listening) send('show', route);
    },
    drawn: () => {
      listening = contents();
      // Also after a reload, which may have lost the event; but a later window starts afresh.
      if (last && last.contents === listening) send('show', last.route);
      last = undefined;
    },
  };
}
