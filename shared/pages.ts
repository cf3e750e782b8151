/** The pages, in the order of the rail: what a route to each may carry, and when a co-op has it. Pure. */
import * as v from 'valibot';
import type { BackupsSummary } from './backups/summary.ts';
import { worstState } from './backups/summary.ts';
import { ServiceReference } from './coop/parts.ts';
import type { CoopSection, CoopView } from './coop/view.ts';
import { hasSection } from './coop/has-section.ts';
import { InstanceId } from './echo/state.ts';
import { ItemId } from './feedback/answers-ipc.ts';
import { DraftSchema } from './feedback/state.ts';
import type { MessageKey } from './i18n/en.ts';
import type { Slices } from './slices.ts';
import type { Snapshot } from './snapshot.ts';
import { callLines } from './today/calls.ts';
import type { TodayText, TodayLine, TodayLines, TodayWords } from './today/line.ts';
import type { TodayGroup } from './today/order.ts';
import { groupsOf } from './today/order.ts';
import { troubleLines } from './today/trouble.ts';
import { updateLines } from './today/updates.ts';
import { answerLines, backupLines, emergencyLines, newsLines } from './today/waiting.ts';
import { workLines } from './today/work.ts';

/** A number beside the page's name in the rail. */
export type Badge = Readonly<{
  count: number;
  /** `new`: something to read. The others are states, by their colours. */
  tone: 'new' | 'bad' | 'unknown' | 'minor';
  /** For screen readers, with `count`. */
  label: MessageKey;
}>;

type Entry = Readonly<{
  /** What a route to the page may carry. */
  route: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** Whether the co-op's document has content for it; absent if it always has. */
  isAvailable?: (coop: CoopView) => boolean;
  /** A route opens it even if it is not available. */
  opensAnyway?: true;
  badge?: (slices: Slices) => Badge | undefined;
  /** What it has to say on the page that opens first; each line leads to the page. */
  today?: readonly TodayLines[];
  /** Its item in the tray menu; available when the page is, unless it has a condition of its own. */
  tray?: Readonly<{
    label: MessageKey;
    isAvailable?: (coop: CoopView) => boolean;
    /** What its route carries. */
    carries?: Readonly<{ write: true }> | Readonly<{ find: true }>;
  }>;
}>;

const has =
  (...sections: CoopSection[]) =>
  (coop: CoopView) =>
    hasSection(coop, ...sections);

const newItems = (count = 0): Badge | undefined =>
  count > 0 ? { count, tone: 'new', label: 'answers.rail.unread' } : undefined;

/** The worst kind alone: those at risk must not be lost among those that need attention. */
function backupsBadge(summary: BackupsSummary): Badge | undefined {
  const { bad, unknown, unreadable = 0, warning } = summary;
  const worst = worstState(summary);
  if (worst === undefined || worst === 'good') return undefined;
  if (worst === 'bad') return { count: bad, tone: 'bad', label: 'backupspage.badge.bad' };
  const count = unknown + unreadable + warning;
  const tone = worst === 'unknown' ? 'unknown' : 'minor';
  return { count, tone, label: 'backupspage.badge.attention' };
}

