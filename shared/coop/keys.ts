/** Keys of a document that its schema does not know: misspelt ones, or those of a newer version. Pure. */
import type * as v from 'valibot';
import { isRecord } from './problem.ts';

export type UnknownKey = Readonly<{
  /** Of the key, such as `$.services[0].probe.timeout`. */
  path: string;
  key: string;
  /** What may stand there. */
  known: readonly string[];
}>;

/** What valibot's objects, lists, options and choices have in common for a walk. */
type Schema = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly options?: readonly unknown[];
  readonly key?: string;
};

/** Longer keys are cut in the path. */
const keyLimit = 60;

export function unknownKeys(
  schema: v.GenericSchema,
  value: unknown,
  path = '$',
): readonly UnknownKey[] {
  const { wrapped, item, options, entries, key: tag } = schema as Schema;
  if (wrapped) return unknownKeys(wrapped, value, path);
  if (item && Array.isArray(value)) {
    return value.flatMap((one, at) => unknownKeys(item, one, `${path}[${at}]`));
  }
  if (!isRecord(value)) return [];
  if (options) return unknownInChoice(options.filter(isObject), tag, value, path);
  return entries ? unknownInObject(entries, value, path) : [];
}

function unknownInObject(
  entries: Readonly<Record<string, Schema>>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): readonly UnknownKey[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
    const at = `${path}.${key.slice(0, keyLimit)}`;
    return known ? unknownKeys(known, inner, at) : [{ path: at, key, known: Object.keys(entries) }];
  });
}

/** Of several forms, the one that the value's tag names, or that knows most of its keys. */
function unknownInChoice(
  options: readonly Schema[],
  tag: string | undefined,
  value: Readonly<Record<string, unknown>>,
  path: string,
): readonly UnknownKey[] {
  const meant = options.filter(({ entries }) => !tag || literalOf(entries?.[tag]) === value[tag]);
  const found = meant.map((one) => unknownKeys(one, value, path));
  return found.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function literalOf(schema: Schema | undefined): unknown {
  return schema && 'literal' in schema ? schema.literal : undefined;
}

function isObject(option: unknown): option is Schema {
  return isRecord(option) && 'entries' in option;
}
