/** Takes the member to a place in the window, whether it is open, hidden or not there yet. */
import type { WindowChannel } from './window-channel.ts';
import type { WindowKeeper } from './window.ts';

export type Navigator = Readonly<{
  /** Shows the window, and tells it what to show. */
  goTo: WindowChannel['send'];
  /** The window has drawn its page: it is told where to go if it was made for that. */
  drawn: () => void;
}>;

export function createNavigator(
  window: Pick<WindowKeeper, 'show' | 'drawn'>,
  channel: Pick<WindowChannel, 'send'>,
): Navigator {
  let pending: (() => void) | undefined;
  return {
    goTo: (name, payload) => {
      const tell = () => channel.send(name, payload);
      // A window that is still loading misses what it is told now.
      pending = tell;
      window.show();
      tell();
    },
    drawn: () => {
      window.drawn();
      pending?.();
      pending = undefined;
    },
  };
}
