/** One piece of feedback as the member gave it. What was typed has been through redact() before it is made into a message. */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';

export const feedbackKinds = ['works', 'broken', 'idea'] as const;
export const severities = ['low', 'middle', 'high'] as const;
export const textLimit = 20_000;
/** What stands for a short secret is longer than it. */
const redactedLimit = 3 * textLimit;

/** Of a site, a service or a build, in characters. */
export const nameLimit = 80;

const Line = (limit: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limit), v.regex(/^[^\r\n\p{Cs}]*$/u));

/** What feedback can be about. */
export const aboutSchema = v.variant('what', [
  v.object({
    what: v.literal('staging'),
    name: Line(nameLimit),
    build: v.exactOptional(Line(nameLimit)),
  }),
  v.object({
    what: v.literal('service'),
    id: v.pipe(v.string(), v.regex(serviceIdPattern)),
    name: Line(nameLimit),
  }),
  v.object({
    what: v.literal('app'),
    name: Line(nameLimit),
    build: v.exactOptional(Line(nameLimit)),
  }),
]);
export type About = Readonly<v.InferOutput<typeof aboutSchema>>;

export const FeedbackSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  about: aboutSchema,
  kind: v.picklist(feedbackKinds),
  /** Only of what is broken. */
  severity: v.exactOptional(v.picklist(severities)),
  /** Whole characters: half of a pair can stand in no address. */
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(redactedLimit),
    v.regex(/^\P{Cs}*$/u),
  ),
  /** Such as `Coop Tray 0.1.0, Debian 12`. */
  system: Line(120),
});
export type Feedback = Readonly<v.InferOutput<typeof FeedbackSchema>>;
