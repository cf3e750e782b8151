/**
 * Finds what a member means by a few letters: an exact name before what they picked for these letters before, before
 * the start of a name, of a word, and what they may have meant. Letters strewn over a name are no match: that finds
 * what nobody looks for. Pure.
 */
import { fold } from '../text/fold.ts';
import { partTyped } from './argument.ts';
import type { Pick } from './picks.ts';
import { scoreOf, wasTyped } from './picks.ts';
import type { Word } from './typo.ts';
import { meantBy, wordOf } from './typo.ts';

export type Findable = Readonly<{
  id: string;
  /** What it is called; the first is what is shown. */
  names: readonly string[];
  /** Also searched, after the names. */
  besides?: string;
  takesArgument?: boolean;
}>;

type Name = Readonly<{
  text: string;
  /** With its signs and accents, which tell `c` from `c#`. */
  literal: string;
  /** Without blanks. */
  compact: string;
  whole: Word;
  words: readonly Word[];
}>;
export type Indexed<T extends Findable> = Readonly<{
  item: T;
  names: readonly Name[];
  besides: string;
  /** A bit for each letter that it has, in its names or besides. */
  letters: number;
}>;

export type Hit<T extends Findable> = Readonly<{ item: T; argument?: string }>;

/** The order of the kinds of match. */
const tiers = {
  literal: -1,
  exact: 0,
  exactWithArgument: 1,
  picked: 2,
  start: 3,
  word: 4,
  within: 5,
  besides: 6,
  meant: 7,
} as const;

export function indexOf<T extends Findable>(items: readonly T[]): readonly Indexed<T>[] {
  return items.map((item) => {
    const names = item.names.map(nameOf);
    const besides = fold(item.besides ?? '');
    const all = [...names.map(({ whole }) => whole), wordOf(besides)];
    return { item, names, besides, letters: all.reduce((bits, one) => bits | one.letters, 0) };
  });
}

function nameOf(name: string): Name {
  const text = fold(name);
  const compact = text.replaceAll(' ', '');
  const literal = withSigns(name);
  return { text, literal, compact, whole: wordOf(compact), words: text.split(' ').map(wordOf) };
}

/** An emoji is the same in every colour. */
function withSigns(text: string): string {
  const signs = text.normalize('NFKC').replaceAll(/[\s\ufe0e\ufe0f\p{Emoji_Modifier}]/gu, '');
  return signs.toLowerCase();
}

type Found<T extends Findable> = Hit<T> &
  Readonly<{ tier: number; score: number; length: number; at: number }>;

export type Search = Readonly<{
  typed: string;
  picks: readonly Pick[];
  nowUtcMs: number;
  limit: number;
}>;

export function search<T extends Findable>(
  index: readonly Indexed<T>[],
  { typed, picks, nowUtcMs, limit }: Search,
): readonly Hit<T>[] {
  const whole = nameOf(typed);
  const { head, argument } = partTyped(typed);
  const first = nameOf(head);
  const byId = new Map(picks.map((pick) => [pick.id, pick]));
  const found: Found<T>[] = [];
  const add = (one: Indexed<T>, at: number, tier: number, given?: string) => {
    const pick = byId.get(one.item.id);
    found.push({
      item: one.item,
      tier,
      score: pick ? scoreOf(pick, nowUtcMs) : 0,
      // Of what matches alike, the shorter is nearer; but nothing typed is near nothing.
      length: whole.literal === '' ? 0 : (one.names[0]?.compact.length ?? 0),
      at,
      ...(given === undefined ? {} : { argument: given }),
    });
  };
  const missed: [Indexed<T>, number][] = [];
  for (const [at, one] of index.entries()) {
    const pick = byId.get(one.item.id);
    const isPicked = (of: Name) => pick !== undefined && wasTyped(pick, of.text, nowUtcMs);
    const withArgument =
      argument !== undefined && one.item.takesArgument ? tierWithArgument(one, first) : undefined;
    const tier = tierOf(one, whole, isPicked(whole));
    if (tier !== undefined && tier <= (withArgument ?? tier)) add(one, at, tier);
    else if (withArgument !== undefined) add(one, at, withArgument, argument);
    else missed.push([one, at]);
  }
  // Slips are forgiven only where nothing begins like that, or they would fill the list of those who make none.
  if (found.every(({ tier }) => tier > tiers.word) && whole.text !== '') {
    const isMeant = meaning(whole);
    const isHeadMeant = meantBy(first.whole);
    for (const [one, at] of missed)
      if (isMeant(one)) add(one, at, tiers.meant);
      else if (argument !== undefined && one.item.takesArgument && calls(one, isHeadMeant))
        add(one, at, tiers.meant, argument);
  }
  return found
    .sort((a, b) => a.tier - b.tier || b.score - a.score || a.length - b.length || a.at - b.at)
    .slice(0, limit)
    .map(({ item, argument: given }) => ({
      item,
      ...(given === undefined ? {} : { argument: given }),
    }));
}

/** Undefined if it does not match. Everything matches nothing typed, so that what is picked often comes first. */
function tierOf(
  { names, besides, letters }: Indexed<Findable>,
  typed: Name,
  isPicked: boolean,
): number | undefined {
  if (typed.literal === '') return tiers.besides;
  // Signs alone, such as an emoji.
  if (typed.compact === '') {
    if (isLiteral(names, typed)) return tiers.literal;
    return names.some(({ literal }) => literal.includes(typed.literal)) ? tiers.within : undefined;
  }
  // Most of thousands lack a letter, and are done with before any text is compared.
  if (!isPicked && (typed.whole.letters & ~letters) !== 0) return undefined;
  if (names.some(({ compact }) => compact === typed.compact))
    return isLiteral(names, typed) ? tiers.literal : tiers.exact;
  if (isPicked) return tiers.picked;
  if (names.some(({ compact }) => compact.startsWith(typed.compact))) return tiers.start;
  const begins = ({ text }: Word, words: readonly Word[]) =>
    words.some((one) => one.text.startsWith(text));
  if (names.some(({ words }) => typed.words.every((word) => begins(word, words))))
    return tiers.word;
  if (typed.compact.length < 2) return undefined;
  if (names.some(({ compact }) => compact.includes(typed.compact))) return tiers.within;
  return typed.compact.length > 2 && besides.includes(typed.text) ? tiers.besides : undefined;
}

function isLiteral(names: readonly Name[], typed: Name): boolean {
  return names.some(({ literal }) => literal === typed.literal);
}

function tierWithArgument({ names }: Indexed<Findable>, head: Name): number | undefined {
  if (head.compact === '') return undefined;
  if (names.some(({ compact }) => compact === head.compact)) return tiers.exactWithArgument;
  return names.some(({ compact }) => compact.startsWith(head.compact)) ? tiers.start : undefined;
}

function meaning(typed: Name): (one: Indexed<Findable>) => boolean {
  const isWhole = meantBy(typed.whole);
  const isWord = typed.words.map(meantBy);
  return ({ names }) =>
    names.some(
      ({ whole, words }) => isWhole(whole) || isWord.every((isMeant) => words.some(isMeant)),
    );
}

function calls({ names }: Indexed<Findable>, isMeant: (word: Word) => boolean): boolean {
  return names.some(({ whole }) => isMeant(whole));
}
