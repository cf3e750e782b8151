/** Leads the member to a place in the window: now if it is drawn, else as soon as it is. */
import type { WindowChannel } from './window-channel.ts';

export type NavigatorDeps = Readonly<{
  /** Opens the window if there is none. */
  show: () => void;
  send: WindowChannel['send'];
}>;

export type Navigator = Readonly<{
  goTo: WindowChannel['send'];
  /** The page of the window is drawn and listens. */
  drawn: () => void;
}>;

export function createNavigator({ show, send }: NavigatorDeps): Navigator {
  let pending: (() => void) | undefined;
  return {
    goTo: (name, payload) => {
      const tell = () => send(name, payload);
      // A page that is still loading misses what it is told now.
      pending = tell;
      show();
      tell();
    },
    drawn: () => {
      pending?.();
      pending = undefined;
    },
  };
}
