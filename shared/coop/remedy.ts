/**
 * Problem codes, each with a translated text (`problem.CODE`). A schema passes code and parameters through valibot's
 * message.
 */
import * as v from 'valibot';
import { quote } from '../text/quote.ts';

export const problemCodes = [
  // JSON syntax; each with `line` and `column`
  'json-page',
  'json-nothing',
  'json-comment',
  'json-quotes',
  'json-comma-last',
  'json-comma-missing',
  'json-comma-extra',
  'json-colon',
  'json-bracket',
  'json-cut',
  'json-string',
  'json-escape',
  'json-key',
  'json-word',
  'json-number',
  'json-invisible',
  'json-after',
  'json-sign',
  // any value
  'missing',
  'text',
  'number',
  'number-quoted',
  'number-whole',
  'boolean',
  'list',
  'object',
  'choice',
  'choice-near',
  'at-least',
  'at-most',
  'milliseconds',
  'seconds',
  'empty',
  'too-long',
  'too-many',
  'value',
  // hosts
  'host-scheme',
  'host-port',
  'host-path',
  'host-user',
  'host-signs',
  'host-dots',
  'host-label',
  'host-wildcard',
  'host-address',
  'port-range',
  'dns-name-address',
  'dns-answer-address',
  'dns-server',
  // URLs
  'url',
  'url-scheme',
  'url-other-scheme',
  'url-twice',
  'url-credentials',
  'url-insecure',
  // Matrix and GitHub identifiers
  'matrix-room',
  'matrix-link',
  'matrix-user',
  'matrix-server',
  'repository',
  'template-file',
  // times
  'cron',
  'time-zone',
  'clock-time',
  'instant',
  'instant-none',
  'instant-order',
  // other formats
  'id',
  'id-of-service',
  'language-tag',
  'logo',
  'slug',
  'collective',
  'domain',
  'phone',
  'email',
  'json-path',
  'header-name',
  'status-code',
  'comparison-value',
  'preset-keyword',
  'room-or-api',
  'calendar-address',
  'calendar-or-private',
  'url-or-phone',
  'pin',
  'token-short',
  'tokens-differ',
  // references and versions
  'id-taken',
  'other-service',
  'known-service',
  'known-feed',
  'parent-circle',
  'parent-deep',
  'newer-type',
  'key-near',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** `params` fill the placeholders of the text; all values are short. */
export type Remedy = Readonly<{
  code: ProblemCode;
  params: Readonly<Record<string, string | number>>;
}>;

export function remedy(code: ProblemCode, params: Remedy['params'] = {}): Remedy {
  return { code, params };
}

/** A schema action from a function that returns the fault of a text; undefined if valid. */
export function sound(faultOf: (text: string) => Remedy | undefined) {
  return v.rawCheck<string>(({ dataset, addIssue }) => {
    const fault = dataset.typed ? faultOf(dataset.value) : undefined;
    if (fault) addIssue({ message: asMessage(fault) });
  });
}

/** A remedy encoded as a valibot message. */
export function says(code: ProblemCode, params: Remedy['params'] = {}): string {
  return asMessage(remedy(code, params));
}

/** A pattern that is also exported to JSON Schema for editors; its remedy quotes the input as `got`. */
export function shape(pattern: RegExp, code: ProblemCode) {
  return v.regex<string, v.ErrorMessage<v.RegexIssue<string>>>(pattern, ({ input }) =>
    says(code, { got: quote(input) }),
  );
}

function asMessage({ code, params }: Remedy): string {
  return JSON.stringify([code, params]);
}

const MessageSchema = v.tuple([
  v.picklist(problemCodes),
  v.record(v.string(), v.union([v.string(), v.number()])),
]);

/** Undefined for valibot's own messages. */
export function remedyOf(message: string): Remedy | undefined {
  if (!message.startsWith('["')) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), MessageSchema), message);
  return parsed.success ? remedy(...parsed.output) : undefined;
}
