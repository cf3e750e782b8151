/**
 * Checks that what main sends to its window is exactly what `shared/ipc.ts` says. The app does not check, since both
 * ends come from one build. Tests do, because a key that is in no schema, such as an address, would reach the window
 * unnoticed.
 */
import * as v from 'valibot';
import { ipcSchema } from '../shared/ipc.ts';
import type { CallName, EventName } from '../shared/ipc.ts';

/** Throws an error that names the first difference. */
export function checkResult(name: CallName, value: unknown): void {
  check(`the result of ${name}`, ipcSchema.calls[name].result, value);
}

export function checkEvent(name: EventName, payload: unknown): void {
  check(`the event ${name}`, ipcSchema.events[name], payload);
}

function check(what: string, schema: v.GenericSchema, value: unknown): void {
  const crossed = asCrossed(value);
  const parsed = v.safeParse(schema, crossed);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${what}: ${v.getDotPath(issue) ?? '$'}: ${issue.message}`);
  }
  const place = difference(crossed, parsed.output, '$');
  if (place !== undefined) throw new Error(`${what}: ${place} is not in its schema`);
}

/** As it arrives: events cross as JSON, and results hold nothing that JSON cannot. */
function asCrossed(value: unknown): unknown {
  const json: string | undefined = JSON.stringify(value);
  return json === undefined ? undefined : JSON.parse(json);
}

function difference(sent: unknown, known: unknown, place: string): string | undefined {
  if (!isParent(sent) || !isParent(known)) return Object.is(sent, known) ? undefined : place;
  const keys = new Set([...Object.keys(sent), ...Object.keys(known)]);
  for (const key of keys) {
    const found = difference(Reflect.get(sent, key), Reflect.get(known, key), `${place}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isParent(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
