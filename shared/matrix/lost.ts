/** Whether anything is lost with what cannot be read: an odd entry costs itself, and the member is told of it. Pure. */
import * as v from 'valibot';

/** What people say, and what this app reads, in rooms; all else passes without a loss. Encrypted, nobody reads it here. */
const sayingTypes: readonly string[] = ['m.room.message', 'coop.tray.status'];

const HintsSchema = v.object({
  type: v.optional(v.unknown()),
  state_key: v.optional(v.unknown()),
  content: v.optional(v.unknown()),
  unsigned: v.optional(v.unknown()),
});
const Content = v.record(v.string(), v.unknown());
const RemovedSchema = v.object({ redacted_because: Content });

/** Of an entry that is no readable event: whether somebody may have said something in it. */
export function maySaySomething(raw: unknown): boolean {
  const { success, output } = v.safeParse(HintsSchema, raw);
  if (!success) return true;
  const { type, state_key: stateKey, content, unsigned } = output;
  const isOther = typeof type === 'string' && !sayingTypes.includes(type);
  if (isOther || typeof stateKey === 'string') return false;
  return !isTakenBack(content) && !v.is(RemovedSchema, unsigned);
}

/** Of what was redacted, a server leaves nothing in the content. */
export function isTakenBack(content: unknown): boolean {
  return v.is(Content, content) && Object.keys(content).length === 0;
}
