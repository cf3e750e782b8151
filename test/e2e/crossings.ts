/**
 * Records everything that main sends to its window while an app runs, and checks it against `shared/ipc.ts` at the end.
 */
import type { ElectronApplication } from 'playwright';
import { callChannel, eventChannel } from '../../shared/channels.ts';
import type { CallName, EventName } from '../../shared/ipc.ts';
import { checkEvent, checkResult } from '../ipc-contract.ts';

type Crossing = Readonly<{ is: 'result' | 'event'; name: string; json: string | undefined }>;

/** The newest of each name are kept: snapshots come several times a second. */
const keptOfEach = 30;

/**
 * Hooks into main from outside the app. Existing handlers are only in Electron's internal map, which tools such as
 * electron-playwright-helpers use as well.
 */
export async function recordCrossings(app: ElectronApplication): Promise<void> {
  await app.evaluate(
    ({ app: it, ipcMain, BrowserWindow }, { calls, events, limit }) => {
      const crossings = new Map<string, object[]>();
      Reflect.set(globalThis, 'crossings', crossings);
      const note = (is: string, name: string, json: string | undefined) => {
        const key = `${is} ${name}`;
        crossings.set(key, [...(crossings.get(key) ?? []), { is, name, json }].slice(-limit));
      };
      type Handler = Parameters<typeof ipcMain.handle>[1];
      const noting =
        (handle: Handler): Handler =>
        async (event, name, ...payload) => {
          const reply = await handle(event, name, ...payload);
          // A picture crosses as bytes and has no schema.
          if (reply.ok && !ArrayBuffer.isView(reply.value))
            note('result', name, JSON.stringify(reply.value));
          return reply;
        };
      const handlers: Map<string, Handler> = Reflect.get(ipcMain, '_invokeHandlers');
      const known = handlers.get(calls);
      if (known) handlers.set(calls, noting(known));
      const register = ipcMain.handle.bind(ipcMain);
      ipcMain.handle = (channel, handle) =>
        register(channel, channel === calls ? noting(handle) : handle);
      const listen = ({ webContents }: Electron.BrowserWindow) => {
        const send = webContents.send.bind(webContents);
        webContents.send = (channel, name, json) => {
          if (channel === events) note('event', name, json);
          send(channel, name, json);
        };
      };
      for (const window of BrowserWindow.getAllWindows()) listen(window);
      it.on('browser-window-created', (_event, window) => listen(window));
    },
    { calls: callChannel, events: eventChannel, limit: keptOfEach },
  );
}

export async function crossingsOf(app: ElectronApplication): Promise<readonly Crossing[]> {
  const asked = app.evaluate((): Crossing[] =>
    [...Reflect.get(globalThis, 'crossings').values()].flat(),
  );
  return asked.catch((error: unknown) => {
    // An app that has exited can return nothing.
    if (error instanceof Error && error.message.includes('has been closed')) return [];
    throw error;
  });
}

/** Throws for the first that does not match its schema. */
export function checkCrossings(crossings: readonly Crossing[]): void {
  for (const { is, name, json } of crossings) {
    const value: unknown = json === undefined ? undefined : JSON.parse(json);
    if (is === 'result') checkResult(name as CallName, value);
    else checkEvent(name as EventName, value);
  }
}
