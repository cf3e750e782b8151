/** Events for the window. */
import type { WebContents } from 'electron';
import { eventChannel } from '../../shared/channels.ts';
import type { EventName, EventPayload } from '../../shared/ipc.ts';

export type WindowChannel = Readonly<{
  /** Undefined while there is no window. A new one asks for the whole state, so nothing is sent meanwhile. */
  contents: () => WebContents | undefined;
  /** Does nothing while there is no window. */
  send: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
}>;

export function createWindowChannel(contents: WindowChannel['contents']): WindowChannel {
  return {
    contents,
    send: (name, payload) => contents()?.send(eventChannel, name, JSON.stringify(payload)),
  };
}
