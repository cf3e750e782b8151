/** Validates a call from our window, runs its handler and returns the reply. */
import * as v from 'valibot';
import type { CallHandlers, CallName } from '../../shared/ipc.ts';
import type { Reply } from '../../shared/bridge.ts';
import { CallError } from '../../shared/bridge.ts';
import { ipcSchema } from '../../shared/ipc.ts';

export async function answer(
  handlers: CallHandlers,
  name: unknown,
  payload: unknown,
  /** A handler has failed otherwise than by a CallError. */
  onFault: (name: CallName, error: unknown) => void,
): Promise<Reply> {
  if (!isCallName(name)) return { ok: false, code: 'unknown-call' };
  const parsed = v.safeParse(ipcSchema.calls[name].payload, payload);
  if (!parsed.success) return { ok: false, code: 'bad-payload' };
  try {
    // The name and its payload were validated together, which the union of handlers cannot express.
    const handle = handlers[name] as (payload: unknown) => unknown;
    return { ok: true, value: await handle(parsed.output) };
  } catch (error) {
    if (error instanceof CallError) return { ok: false, code: error.code };
    onFault(name, error);
    return { ok: false, code: 'internal' };
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(ipcSchema.calls, name);
}
