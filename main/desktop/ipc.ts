/** Main's end of the bridge: checks who calls, and with what, before a handler sees it. */
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import { callChannel, eventChannel } from '../../shared/channels.ts';
import type { CallHandlers, EventName, EventPayload } from '../../shared/ipc.ts';
import type { Reply } from '../../shared/bridge.ts';
import { answer } from './answer.ts';
import { pageOrigin } from './scheme.ts';

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
    send: (name, payload) => contents()?.send(eventChannel, name, JSON.stringify(payload)),
    dispose: () => ipcMain.removeHandler(callChannel),
  };
}

/** Our window, its main frame, our scheme. */
function isOurs(event: IpcMainInvokeEvent, own: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return (
    own !== undefined &&
    event.sender === own &&
    frame === own.mainFrame &&
    frame.origin === pageOrigin
  );
}
