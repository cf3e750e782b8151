/** What the tray's items do. */
import type { Link } from '../../shared/coop/links.ts';
import type { Core } from '../core/index.ts';
import type { Navigator } from './navigator.ts';
import type { TrayActions } from './tray.ts';
import type { WindowKeeper } from './window.ts';

export type TrayActionsDeps = Readonly<{
  core: Pick<Core, 'monitor' | 'policy' | 'state'>;
  window: Pick<WindowKeeper, 'show'>;
  navigator: Navigator;
  openLink: (link: Link) => void;
  quit: () => void;
}>;

export function createTrayActions(deps: TrayActionsDeps): TrayActions {
  const { core, window, openLink, quit } = deps;
  const { goTo } = deps.navigator;
  const { snooze, unsnooze, pause, resume } = core.policy.commands;
  return {
    open: window.show,
    openService: (serviceId) => goTo('showService', { serviceId }),
    openLink,
    openBackups: () => goTo('showBackups', {}),
    openCalls: () => goTo('showCalls', {}),
    openUnread: () => {
      const { unreadAnswers = 0 } = core.state.snapshot();
      goTo(unreadAnswers > 0 ? 'showAnswers' : 'showNews', {});
    },
    giveFeedback: () => goTo('showFeedback', {}),
    openEmergency: () => goTo('showEmergency', {}),
    checkNow: () => core.monitor.checkNow(),
    snooze: (serviceId, length) => void snooze(serviceId, length),
    unsnooze: (serviceId) => void unsnooze(serviceId),
    pause: (length) => void pause(length),
    resume: () => void resume(),
    quit,
  };
}
