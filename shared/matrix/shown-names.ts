/**
 * How people in a room are called: by the display name they chose, as long as it can only mean them. Anybody may choose
 * any name, so one that could pass for somebody else's is shown with the id, which the server guarantees. Pure.
 */
import { plainReply } from '../text/plain.ts';
import { shortened } from '../text/shortened.ts';

export type Person = Readonly<{
  /** `@sam:coop.example`; on GitHub a login. */
  id: string;
  /** The display name, unchecked. */
  name?: string | undefined;
}>;

/** In characters; Matrix allows ids of 255, and names of any length. */
const nameLimit = 60;

/**
 * The names of these people, by id; of a person with several, the last one counts. `me`: the member's own id, whose
 * server is left out of ids; undefined while signed out.
 */
export function shownNames(
  people: readonly Person[],
  me: string | undefined,
): (id: string) => string {
  const chosen = new Map<string, string>();
  for (const { id, name } of people)
    if (name !== undefined || !chosen.has(id)) chosen.set(id, name ?? '');
  const claims = claimsOf(chosen);
  return (id) => {
    const short = shortId(id, me);
    const name = chosen.get(id) ?? '';
    const plain = plainName(name);
    if (plain === '') return short;
    const isOwn = claims.get(lookOf(plain)) === id;
    return isOwn && !couldMislead(name)
      ? shortened(plain, nameLimit)
      : `${shortened(plain, nameLimit)} (${short})`;
  };
}

/** `sam` on the member's own server, the whole `@sam:elsewhere.example` on any other. */
export function shortId(id: string, me: string | undefined): string {
  const [, name, server] = /^@([^:]+):(.+)$/u.exec(id) ?? [];
  const mine = me?.slice(me.indexOf(':') + 1);
  return shortened(plainReply(name !== undefined && server === mine ? name : id), nameLimit);
}

const several = '';

/** Whose a name is, by its look: the one person with that name or in whose id it stands; `several` if it is disputed. */
function claimsOf(chosen: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const claims = new Map<string, string>();
  const claim = (text: string, id: string) => {
    const look = lookOf(text);
    const before = claims.get(look);
    claims.set(look, before === undefined || before === id ? id : several);
  };
  for (const [id, name] of chosen) {
    claim(plainName(name), id);
    claim(/^@([^:]+):/u.exec(id)?.[1] ?? id, id);
  }
  return claims;
}

/** Invisible, or changes the direction of others; but for what joins emoji. */
const unseen =
  /(?<![\p{Extended_Pictographic}\uFE0F])\u200D|(?!\u200D)[\p{C}\u115F\u1160\u2028\u2029\u3164\uFFA0\u2800]/gu;

function plainName(name: string): string {
  return name
    .slice(0, nameLimit * 4)
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(unseen, '')
    .trim();
}

/** Something unseen, an id, a heap of accents, or letters of more than one script. */
function couldMislead(name: string): boolean {
  const spaced = name.replaceAll(/\s+/g, ' ');
  if (spaced.search(unseen) >= 0 || /[@:]/.test(name) || /\p{M}{3}/u.test(name)) return true;
  const scripts = lookalikes.filter((script) => script.test(name));
  return scripts.length > 1;
}

/** The scripts whose letters are taken for each other's. */
const lookalikes = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Lisu}/u,
];

/** Letters of other scripts, and signs, as the Latin ones that they look like. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аɑα', 'a'],
    ['вβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['её', 'e'],
    ['ԍ', 'g'],
    ['нһ', 'h'],
    ['іıι1|l!', 'i'],
    ['јϳ', 'j'],
    ['кκ', 'k'],
    ['м', 'm'],
    ['пηո', 'n'],
    ['оοօ0σ', 'o'],
    ['рρ', 'p'],
    ['ԛ', 'q'],
    ['гᴦ', 'r'],
    ['ѕ5$', 's'],
    ['тτ', 't'],
    ['υսц', 'u'],
    ['ѵν', 'v'],
    ['ԝшω', 'w'],
    ['хχ', 'x'],
    ['уγ', 'y'],
    ['ᴢ', 'z'],
  ].flatMap(([from = '', to = '']) => Array.from(from).map((sign) => [sign, to])),
);

/** What a name looks like at a glance: two that look the same are taken for one. */
function lookOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\s\p{P}_]/gu, '');
  return Array.from(plain, (sign) => twins[sign] ?? sign).join('');
}
