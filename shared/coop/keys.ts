/** Finds keys that are not in the schema: misspelt, or from a newer version. Pure. */
import type * as v from 'valibot';
import { firstOf } from '../lists/first.ts';
import { isRecord } from '../json.ts';

export type UnknownKey = Readonly<{
  /** Path of the key, such as `$.services[0].probe.timeout`. */
  path: string;
  key: string;
  /** The keys allowed there. */
  known: readonly string[];
}>;

/** The fields of valibot's objects, arrays, optionals and unions that a tree walk needs. */
type Schema = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly options?: readonly unknown[];
  readonly key?: string;
};

/** In characters; longer keys are truncated in the path. */
const keyLimit = 60;

/** Lazily in document order, so that callers can stop early. */
export function* unknownKeys(
  schema: v.GenericSchema,
  value: unknown,
  path = '$',
): Generator<UnknownKey> {
  const { wrapped, item, options, entries, key: tag } = schema as Schema;
  if (wrapped) yield* unknownKeys(wrapped, value, path);
  else if (item && Array.isArray(value)) {
    if (isLeaf(item)) return;
    for (const [at, one] of value.entries()) yield* unknownKeys(item, one, `${path}[${at}]`);
  } else if (isRecord(value) && options) {
    yield* unknownInChoice(options.filter(isObject), tag, value, path);
  } else if (isRecord(value) && entries) yield* unknownInObject(entries, value, path);
}

/** Schemas without keys are skipped: a list of scalars may have hundreds of thousands of entries. */
function isLeaf({ wrapped, item, options, entries }: Schema): boolean {
  return !wrapped && !item && !entries && !options?.some(isObject);
}

function* unknownInObject(
  entries: Readonly<Record<string, Schema>>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): Generator<UnknownKey> {
  for (const key of Object.keys(value)) {
    const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
    const at = `${path}.${key.slice(0, keyLimit)}`;
    if (known) yield* unknownKeys(known, value[key], at);
    else yield { path: at, key, known: Object.keys(entries) };
  }
}

/** Maximum unknown keys to count per option. */
const comparedKeys = 100;

/** Uses the option that matches the value's discriminator, otherwise the one with the fewest unknown keys. */
function unknownInChoice(
  options: readonly Schema[],
  tag: string | undefined,
  value: Readonly<Record<string, unknown>>,
  path: string,
): Iterable<UnknownKey> {
  const meant = options.filter(({ entries }) => !tag || literalOf(entries?.[tag]) === value[tag]);
  const [only, ...others] = meant;
  if (only && others.length === 0) return unknownKeys(only, value, path);
  const found = meant.map((one) => firstOf(unknownKeys(one, value, path), comparedKeys));
  return found.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function literalOf(schema: Schema | undefined): unknown {
  return schema && 'literal' in schema ? schema.literal : undefined;
}

function isObject(option: unknown): option is Schema {
  return isRecord(option) && 'entries' in option;
}
