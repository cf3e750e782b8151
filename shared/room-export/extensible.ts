/**
 * Texts of events without a plain `body`: extensible text in several formats, and polls. The input is unvalidated.
 * Pure.
 */
import * as v from 'valibot';

/** The same text in several formats; without `mimetype` it is `text/plain`. */
const Forms = v.array(v.unknown());
const FormSchema = v.object({ body: v.string(), mimetype: v.optional(v.string(), 'text/plain') });
const Holder = v.record(v.string(), v.unknown());

/**
 * https://spec.matrix.org/v1.16/client-server-api/#mroommessage-msgtypes; before it was specified: MSC1767 and MSC3381.
 */
const textKeys = ['m.text', 'org.matrix.msc1767.text'] as const;
const pollKeys = ['m.poll', 'm.poll.start', 'org.matrix.msc3381.poll.start'] as const;
const pollTypes = new Set(['m.poll.start', 'org.matrix.msc3381.poll.start']);
/** Clients send two or three formats of a text. */
const formsLimit = 20;
/** Polls are limited to twenty choices. */
const choicesLimit = 100;

const PollSchema = v.object({ question: Holder, answers: v.optional(v.array(v.unknown()), []) });

/** Plain text that is sent beside or instead of `body`; undefined if there is none. */
export function extensibleText(content: unknown): string | undefined {
  const holder = v.safeParse(Holder, content);
  if (!holder.success) return undefined;
  for (const key of textKeys) {
    const text = plainOf(holder.output[key]);
    if (text !== undefined) return text;
  }
  const { body } = holder.output;
  return typeof body === 'string' ? body : undefined;
}

function plainOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const forms = v.safeParse(Forms, value);
  if (!forms.success) return undefined;
  const valid = forms.output.slice(0, formsLimit).flatMap((one) => {
    const form = v.safeParse(FormSchema, one);
    return form.success ? [form.output] : [];
  });
  return (valid.find(({ mimetype }) => mimetype === 'text/plain') ?? valid[0])?.body;
}

export function isPoll(type: string): boolean {
  return pollTypes.has(type);
}

/** The question, and a line per choice; if these are invalid, the poll's fallback text. */
export function pollText(content: Readonly<Record<string, unknown>>): string | undefined {
  const [poll] = pollKeys.flatMap((key) => {
    const parsed = v.safeParse(PollSchema, content[key]);
    return parsed.success ? [parsed.output] : [];
  });
  const question = poll && extensibleText(poll.question);
  if (!poll || question === undefined) return extensibleText(content);
  const choices = poll.answers
    .slice(0, choicesLimit)
    .map((one) => `– ${extensibleText(one) ?? '…'}`);
  const more = poll.answers.length > choicesLimit ? ['…'] : [];
  return [question, ...choices, ...more].join('\n');
}
