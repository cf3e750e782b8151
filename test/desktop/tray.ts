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
  /** Throws when there is no icon. */
  read: () => Promise<TrayReading>;
  /** Polls until `holds`; after `limitMs` throws with the last reading. */
  waitFor: (holds: (reading: TrayReading) => boolean, limitMs?: number) => Promise<TrayReading>;
  /** Clicks a menu item, given its path through submenus; waits until there is one. */
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

/** Waits until there is a tray icon. */
export async function findTrayItem(bus: Bus, limitMs?: number): Promise<TrayItem> {
  // A panel may own its name a moment before it answers.
  await eventually('a tray icon', () => placeOf(bus).catch(() => undefined), limitMs);
  return trayItem(bus);
}

/** Of the icon; throws when there is none. */
async function placeOf(bus: Bus): Promise<Target> {
  const [address] = await registeredItems(bus);
  if (address === undefined) throw new Error('there is no tray icon');
  const slash = address.indexOf('/');
  return {
    // GNOME's has an `@` between them.
    name: slash < 0 ? address : address.slice(0, slash).replace(/@$/, ''),
    path: slash < 0 ? '/StatusNotifierItem' : address.slice(slash),
    face: 'org.kde.StatusNotifierItem',
  };
}

/** Looks for the icon each time: the app may have made another one. */
function trayItem(bus: Bus): TrayItem {
  const read = async () => readItem(bus, await placeOf(bus));
  return {
    read,
    waitFor: async (holds, limitMs) => {
      let last: TrayReading | Error | undefined;
      return eventually(
        'the tray',
        async () => {
          last = await read().catch((error: Error) => error);
          return !(last instanceof Error) && holds(last) ? last : undefined;
        },
        limitMs,
      ).catch((error: Error) => {
        const seen = last instanceof Error ? last.message : JSON.stringify(last);
        throw new Error(`${error.message}; last seen: ${seen}`);
      });
    },
    choose: async (...path) => {
      let seen: readonly MenuItem[] = [];
      await eventually(`the menu item “${path.join('” › “')}”`, async () => {
        const menu = await menuOf(bus, await placeOf(bus)).catch(() => undefined);
        seen = menu ? await readMenu(bus, menu) : [];
        const found = itemAt(seen, path);
        return menu && found ? click(bus, menu, found) : undefined;
      }).catch((error: Error) => {
        throw new Error(`${error.message}, beside ${seen.map(({ label }) => label).join(', ')}`);
      });
    },
    pictureFolder: async () => pictureFolder(bus, await placeOf(bus)),
    activate: async () => {
      await bus.call(await placeOf(bus), 'Activate', 'ii', [0, 0]);
    },
  };
}

async function readItem(bus: Bus, item: Target): Promise<TrayReading> {
  const pictures = (await get(bus, item, 'IconPixmap').catch(() => [])) as readonly Picture[];
  // On GNOME, Chromium writes the icon to a file.
  const file = pictures.length > 0 ? undefined : await iconFile(bus, item);
  return {
    tooltip: tooltipOf(await get(bus, item, 'ToolTip')),
    icon: file ? createHash('sha256').update(file).digest('hex') : hashOf(pictures),
    sizes: file ? [widthOfPng(file)] : pictures.map(([width]) => width),
    menu: await readMenu(bus, await menuOf(bus, item)),
  };
}

async function get(bus: Bus, item: Target, property: string): Promise<unknown> {
  const properties = { ...item, face: 'org.freedesktop.DBus.Properties' };
  const [value] = await bus.call(properties, 'Get', 'ss', [item.face, property]);
  return plain(value);
}

const pictureFolder = async (bus: Bus, item: Target) =>
  String(await get(bus, item, 'IconThemePath'));

function iconFile(bus: Bus, item: Target): Promise<Buffer> {
  return eventually('the file of the icon', async () => {
    const path = join(
      await pictureFolder(bus, item),
      `${String(await get(bus, item, 'IconName'))}.png`,
    );
    try {
      return readFileSync(path);
    } catch {
      // A new icon is another file, and may have come since the name was asked for.
      return undefined;
    }
  });
}

const menuOf = async (bus: Bus, item: Target): Promise<Target> => ({
  name: item.name,
  path: String(await get(bus, item, 'Menu')),
  face: 'com.canonical.dbusmenu',
});

async function readMenu(bus: Bus, menu: Target): Promise<readonly MenuItem[]> {
  const [, layout] = await bus.call(menu, 'GetLayout', 'iias', [0, -1, []]);
  return itemsOf(plain(layout));
}

function itemAt(menu: readonly MenuItem[], path: readonly string[]): MenuItem | undefined {
  const [label, ...rest] = path;
  const found = menu.find((one) => one.label === label);
  return found && rest.length > 0 ? itemAt(found.items, rest) : found;
}

/** Undefined if the menu has been replaced since it was read, and with it the numbers of its items. */
async function click(bus: Bus, menu: Target, { id }: MenuItem): Promise<true | undefined> {
  const now = Math.floor(Date.now() / 1000);
  try {
    await bus.call(menu, 'Event', 'isvu', [id, 'clicked', variant(''), now]);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message === unknownItem) return undefined;
    throw error;
  }
}

/** What Chromium answers to a click on an item that is no longer there. */
const unknownItem = 'error occurred in Event';

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
