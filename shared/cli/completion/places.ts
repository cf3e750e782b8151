/** Where on the command line something is completed, and with what. Pure. */
import { locales } from '../../i18n/languages.ts';
import type { Candidates, CommandForm, Options, Word } from '../commands.ts';
import {
  appOptions,
  askedCandidates,
  candidatesCommand,
  commandNames,
  commands,
  shells,
} from '../commands.ts';

export type Place = Readonly<{
  /** Empty: before any command. */
  command: string;
  options: Options;
  words: readonly Word[];
  action?: string;
}>;

export const places: readonly Place[] = [
  { command: '', options: appOptions, words: [] },
  ...commandNames.map((command) => {
    const { options, words, action }: CommandForm = commands[command];
    return { command, options, words, ...(action === undefined ? {} : { action }) };
  }),
];

/** Candidates that need nobody to be asked. */
const fixed: Readonly<Partial<Record<Candidates, readonly string[]>>> = {
  languages: locales,
  shells,
};

export type Source =
  | Readonly<{ kind: 'words'; words: readonly string[] }>
  | Readonly<{ kind: 'files' }>
  | Readonly<{ kind: 'nothing' }>
  /** What follows the executable, to ask it for one candidate a line; after a tab, what it is. */
  | Readonly<{ kind: 'asked'; question: string }>;

export function sourceOf(candidates: Candidates | undefined): Source {
  if (candidates === undefined) return { kind: 'nothing' };
  const words = fixed[candidates];
  if (words) return { kind: 'words', words };
  const asked = askedCandidates.find((one) => one === candidates);
  return asked ? { kind: 'asked', question: `${candidatesCommand} ${asked}` } : { kind: 'files' };
}

/** Of the place's words and of its options' values, by the option's name; the words' has none. */
export function sourcesAt({ options, words }: Place): ReadonlyMap<string, Source> {
  const values = Object.entries(options).flatMap(([name, option]) =>
    option.type === 'string' ? [[`--${name}`, sourceOf(option.value.candidates)] as const] : [],
  );
  const own = words.map(({ candidates }) => sourceOf(candidates));
  return new Map([...values, ['', own[0] ?? { kind: 'nothing' }] as const]);
}
