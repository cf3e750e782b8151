import * as v from 'valibot';
import { parseJson } from '../../shared/json.ts';
import type { TextStore } from './files.ts';

/** What is in a store, by its schema; undefined if there is nothing, or nothing that can be read. Never rejects. */
export async function loadJson<T>(
  store: Pick<TextStore, 'load'>,
  schema: v.GenericSchema<unknown, T>,
): Promise<T | undefined> {
  const text = await store.load().catch(() => undefined);
  const read = v.safeParse(schema, parseJson(text ?? ''));
  return read.success ? read.output : undefined;
}
