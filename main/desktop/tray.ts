/** The one tray icon: drawn from a model, redrawn only where the model changed. */
import { join } from 'node:path';
import type { MenuItemConstructorOptions, NativeImage } from 'electron';
import { Menu, Tray, nativeImage } from 'electron';
import type { Link } from '../../shared/coop/links.ts';
import type { OverallState } from '../../shared/status/summary.ts';

export type TrayModel = Readonly<{
  state: OverallState;
  /** The sentence that answers the question; tooltip and first menu item. */
  sentence: string;
  /** Services that need attention, worst first. */
  services: readonly Readonly<{
    id: string;
    label: string;
    /** What to use meanwhile; without a link it is advice to read, and opens the service's page in the window. */
    offers: readonly Readonly<{ label: string; link?: Link }>[];
  }>[];
  labels: Readonly<{
    open: string;
    checkNow: string;
    quit: string;
    /** Absent when the document has no card. */
    emergency?: string;
  }>;
  canCheck: boolean;
}>;

export type TrayActions = Readonly<{
  open: () => void;
  openService: (id: string) => void;
  openLink: (link: Link) => void;
  openEmergency: () => void;
  checkNow: () => void;
  quit: () => void;
}>;

export type TrayIcon = Readonly<{
  /** Who hears of clicks; until then they do nothing. */
  connect: (actions: TrayActions) => void;
  render: (model: TrayModel) => void;
  dispose: () => void;
}>;

/** Shows the icon at once, as unknown. Linux gives only the first Tray of a process the modern protocol: make one. */
export function createTrayIcon(iconDir: string): TrayIcon {
  const images = new Map<OverallState, NativeImage>();
  const imageOf = (state: OverallState) => {
    const image = images.get(state) ?? loadImage(iconDir, state);
    images.set(state, image);
    return image;
  };
  const tray = new Tray(imageOf('unknown'));
  let actions: TrayActions | undefined;
  let drawn: TrayModel | undefined;

  tray.on('click', () => actions?.open());
  return {
    connect: (next) => (actions = next),
    render: (model) => {
      if (!actions || JSON.stringify(model) === JSON.stringify(drawn)) return;
      if (drawn?.state !== model.state) tray.setImage(imageOf(model.state));
      if (drawn?.sentence !== model.sentence) tray.setToolTip(model.sentence);
      // On Linux a menu is a copy: a change shows only once it is set again.
      tray.setContextMenu(menuOf(model, actions));
      drawn = model;
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

function menuOf(model: TrayModel, actions: TrayActions): Menu {
  return Menu.buildFromTemplate([
    { label: model.sentence, click: actions.open },
    { type: 'separator' },
    ...model.services.flatMap((service) => serviceItems(service, actions)),
    ...(model.services.length > 0 ? [{ type: 'separator' as const }] : []),
    { label: model.labels.open, click: actions.open },
    ...(model.labels.emergency === undefined
      ? []
      : [{ label: model.labels.emergency, click: actions.openEmergency }]),
    { label: model.labels.checkNow, enabled: model.canCheck, click: actions.checkNow },
    { type: 'separator' },
    { label: model.labels.quit, click: actions.quit },
  ]);
}

/** A service and, set in, what to use meanwhile. */
function serviceItems(
  { id, label, offers }: TrayModel['services'][number],
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  const openService = () => actions.openService(id);
  return [
    { label, click: openService },
    ...offers.map(({ label: offer, link }) => ({
      label: `    ${offer}`,
      click: link ? () => actions.openLink(link) : openService,
    })),
  ];
}
