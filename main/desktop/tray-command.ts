/** Tray actions as data, so that the menu can be built and tested without a desktop. */
import type { Link } from '../../shared/coop/links.ts';
import type { MuteLength } from '../../shared/triage/mutes.ts';
import type { Route } from '../../shared/route.ts';

export type TrayCommand =
  /** Shows the window on its current page. */
  | Readonly<{ do: 'open' }>
  | Readonly<{ do: 'show'; route: Route }>
  | Readonly<{ do: 'openLink'; link: Link }>
  | Readonly<{ do: 'join'; meetingId: string }>
  | Readonly<{ do: 'checkNow' }>
  | Readonly<{ do: 'snooze'; serviceId: string; length: MuteLength }>
  | Readonly<{ do: 'unsnooze'; serviceId: string }>
  /** Pauses all notifications. */
  | Readonly<{ do: 'pause'; length: MuteLength }>
  | Readonly<{ do: 'resume' }>
  | Readonly<{ do: 'leaveDemo' }>
  | Readonly<{ do: 'restart' }>
  | Readonly<{ do: 'quit' }>;

export type TrayItem =
  | Readonly<{ label: string; command: TrayCommand; enabled?: boolean }>
  | Readonly<{ label: string; items: readonly TrayItem[] }>
  | 'separator';

export type TrayCommandDeps = Readonly<{
  open: () => void;
  goTo: (route: Route) => void;
  openLink: (link: Link) => void;
  join: (meetingId: string) => void;
  checkNow: () => void;
  policy: Readonly<{
    snooze: (serviceId: string, length: MuteLength) => unknown;
    unsnooze: (serviceId: string) => unknown;
    pause: (length: MuteLength) => unknown;
    resume: () => unknown;
  }>;
  leaveDemo: () => void;
  restart: () => void;
  quit: () => void;
}>;

export function createTrayCommands(deps: TrayCommandDeps): (command: TrayCommand) => void {
  const { policy } = deps;
  return (command) => {
    switch (command.do) {
      case 'open':
        return deps.open();
      case 'show':
        return deps.goTo(command.route);
      case 'openLink':
        return deps.openLink(command.link);
      case 'join':
        return deps.join(command.meetingId);
      case 'checkNow':
        return deps.checkNow();
      case 'snooze':
        return void policy.snooze(command.serviceId, command.length);
      case 'unsnooze':
        return void policy.unsnooze(command.serviceId);
      case 'pause':
        return void policy.pause(command.length);
      case 'resume':
        return void policy.resume();
      case 'leaveDemo':
        return deps.leaveDemo();
      case 'restart':
        return deps.restart();
      case 'quit':
        return deps.quit();
    }
  };
}
