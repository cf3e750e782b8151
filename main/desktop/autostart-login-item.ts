/** Starting at login on macOS and Windows, by what the system keeps of its login items. */
import type { App, LoginItemSettings } from 'electron';
import { hiddenFlag } from '../../shared/autostart/entry.ts';
import type { AutostartState } from '../../shared/autostart/state.ts';
import type { AutostartSwitch } from './autostart-switch.ts';

/** Windows knows an item by its arguments too. macOS passes none: there the system says that it was a login. */
const item = { args: [hiddenFlag] };

export function createLoginItem(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
): AutostartSwitch {
  const state = async () => ({ state: stateOf(app.getLoginItemSettings(item)) });
  return {
    state,
    set: async (on) => {
      app.setLoginItemSettings({ ...item, openAtLogin: on });
      const now = await state();
      const isDone = on === (now.state === 'on' || now.state === 'approval');
      return isDone ? now : { ...now, fault: 'failed' };
    },
  };
}

type Known = Partial<
  Pick<LoginItemSettings, 'openAtLogin' | 'status' | 'executableWillLaunchAtLogin'>
>;

/** `status` is that of macOS 13 and later. */
export function stateOf(settings: Known): AutostartState {
  if (settings.status === 'requires-approval') return 'approval';
  if (settings.status === 'enabled') return 'on';
  if (!settings.openAtLogin) return 'off';
  // Turned off in Windows' Task Manager, or its settings.
  return settings.executableWillLaunchAtLogin === false ? 'off-outside' : 'on';
}
