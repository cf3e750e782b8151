/** The `meetings` section of the co-op document: meetings that are held again and again, and where their notes are. */
import * as v from 'valibot';
import { shortList } from '../lists/short-list.ts';
import { Id, Text } from './parts.ts';
import { says } from './remedy.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { PrivateAddress, WebAddress } from './web.ts';

export const padKinds = ['hedgedoc', 'codimd', 'hackmd', 'etherpad'] as const;
export type PadKind = (typeof padKinds)[number];

/** Names, which are the same in every language. */
export const padSoftware: Readonly<Record<PadKind, string>> = {
  hedgedoc: 'HedgeDoc',
  codimd: 'CodiMD',
  hackmd: 'HackMD',
  etherpad: 'Etherpad',
};

/** What stands for the day of a meeting in an address, in braces. */
export const dayTokens = ['yyyy-mm-dd', 'yyyy', 'mm', 'dd'] as const;
export type DayToken = (typeof dayTokens)[number];

/** What can be filled into a template. */
export const templateParts = ['date', 'title', 'room'] as const;
export type TemplatePart = (typeof templateParts)[number];

/** The text of a template that stands for a part, such as `YYYY-MM-DD`; one of two letters would be in many words. */
const Token = v.pipe(Text(40), v.minLength(3, says('token-short')));

const TokensSchema = v.pipe(
  v.object({
    date: v.optional(Token, '{{date}}'),
    title: v.optional(Token, '{{title}}'),
    room: v.optional(Token, '{{room}}'),
  }),
  v.check(
    (tokens) => new Set(Object.values(tokens)).size === templateParts.length,
    says('tokens-differ'),
  ),
);
export type Tokens = Readonly<v.InferOutput<typeof TokensSchema>>;

/** The title of its events in the calendar; case and accents do not count. */
const MatchSchema = v.union([
  v.object({ exact: TextsOf(200) }),
  v.object({ prefix: TextsOf(200) }),
]);

const RegularMeetingSchema = v.object({
  id: Id,
  name: TextsOf(80),
  /** By default, the name exactly. */
  match: v.optional(MatchSchema),
  /** Id of the entry in `rooms` where it takes place. */
  room: v.optional(Id),
  pad: v.object({
    /** May hold `{yyyy-mm-dd}`, `{yyyy}`, `{mm}` and `{dd}`: the day of the meeting. */
    url: WebAddress,
    kind: v.picklist(padKinds),
  }),
  template: v.optional(
    v.object({
      /** Its raw Markdown. Whoever could change it on its way could put anything into the notes. */
      url: PrivateAddress,
      tokens: v.optional(TokensSchema, {}),
    }),
  ),
  archive: v.optional(
    v.object({
      /** May hold the same placeholders as the pad's. */
      url: WebAddress,
      /** Some members may not be able to read it. */
      isRestricted: v.optional(v.boolean(), false),
    }),
  ),
});
export type RegularMeeting = Chosen<v.InferOutput<typeof RegularMeetingSchema>>;

export const MeetingsSchema = v.pipe(shortList(RegularMeetingSchema, 40), v.minLength(1));
