/** The pages beside the rail, in its order: what a route to each may name, and which co-op has it. Pure. */
import * as v from 'valibot';
import { ServiceReference } from './coop/parts.ts';
import type { CoopSection, CoopView } from './coop/view.ts';
import { hasSection } from './coop/has-section.ts';
import { InstanceId } from './echo/state.ts';
import { ItemId } from './feedback/answers-ipc.ts';
import { DraftSchema } from './feedback/state.ts';
import type { MessageKey } from './i18n/en.ts';
import type { Slices } from './slices.ts';

type Entry = Readonly<{
  /** What of the page a route may name. */
  route: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** Whether the co-op's document has anything for it: otherwise the page would stay empty. Without it, always. */
  isAvailable?: (coop: CoopView) => boolean;
  /** A route opens it even then. */
  opensAnyway?: true;
  /** How many things on it are new to the member. */
  unread?: (slices: Slices) => number | undefined;
  /** Its item in the tray's menu, there when the page is unless it says otherwise. */
  tray?: Readonly<{ label: MessageKey; isAvailable?: (coop: CoopView) => boolean }>;
}>;

const has =
  (...sections: CoopSection[]) =>
  (coop: CoopView) =>
    hasSection(coop, ...sections);

export const pages = {
  /** All services, or the details of one. */
  status: { route: v.object({ serviceId: v.optional(ServiceReference) }) },
  /** The echo test; `instanceId` is the server that is selected first. */
  calls: {
    route: v.object({ instanceId: v.optional(InstanceId) }),
    tray: { label: 'menu.echo', isAvailable: has('echo') },
  },
  feedback: {
    route: v.object({
      /** The service that the feedback is about. */
      aboutServiceId: v.optional(ServiceReference),
      /** Text that another page has filled in. */
      begun: v.optional(v.pick(DraftSchema, ['text', 'destinationId'])),
      /** Unfolds the answers to one item; without an id, to all that have unread ones. */
      answers: v.optional(v.object({ itemId: v.optional(ItemId) })),
    }),
    // Shared acknowledgements are sent through the same outbox.
    isAvailable: has('feedback', 'acknowledgements'),
    // It still lists what was sent, and says why nothing more can be.
    opensAnyway: true,
    unread: ({ unreadAnswers }) => unreadAnswers,
    tray: { label: 'menu.feedback', isAvailable: has('feedback') },
  },
  announcements: {
    route: v.object({}),
    isAvailable: has('announcements'),
    unread: ({ unreadAnnouncements }) => unreadAnnouncements,
  },
  backups: { route: v.object({}), isAvailable: has('backups', 'fadingRooms') },
  emergency: { route: v.object({}), isAvailable: ({ emergency }) => emergency !== undefined },
  /** `moveTo` is a co-op that another start of the app has named: the member decides whether to move there. */
  settings: { route: v.object({ moveTo: v.optional(v.string()) }) },
} satisfies Readonly<Record<string, Entry>>;

export type RailPage = keyof typeof pages;

/** The table as its entries' common type. */
const entries: Readonly<Record<RailPage, Entry>> = pages;
const names = Object.keys(pages) as readonly RailPage[];

export function pagesIn(coop: CoopView): readonly RailPage[] {
  return names.filter((name) => isAvailable(name, coop));
}

/** Whether a route to the page shows it. */
export function opens(name: RailPage, coop: CoopView): boolean {
  return entries[name].opensAnyway ?? isAvailable(name, coop);
}

export function unreadOn(name: RailPage, slices: Slices): number {
  return entries[name].unread?.(slices) ?? 0;
}

/** The items of the tray's menu that lead to pages of this co-op. */
export function trayPages(
  coop: CoopView,
): readonly Readonly<{ page: RailPage; label: MessageKey }>[] {
  return names.flatMap((page) => {
    const { tray } = entries[page];
    if (!tray || !(tray.isAvailable?.(coop) ?? isAvailable(page, coop))) return [];
    return [{ page, label: tray.label }];
  });
}

function isAvailable(name: RailPage, coop: CoopView): boolean {
  return entries[name].isAvailable?.(coop) ?? true;
}
