/** Main's end of the IPC bridge: checks the sender and the payload before a handler runs. */
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import { callChannel } from '../../shared/channels.ts';
import type { CallHandlers, CallName } from '../../shared/ipc.ts';
import type { Reply } from '../../shared/bridge.ts';
import type { Log } from '../platform/log/log.ts';
import { answer } from './answer.ts';
import { pageOrigin } from './scheme.ts';

export type Ipc = Readonly<{ dispose: () => void }>;

/** `contents` is our window's; calls from others are refused. */
export function serveIpc(
  contents: () => WebContents | undefined,
  handlers: CallHandlers,
  log: Log,
): Ipc {
  const onFault = (call: CallName, error: unknown) => log.error('call failed', { call }, error);
  ipcMain.handle(callChannel, async (event, name: unknown, payload: unknown): Promise<Reply> => {
    if (!isOurs(event, contents())) return { ok: false, code: 'unknown-call' };
    return answer(handlers, name, payload, onFault);
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
