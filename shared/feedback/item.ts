/** One piece of feedback. The text has been through redact() before it becomes a message. */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';

/** What a member can choose. */
export const feedbackKinds = ['works', 'broken', 'idea'] as const;
export const severities = ['low', 'middle', 'high'] as const;
export const textLimit = 20_000;
/** A placeholder may be longer than the secret it replaces. */
const redactedLimit = 3 * textLimit;

/** Max characters in the name of a site, service or build. */
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
  /** None of these; the name says so in the member's language. */
  v.object({ what: v.literal('other'), name: Line(nameLimit) }),
]);
export type About = Readonly<v.InferOutput<typeof aboutSchema>>;

export const FeedbackSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  about: aboutSchema,
  /** `comment`: the member chose none. */
  kind: v.picklist([...feedbackKinds, 'comment']),
  /** Only for `broken`. */
  severity: v.exactOptional(v.picklist(severities)),
  /** No lone surrogates: they cannot be URL-encoded. */
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
