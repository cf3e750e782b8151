/** The lines of Today: what concerns the member now. Pure. */
import type { Times } from '../i18n/times.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Verdict } from '../observation/observation.ts';
import type { Snapshot } from '../snapshot.ts';

/** In the order of the page. `work` is planned maintenance. */
export const todayKinds = [
  'trouble',
  'emergency',
  'call',
  'answers',
  'news',
  'backups',
  'staging',
  'work',
  'update',
] as const;
export type TodayKind = (typeof todayKinds)[number];

/** What the order of lines depends on. */
export type Ranked = Readonly<{
  kind: TodayKind;
  /** The state whose look it has; without one, it has the icon of its kind. */
  verdict?: Verdict;
  /** When it began or begins, ms UTC. */
  atUtcMs?: number;
  /** About one of the member's own services. */
  isStarred?: boolean;
  /** The member has set it aside. */
  isKnown?: boolean;
}>;

export type TodayText = Readonly<{
  sentence: string;
  /** What else to know, as sentences. */
  more?: readonly string[];
}>;

/** A line as a page publishes it. */
export type TodayLine = Ranked &
  Readonly<{
    /** Unique within the kind, and the same as long as the line is about the same thing. */
    id: string;
    /** What it is about, by a name that time does not change: for controls, whose names are read out when they change. */
    about: string;
    /** Asked of the lines that are shown: putting hundreds into words would hold up main. */
    say: () => TodayText;
    /** Whom the document says to ask about it, maybe nobody; the window leaves the member out. */
    asks?: readonly string[];
    /** The service for which the window offers what to use instead. */
    insteadOf?: string;
    /** The meeting to join, and where. */
    joins?: Readonly<{ meetingId: string; place: string }>;
    /** A restart of the app is what helps. */
    restarts?: true;
    /** What the button says that opens the page of the line, where “Details” would not do. */
    open?: string;
    /** What the route to the page carries. */
    carries?:
      | Readonly<{ serviceId: string }>
      | Readonly<{ answers: Readonly<Record<string, never>> }>;
  }>;

export type TodayWords = Readonly<{ t: Translate; times: Times }>;

/** `unknown`: whether there is anything to say cannot be told now. */
export type TodayLines = (
  words: TodayWords,
  snapshot: Snapshot,
  nowUtcMs: number,
) => readonly TodayLine[] | 'unknown';
