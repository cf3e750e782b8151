/** Main's end of the IPC bridge: checks the sender and the payload before a handler runs. */
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import { callChannel } from '../../shared/channels.ts';
import type { CallHandlers } from '../../shared/ipc.ts';
import type { Reply } from '../../shared/bridge.ts';
import { answer } from './answer.ts';
import { pageOrigin } from './scheme.ts';

export type Ipc = Readonly<{ dispose: () => void }>;

/** `contents` is our window's; calls from others are refused. */
export function serveIpc(contents: () => WebContents | undefined, handlers: CallHandlers): Ipc {
  ipcMain.handle(callChannel, async (event, name: unknown, payload: unknown): Promise<Reply> => {
    if (!isOurs(event, contents())) return { ok: false, code: 'unknown-call' };
    return answer(handlers, name, payload);
  });
  return { dispose: () => ipcMain.removeHandler(callChannel) };
}

function isOurs(event: IpcMainInvokeEvent, own: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return (
    own !== undefined &&
    event.sender === own &&
    frame === own.mainFrame &&
    frame.origin === pageOrigin
  );
}
