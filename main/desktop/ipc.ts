/** Main's end of the bridge: checks who calls, and with what, before a handler sees it. */
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import * as v from 'valibot';
import type {
  CallErrorCode,
  CallHandlers,
  CallName,
  EventName,
  EventPayload,
  Reply,
} from '../../shared/ipc.ts';
import { callChannel, eventChannel } from '../../shared/channels.ts';
import { ipcSchema } from '../../shared/ipc.ts';
import { pageOrigin } from './scheme.ts';

/** A handler throws this to answer with a code; any other error is `internal`. */
export class CallError extends Error {
  readonly code: CallErrorCode;

  constructor(code: CallErrorCode) {
    super(code);
    this.code = code;
  }
}

export type Ipc = Readonly<{
  /** Does nothing while there is no window. */
  send: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  dispose: () => void;
}>;

/** `contents` is our own window's, the only one that is answered. */
export function serveIpc(contents: () => WebContents | undefined, handlers: CallHandlers): Ipc {
  ipcMain.handle(callChannel, async (event, name: unknown, payload: unknown): Promise<Reply> => {
    if (!isOurs(event, contents())) return { ok: false, code: 'unknown-call' };
    return answer(handlers, name, payload);
  });
  return {
    send: (name, payload) => contents()?.send(eventChannel, name, payload),
    dispose: () => ipcMain.removeHandler(callChannel),
  };
}

/** Our window, its main frame, our scheme. */
function isOurs(event: IpcMainInvokeEvent, own: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return (
    own !== undefined && event.sender === own && frame === own.mainFrame && frame.origin === pageOrigin
  );
}

/** Exported for tests: what a call is answered once its sender is known. */
export async function answer(
  handlers: CallHandlers,
  name: unknown,
  payload: unknown,
): Promise<Reply> {
  if (!isCallName(name)) return { ok: false, code: 'unknown-call' };
  const parsed = v.safeParse(ipcSchema.calls[name].payload, payload);
  if (!parsed.success) return { ok: false, code: 'bad-payload' };
  try {
    // The name and its payload were checked together, which the union of handlers cannot express.
    const handle = handlers[name] as (payload: unknown) => unknown;
    return { ok: true, value: await handle(parsed.output) };
  } catch (error) {
    return { ok: false, code: error instanceof CallError ? error.code : 'internal' };
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(ipcSchema.calls, name);
}
