import { app } from 'electron';

const leanFeatures = [
  // Chromium's network in a thread of main: on Linux its own process has no sandbox either.
  'NetworkServiceInProcess2',
  // Each process looks once a minute, instead of every four seconds, for freed memory to give back.
  'PartitionAllocMemoryReclaimer:interval/60s',
];

/**
 * What Chromium holds ready for browsers and a tray app can do without: a fifth of the memory at idle. No sandbox is
 * touched. `--whole-chromium` is the way back for a member whose desktop draws the window badly. Linux only: elsewhere
 * it has not been tried. Must run before Electron is ready. See docs/decisions/0046-lean-at-idle.md.
 */
export function keepChromiumLean(): void {
  const { commandLine } = app;
  if (process.platform !== 'linux' || commandLine.hasSwitch('whole-chromium')) return;
  // Lists and a few curves: the processor draws them, and no driver is loaded. Without the second switch Chromium would
  // load a software driver in its place.
  commandLine.appendSwitch('disable-gpu');
  commandLine.appendSwitch('disable-software-rasterizer');
  const features = [commandLine.getSwitchValue('enable-features'), ...leanFeatures];
  commandLine.appendSwitch('enable-features', features.filter(Boolean).join(','));
}
