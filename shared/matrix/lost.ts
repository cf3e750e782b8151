/** Decides whether an unreadable event may have been a message, so that the member can be informed. Pure. */
import * as v from 'valibot';

/** Messages, and the app's own events. Encrypted events are left out: the app cannot read them anyway. */
const messageTypes: readonly string[] = ['m.room.message', 'coop.tray.status'];

const HintsSchema = v.object({
  type: v.optional(v.unknown()),
  state_key: v.optional(v.unknown()),
  content: v.optional(v.unknown()),
  unsigned: v.optional(v.unknown()),
});
const Content = v.record(v.string(), v.unknown());
const RemovedSchema = v.object({ redacted_because: Content });

/** Whether an invalid event may have been a message. */
export function maySaySomething(raw: unknown): boolean {
  const { success, output } = v.safeParse(HintsSchema, raw);
  if (!success) return true;
  const { type, state_key: stateKey, content, unsigned } = output;
  const isOther = typeof type === 'string' && !messageTypes.includes(type);
  if (isOther || typeof stateKey === 'string') return false;
  return !isTakenBack(content) && !v.is(RemovedSchema, unsigned);
}

/** Servers remove the content of redacted events. */
export function isTakenBack(content: unknown): boolean {
  return v.is(Content, content) && Object.keys(content).length === 0;
}
