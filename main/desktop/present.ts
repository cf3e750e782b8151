/** Connects the core to the desktop: state to tray and window, notifications to the member. */
import type { Link } from '../../shared/coop/links.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { ServiceView } from '../../shared/status/view.ts';
import type { Core } from '../core/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Desktop } from './index.ts';
import { createServiceNotices } from './service-notifications.ts';
import { createTrayCommands } from './tray-command.ts';
import { trayModel } from './tray-model.ts';
import type { TrayIcon } from './tray.ts';

export type PresentDeps = Readonly<{
  clock: Clock;
  t: Translate;
  times: Times;
  core: Core;
  desktop: Desktop;
  tray: Pick<TrayIcon, 'connect' | 'render'>;
  openLink: (link: Link) => void;
  join: (meetingId: string) => void;
  leaveDemo: () => void;
  quit: () => void;
}>;

export function present(deps: PresentDeps): void {
  const { clock, t, times, core, desktop, tray } = deps;
  const { channel, navigator, notifications, trayHost, window } = desktop;
  const { goTo } = navigator;
  let drawn: ReadonlyMap<string, ServiceView> = new Map();
  const draw = (snapshot: Snapshot) => {
    drawn = new Map(snapshot.services.map((one) => [one.id, one]));
    tray.render(trayModel({ t, times }, snapshot, clock.nowUtcMs()));
    channel.send('snapshot', snapshot);
    notifications.review();
  };
  const showChanges = createServiceNotices({
    t,
    notifications,
    // Asked for every service that is told of, at each drawing: `state.view` works out all of them for each answer.
    viewOf: (serviceId) => drawn.get(serviceId),
    snooze: (serviceId) => void core.policy.commands.snooze(serviceId, '1h'),
    takesFeedback: () => core.directory.current()?.document.feedback !== undefined,
    goTo,
  });
  core.onNotification(({ text, changes, replaces, standing }) => {
    if (!standing) return showChanges(text, changes, replaces);
    const onClick = () => goTo({ page: 'status' });
    notifications.show(text, { onClick, clickLabel: t('status.details'), standing });
  });
  core.onWake(trayHost.lookAgain);
  tray.connect(
    createTrayCommands({
      open: window.show,
      goTo,
      openLink: deps.openLink,
      join: deps.join,
      checkNow: () => core.monitor.checkNow(),
      policy: core.policy.commands,
      leaveDemo: deps.leaveDemo,
      restart: desktop.services.restart,
      quit: deps.quit,
    }),
  );
  core.state.onChange(draw);
  draw(core.state.snapshot());
}
