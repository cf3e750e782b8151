/** Whether the app starts when the member logs in, as the desktop has it. Pure. */
import * as v from 'valibot';

/**
 * `off-outside`: on, but turned off in the desktop's own settings. `approval`: the system waits for the member's
 * permission. `foreign`: something that is not ours is in the place of our file. `sandboxed`: Flatpak and Snap keep apps
 * from arranging it. `uninstalled`: started from its sources.
 */
const autostartStates = [
  'off',
  'on',
  'off-outside',
  'approval',
  'foreign',
  'unreadable',
  'sandboxed',
  'uninstalled',
] as const;
export type AutostartState = (typeof autostartStates)[number];

/** Why a change failed. */
const autostartFaults = ['denied', 'full', 'failed'] as const;
export type AutostartFault = (typeof autostartFaults)[number];

export const AutostartSchema = v.object({
  state: v.picklist(autostartStates),
  /** The file that arranges it, on desktops that have one. */
  path: v.optional(v.string()),
  /** Set if what was asked for could not be done. */
  fault: v.optional(v.picklist(autostartFaults)),
});
export type Autostart = Readonly<v.InferOutput<typeof AutostartSchema>>;

/** The states that the member can change here. */
const switchable = ['off', 'on', 'off-outside', 'approval'] as const;

export function isSwitchable(state: AutostartState): state is (typeof switchable)[number] {
  return switchable.some((one) => one === state);
}

/** Whether the member has asked for it. */
export function isWanted(state: AutostartState): boolean {
  return state === 'on' || state === 'approval';
}
