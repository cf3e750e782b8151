/** The emergency card: where people meet when the usual services are down. Cached with the document for offline use. */
import * as v from 'valibot';
import type { Problem } from './problem.ts';
import { Text } from './parts.ts';
import { WebAddress } from './web.ts';
import { says } from './remedy.ts';
import { parseEntry, problemAt } from './problem.ts';
import { shortList } from '../lists/short-list.ts';
import type { Chosen, TextReader } from './texts.ts';
import { TextsOf } from './texts.ts';

/** Digits with common separators, those of typesetters too; only the digits are dialled. */
export const Phone = v.pipe(
  Text(40),
  v.regex(
    /^[(\u200b-\u200f\u202a-\u202e]*\+?[0-9 ()./\u00a0\u2000-\u2015\u202a-\u202f\u2212-]+$/,
    says('phone'),
  ),
  v.check((text) => digitsOf(text).length >= 3, says('phone')),
  v.transform(withPlainSigns),
);

/** As a keyboard has them: members copy numbers into programs that know no others. */
export function withPlainSigns(number: string): string {
  return number
    .replaceAll(/[\u200b-\u200f\u202a-\u202e]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .trim();
}

/** Excludes characters that could add parameters to a `mailto:` link. */
const Email = v.pipe(
  v.string(),
  v.maxLength(254),
  v.regex(/^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, says('email')),
);

const ContactSchema = v.object({
  name: TextsOf(80),
  /** What this person or place can help with. */
  role: v.optional(TextsOf(120)),
  phone: v.optional(Phone),
  email: v.optional(Email),
  url: v.optional(WebAddress),
});
export type Contact = Chosen<v.InferOutput<typeof ContactSchema>>;

const Step = TextsOf(300);
const entries = {
  title: v.optional(TextsOf(80)),
  text: v.optional(TextsOf(2000)),
};

export const EmergencySchema = v.object({
  ...entries,
  steps: v.optional(shortList(Step, 20), []),
  contacts: v.optional(shortList(ContactSchema, 50), []),
});
export type Emergency = Chosen<v.InferOutput<typeof EmergencySchema>>;

/** The same with unchecked lists: in an emergency, a card with faults is better than none. */
const FrameSchema = v.object({
  ...entries,
  steps: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(20)), []),
  contacts: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(50)), []),
});

/** Parses steps and contacts one by one, skipping invalid ones. Undefined for a card without content. */
export function readEmergency(
  raw: unknown,
  texts: TextReader,
): Readonly<{ emergency?: Emergency; problems: readonly Problem[] }> {
  if (raw === undefined) return { problems: [] };
  const frame = parseEntry(FrameSchema, raw);
  if (!frame.success) return { problems: [problemAt('$.emergency', frame.issues[0])] };
  const { title, text } = frame.output;
  const readList = <S extends v.GenericSchema>(schema: S, list: readonly unknown[], at: string) =>
    listOf(texts, schema, list, at);
  const steps = readList(Step, frame.output.steps, '$.emergency.steps');
  const contacts = readList(ContactSchema, frame.output.contacts, '$.emergency.contacts');
  const problems = [...steps.problems, ...contacts.problems];
  if (!text && steps.read.length === 0 && contacts.read.length === 0) return { problems };
  return {
    problems,
    emergency: {
      ...(title ? { title: texts.choose(title) } : {}),
      ...(text ? { text: texts.choose(text) } : {}),
      steps: steps.read,
      contacts: contacts.read,
    },
  };
}

function listOf<S extends v.GenericSchema>(
  texts: TextReader,
  schema: S,
  list: readonly unknown[],
  at: string,
) {
  const read: Chosen<v.InferOutput<S>>[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of list.entries()) {
    const parsed = texts.read(schema, raw);
    if (parsed.success) read.push(parsed.output);
    else problems.push(problemAt(`${at}[${index}]`, parsed.issues[0]));
  }
  return { read, problems };
}

export function digitsOf(phone: string): string {
  return phone.replaceAll(/[^0-9]/g, '');
}
