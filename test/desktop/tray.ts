/** The app's tray icon as the panel sees it, over D-Bus. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bus, Target } from './bus.ts';
import { plain, variant } from './bus.ts';
import { eventually } from './wait.ts';

export type MenuItem = Readonly<{
  id: number;
  label: string;
  enabled: boolean;
  separator: boolean;
  /** Items of a submenu. */
  items: readonly MenuItem[];
}>;

export type TrayReading = Readonly<{
  tooltip: string;
  /** A hash of the pixels, to tell icons apart. */
  icon: string;
  /** Widths of the icon's pictures, in px. */
  sizes: readonly number[];
  menu: readonly MenuItem[];
}>;

export type TrayItem = Readonly<{
  read: () => Promise<TrayReading>;
  /** Polls until `holds`; after `limitMs` throws with the last reading. */
  waitFor: (holds: (reading: TrayReading) => boolean, limitMs?: number) => Promise<TrayReading>;
  /** Clicks a menu item, given its path through submenus. Throws when there is no such label. */
  choose: (...path: readonly string[]) => Promise<void>;
  /** The folder of the icon's picture, where it is a file. */
  pictureFolder: () => Promise<string>;
  /** Clicks the icon itself. */
  activate: () => Promise<void>;
}>;

const watcher: Target = {
  name: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  face: 'org.freedesktop.DBus.Properties',
};

/** Bus names and paths of all tray icons registered with the panel. */
export async function registeredItems(bus: Bus): Promise<readonly string[]> {
  const [items] = await bus.call(watcher, 'Get', 'ss', [
    'org.kde.StatusNotifierWatcher',
    'RegisteredStatusNotifierItems',
  ]);
  return plain(items) as string[];
}

/** Waits until there is exactly one tray icon. */
export async function findTrayItem(bus: Bus, limitMs?: number): Promise<TrayItem> {
  const address = await eventually(
    'a tray icon',
    async () => (await registeredItems(bus))[0],
    limitMs,
  );
  const slash = address.indexOf('/');
  const item: Target = {
    // GNOME's has an `@` between them.
    name: slash < 0 ? address : address.slice(0, slash).replace(/@$/, ''),
    path: slash < 0 ? '/StatusNotifierItem' : address.slice(slash),
    face: 'org.kde.StatusNotifierItem',
  };
  return trayItem(bus, item);
}

function trayItem(bus: Bus, item: Target): TrayItem {
  const get = async (property: string) => {
    const [value] = await bus.call(
      { ...item, face: 'org.freedesktop.DBus.Properties' },
      'Get',
      'ss',
      ['org.kde.StatusNotifierItem', property],
    );
    return plain(value);
  };
  const menuTarget = async (): Promise<Target> => ({
    name: item.name,
    path: String(await get('Menu')),
    face: 'com.canonical.dbusmenu',
  });
  const readMenu = async () => {
    const [, layout] = await bus.call(await menuTarget(), 'GetLayout', 'iias', [0, -1, []]);
    return itemsOf(plain(layout));
  };
  const pictureFolder = async () => String(await get('IconThemePath'));
  const iconFile = () =>
    eventually('the file of the icon', async () => {
      const path = join(await pictureFolder(), `${String(await get('IconName'))}.png`);
      try {
        return readFileSync(path);
      } catch {
        // A new icon is another file, and may have come since the name was asked for.
        return undefined;
      }
    });
  const read = async (): Promise<TrayReading> => {
    const pictures = (await get('IconPixmap').catch(() => [])) as readonly Picture[];
    // On GNOME, Chromium writes the icon to a file.
    const file = pictures.length > 0 ? undefined : await iconFile();
    return {
      tooltip: tooltipOf(await get('ToolTip')),
      icon: file ? createHash('sha256').update(file).digest('hex') : hashOf(pictures),
      sizes: file ? [widthOfPng(file)] : pictures.map(([width]) => width),
      menu: await readMenu(),
    };
  };

  return {
    read,
    waitFor: async (holds, limitMs) => {
      let last: TrayReading | undefined;
      return eventually(
        'the tray',
        async () => {
          last = await read();
          return holds(last) ? last : undefined;
        },
        limitMs,
      ).catch((error: Error) => {
        throw new Error(`${error.message}; last seen: ${JSON.stringify(last)}`);
      });
    },
    choose: async (...path) => {
      let items: readonly MenuItem[] = await readMenu();
      let found: MenuItem | undefined;
      for (const label of path) {
        found = items.find((one) => one.label === label);
        items = found?.items ?? [];
      }
      if (!found) throw new Error(`no menu item “${path.join('” › “')}”`);
      const now = Math.floor(Date.now() / 1000);
      await bus.call(await menuTarget(), 'Event', 'isvu', [found.id, 'clicked', variant(''), now]);
    },
    pictureFolder,
    activate: async () => {
      await bus.call(item, 'Activate', 'ii', [0, 0]);
    },
  };
}

/** (icon name, pixmaps, title, text) */
function tooltipOf(value: unknown): string {
  const [, , title, text] = value as [unknown, unknown, string, string];
  return title || text;
}

const widthOfPng = (file: Buffer) => file.readUInt32BE(16);

/** (width, height, pixels) */
type Picture = readonly [number, number, Buffer];

function hashOf(pictures: readonly Picture[]): string {
  const hash = createHash('sha256');
  for (const [width, height, pixels] of pictures) {
    hash.update(`${width}x${height}`).update(pixels);
  }
  return hash.digest('hex').slice(0, 12);
}

/** (id, properties, children) */
type Layout = readonly [number, Record<string, unknown>, readonly Layout[]];

function itemsOf(layout: unknown): MenuItem[] {
  const [, , children] = layout as Layout;
  return children.map(([id, properties, inner]) => ({
    id,
    // An underscore marks the access key.
    label: ((properties['label'] as string | undefined) ?? '')
      .replaceAll('__', '\u0000')
      .replaceAll('_', '')
      .replaceAll('\u0000', '_'),
    enabled: properties['enabled'] !== false,
    separator: properties['type'] === 'separator',
    items: itemsOf([id, properties, inner]),
  }));
}
