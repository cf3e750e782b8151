/** Takes the window to a route, waiting until the page is drawn. */
import type { Route } from '../../shared/route.ts';
import type { WindowChannel } from './window-channel.ts';

export type NavigatorDeps = Readonly<{
  /** Opens the window if there is none. */
  show: () => void;
  /** Identifies the current window's page; undefined without a window. */
  contents: () => object | undefined;
  send: WindowChannel['send'];
}>;

export type Navigator = Readonly<{
  goTo: (route: Route) => void;
  /** The page is drawn and listens for events. */
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
      // Also after a reload, which may have lost the event; a later window starts afresh.
      if (last && last.contents === listening) send('show', last.route);
      last = undefined;
    },
  };
}
