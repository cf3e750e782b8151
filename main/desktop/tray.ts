/** The one tray icon: drawn from a model, redrawn only where the model changed. */
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { Tray, nativeImage } from 'electron';
import type { Link } from '../../shared/coop/links.ts';
import type { MuteLength } from '../../shared/notification-policy/mutes.ts';
import type { OverallState } from '../../shared/status/summary.ts';
import { menuOf } from './tray-menu.ts';

type LengthLabels = readonly Readonly<{ length: MuteLength; label: string }>[];

export type TrayModel = Readonly<{
  state: OverallState;
  /** The sentence that answers the question; tooltip and first menu item. */
  sentence: string;
  /** Services that need attention, worst first, then the muted ones. */
  services: readonly Readonly<{
    id: string;
    label: string;
    muted: boolean;
    /** What to use meanwhile; without a link it is advice to read, and opens the service's page in the window. */
    offers: readonly Readonly<{ label: string; link?: Link }>[];
  }>[];
  labels: Readonly<{
    open: string;
    openService: string;
    checkNow: string;
    quit: string;
    /** Absent when the document has no card. */
    emergency?: string;
    /** Absent when the document names no server whose echo can be tested. */
    calls?: string;
    /** How the backups are; absent while they are well. */
    backups?: string;
    /** Absent when the document does not say where feedback goes. */
    feedback?: string;
    unread?: string;
    /** Says until when it is quiet while it is. */
    pause: string;
    pauseFor: LengthLabels;
    resume: string;
    snoozeFor: LengthLabels;
    unsnooze: string;
  }>;
  canCheck: boolean;
  isPaused: boolean;
}>;

export type TrayActions = Readonly<{
  open: () => void;
  openService: (id: string) => void;
  openLink: (link: Link) => void;
  openEmergency: () => void;
  openCalls: () => void;
  openBackups: () => void;
  giveFeedback: () => void;
  /** Answers and announcements that the member has not looked at. */
  openUnread: () => void;
  checkNow: () => void;
  snooze: (id: string, length: MuteLength) => void;
  unsnooze: (id: string) => void;
  /** Holds all notifications. */
  pause: (length: MuteLength) => void;
  resume: () => void;
  quit: () => void;
}>;

export type TrayIcon = Readonly<{
  /** Who hears of clicks; until then they do nothing. */
  connect: (actions: TrayActions) => void;
  render: (model: TrayModel) => void;
  /** Makes the icon anew, so that it announces itself to whoever shows icons now. */
  remake: () => void;
  dispose: () => void;
}>;

/** Shows the icon at once, as unknown. Linux gives only the first Tray of a process the modern protocol: one at a time. */
export function createTrayIcon(iconDir: string): TrayIcon {
  const images = new Map<OverallState, NativeImage>();
  const imageOf = (state: OverallState) => {
    const image = images.get(state) ?? loadImage(iconDir, state);
    images.set(state, image);
    return image;
  };
  let actions: TrayActions | undefined;
  let drawn: TrayModel | undefined;
  const make = (state: OverallState) => {
    const made = new Tray(imageOf(state));
    made.on('click', () => actions?.open());
    return made;
  };
  let tray = make('unknown');

  const render = (model: TrayModel) => {
    if (!actions || JSON.stringify(model) === JSON.stringify(drawn)) return;
    if (drawn?.state !== model.state) tray.setImage(imageOf(model.state));
    if (drawn?.sentence !== model.sentence) tray.setToolTip(model.sentence);
    // On Linux a menu is a copy: a change shows only once it is set again.
    tray.setContextMenu(menuOf(model, actions));
    drawn = model;
  };
  return {
    connect: (next) => (actions = next),
    render,
    remake: () => {
      tray.destroy();
      tray = make(drawn?.state ?? 'unknown');
      const model = drawn;
      drawn = undefined;
      if (model) render(model);
    },
    dispose: () => tray.destroy(),
  };
}

function loadImage(iconDir: string, state: OverallState): NativeImage {
  if (process.platform === 'win32')
    return nativeImage.createFromPath(join(iconDir, `${state}.ico`));
  if (process.platform === 'darwin') {
    return nativeImage.createFromPath(join(iconDir, `${state}Template.png`));
  }
  return nativeImage.createFromPath(join(iconDir, `${state}.png`));
}
