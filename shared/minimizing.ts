/**
 * Whether the desktop has a place for minimized windows. Tiling ones have none: a window that asks for it stays in sight,
 * while Chromium takes it for hidden and stops drawing it (https://github.com/electron/electron/issues/16375,
 * https://github.com/swaywm/sway/issues/3994). Nothing says so but their names. Pure.
 */
const names: readonly string[] = [
  'bspwm',
  'dwl',
  'dwm',
  'hyprland',
  'i3',
  'mangowc',
  'miracle-wm',
  'niri',
  'river',
  'scroll',
  'sway',
  'swayfx',
];
/** Set by those that are often started without a name. */
const marks: readonly string[] = [
  'HYPRLAND_INSTANCE_SIGNATURE',
  'I3SOCK',
  'NIRI_SOCKET',
  'SWAYSOCK',
];

export function canMinimize(env: Readonly<Record<string, string | undefined>>): boolean {
  const own = (env['XDG_CURRENT_DESKTOP'] ?? '').toLowerCase().split(':');
  return !own.some((name) => names.includes(name)) && !marks.some((mark) => env[mark]);
}