export const pages = {
  /** What concerns the member now; opens first. */
  today: { route: v.object({}) },
  /** All services, or the details of one. */
  status: {
    route: v.object({ serviceId: v.optional(ServiceReference) }),
    today: [troubleLines, workLines],
  },
  /** The echo test; the server `instanceId` is preselected. */
  calls: {
    route: v.object({ instanceId: v.optional(InstanceId) }),
    tray: { label: 'menu.echo', isAvailable: has('echo') },
  },
  /** The co-op's week. */
  calendar: { route: v.object({}), isAvailable: has('calendars'), today: [callLines] },
  links: {
    /** `find` opens quick open. */
    route: v.object({ find: v.optional(v.literal(true)) }),
    isAvailable: has('links'),
    tray: { label: 'quickOpen.menu', carries: { find: true } },
  },
  money: { route: v.object({}), isAvailable: has('money') },
  feedback: {
    route: v.object({
      /** The service that the feedback is about. */
      aboutServiceId: v.optional(ServiceReference),
      /** Text that another page has filled in. */
      begun: v.optional(v.pick(DraftSchema, ['text', 'destinationId', 'about', 'withLog'])),
      /** Opens the composer, even if there are new answers. */
      write: v.optional(v.literal(true)),
      /** Expands the answers to one item; without an id, to every item with unread ones. */
      answers: v.optional(v.object({ itemId: v.optional(ItemId) })),
    }),
    // Shared acknowledgements use the same outbox.
    isAvailable: has('feedback', 'acknowledgements'),
    // It still lists sent items, and explains why nothing can be sent.
    opensAnyway: true,
    badge: ({ unreadAnswers }) => newItems(unreadAnswers),
    today: [answerLines],
    // Whoever chooses it wants to write, even if there are new answers.
    tray: { label: 'menu.feedback', isAvailable: has('feedback'), carries: { write: true } },
  },
  announcements: {
    route: v.object({}),
    isAvailable: has('announcements'),
    badge: ({ unreadAnnouncements }) => newItems(unreadAnnouncements),
    today: [newsLines],
  },
  backups: {
    route: v.object({}),
    isAvailable: has('backups', 'fadingRooms'),
    badge: ({ backups }) => backups && backupsBadge(backups),
    today: [backupLines],
  },
  emergency: {
    route: v.object({}),
    isAvailable: ({ emergency }) => emergency !== undefined,
    today: [emergencyLines],
  },
  /**
   * `moveTo` is a co-op passed to a second launch of the app, `join` the domain of one that a link names; the member
   * decides whether to move there. `proxyLogin` puts the focus where a proxy's login is asked for.
   */
  settings: {
    route: v.object({
      moveTo: v.optional(v.string()),
      join: v.optional(v.string()),
      proxyLogin: v.optional(v.literal(true)),
    }),
    today: [updateLines],
  },
} satisfies Readonly<Record<string, Entry>>;

export type RailPage = keyof typeof pages;

/** The table, typed as its entries have in common. */
const entries: Readonly<Record<RailPage, Entry>> = pages;
const names = Object.keys(pages) as readonly RailPage[];

export function pagesIn(coop: CoopView): readonly RailPage[] {
  return names.filter((name) => isAvailable(name, coop));
}

/** Whether a route to the page shows it. */
export function opens(name: RailPage, coop: CoopView): boolean {
  return entries[name].opensAnyway ?? isAvailable(name, coop);
}

export function badgeOf(name: RailPage, slices: Slices): Badge | undefined {
  return entries[name].badge?.(slices);
}

/** A line of Today in words, and the page that it leads to. */
export type TodayItem = Omit<TodayLine, 'say'> & TodayText & Readonly<{ page: RailPage }>;

export type Today = Readonly<{
  groups: readonly TodayGroup<TodayItem>[];
  /** False if there may be more to say than is known: then no lines do not mean that all is well. */
  isSure: boolean;
}>;

export function todayIn(
  coop: CoopView,
  words: TodayWords,
  snapshot: Snapshot,
  nowUtcMs: number,
): Today {
  const told = pagesIn(coop).flatMap((page) =>
    (entries[page].today ?? []).map((of) => ({ page, lines: of(words, snapshot, nowUtcMs) })),
  );
  const all = told.flatMap(({ page, lines }) =>
    lines === 'unknown' ? [] : lines.map((line) => ({ ...line, page })),
  );
  const groups = groupsOf(all, nowUtcMs).map(({ lines, ...group }) => ({
    ...group,
    lines: lines.map(({ say, ...line }): TodayItem => ({ ...line, ...say() })),
  }));
  return { groups, isSure: told.every(({ lines }) => lines !== 'unknown') };
}

/** Items of the tray menu that open pages of this co-op. */
export function trayPages(
  coop: CoopView,
): readonly Readonly<{ page: RailPage; tray: NonNullable<Entry['tray']> }>[] {
  return names.flatMap((page) => {
    const { tray } = entries[page];
    if (!tray || !(tray.isAvailable?.(coop) ?? isAvailable(page, coop))) return [];
    return [{ page, tray }];
  });
}

function isAvailable(name: RailPage, coop: CoopView): boolean {
  return entries[name].isAvailable?.(coop) ?? true;
}
