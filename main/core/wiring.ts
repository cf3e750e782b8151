/** Connects the core's parts by their events. */
import { coopKey } from '../../shared/coop/source.ts';
import { failuresCount, mayTryAgain } from '../../shared/net/connectivity.ts';
import { proposedBy } from '../../shared/notification-policy/quiet-hours.ts';
import type { Coop } from './directory/index.ts';
import type { Parts } from './parts.ts';
import type { Attachments, CoreDeps } from './world.ts';

/** `wake` is called after an unannounced sleep or a clock jump. */
export function wire(
  deps: CoreDeps,
  parts: Parts,
  attached: () => Attachments,
  wake: () => void,
): void {
  const { connectivity, files, history } = deps;
  const { directory, monitor, policy, notifications, welcome, crashes, state } = parts;
  const setCoop = ({ source, document }: Coop) => {
    const { name, services, workingHours } = document;
    const key = coopKey(source);
    history?.setCoop(key, name);
    policy.setCoop(
      workingHours && proposedBy(workingHours),
      key,
      services.map(({ service }) => service),
    );
    monitor.setDocument(document);
    attached().setDocument?.(document);
  };

  directory.onChange((coop, isOther) => {
    if (isOther) setCoop(coop);
    state.touch();
  });
  monitor.onChanges(({ changes, visible }) => {
    attached().noteChanges?.(changes);
    notifications.update(changes);
    if (visible || attached().isWindowOpen?.()) state.touch();
  });
  monitor.onObserved((observed) => history?.observe(observed));
  monitor.onJump(wake);
  deps.onJump?.(wake);
  connectivity.onChange((now, before) => {
    if (mayTryAgain(now, before)) attached().resume?.();
    if (!failuresCount(now.state)) history?.pause();
    notifications.reviewClock();
    state.touch();
  });
  directory.onAwaited(state.touch);
  policy.onChange(state.touch);
  welcome.onChange(state.touch);
  crashes.onChange(state.touch);
  history?.onChange(state.touch);
  files.onChange(state.touch);
}
